// The list of posts: cards without boxes.

import { css } from "./css.ts";

export const LIST_CSS: string = css`
.intro {
  margin: -2.5rem 0 3.5rem;
  font-style: italic;
  text-align: -webkit-match-parent;
  text-align: match-parent;
  text-wrap: balance;
}
.card {
  margin-block: 3rem;
}
.card h2 {
  margin: 0;
  font-size: 1.5rem;
  font-weight: 500;
}
.card h2 a {
  color: inherit;
}
.card h2 a:hover {
  color: var(--sea);
}
.card p {
  margin: .4rem 0;
  text-align: -webkit-match-parent;
  text-align: match-parent;
}
.labels {
  columns: 11rem;
  padding: 0;
  list-style: none;
}
.labels a {
  display: inline-block;
  padding-block: .2rem;
}
.labels small {
  color: var(--soft);
}
.years, .archive {
  padding: 0;
  list-style: none;
}
.years {
  display: flex;
  flex-wrap: wrap;
  gap: .2rem 1.25rem;
}
.archive li {
  margin-block: .5rem;
}
.archive time {
  display: block;
  color: var(--soft);
  font-size: .8rem;
}
.search {
  display: flex;
  flex-wrap: wrap;
  gap: .5rem;
}
.search input, .search button {
  padding: .4rem .8rem;
  border: 1px solid var(--soft);
  border-radius: 4px;
  background: var(--paper);
  color: inherit;
  font: inherit;
}
.search input {
  flex: 1 1 12rem;
  min-inline-size: 0;
}
mark {
  background: var(--wash);
  color: inherit;
  font-weight: 600;
}
.badge {
  margin-inline: .5em;
  padding: .1em .6em;
  border: 1px solid var(--line);
  border-radius: 1em;
  white-space: nowrap;
}
@media (min-width: 76rem) {
  .card {
    display: grid;
    grid-template-columns: 11rem minmax(0, 1fr);
    column-gap: 3rem;
    align-items: baseline;
    margin-inline-start: -14rem;
  }
  .card > * {
    grid-column: 2;
  }
  .card > .details {
    grid-area: 1/1/span 3;
    text-align: end;
  }
  .details > * {
    display: block;
  }
  .details > * + :not(.badge)::before {
    content: none;
  }
  .details > .badge {
    display: inline-block;
    margin: .3rem 0 0;
  }
}
.translation {
  font-size: .9em;
}
`;
