// English.

import type { Messages } from "./messages.ts";

export const en: Messages<"one"> = {
  skipToContent: "Skip to content",
  siteMenu: "Site",
  feed: "Feed",
  language: "Language",
  readingTime: { one: "# minute to read", other: "# minutes to read" },
  updated: (day) => `Updated on ${day}`,
  tags: "Tags",
  tag: (name) => `Tag: ${name}`,
  category: (name) => `Category: ${name}`,
  noTags: "No post has a tag yet.",
  archive: "Archive",
  before: (year) => `Earlier than ${year}`,
  search: "Search",
  nothingFound: "Nothing was found. Other or fewer words may help.",
  contents: "Contents",
  writtenIn: (name) => `This post is in ${name}.`,
  excerpt: "In short:",
  readTranslation: "Read in English:",
  translations: "In other languages",
  neighbours: "More posts",
  newerPost: "Newer post",
  olderPost: "Older post",
  newerPosts: "Newer posts",
  olderPosts: "Older posts",
  pages: "Pages",
  page: (page) => `Page ${page}`,
  noPosts: "Nothing has been published here yet.",
  toHome: "Go to the home page",
  formula: "Formula",
  brokenFormula: "This formula cannot be shown; this is its source.",
  table: "Table",
  taskDone: "done",
  taskOpen: "to do",
  errors: {
    400: {
      title: "This address can’t be read",
      text: "Something in it is not as it should be. Please check it and try again.",
    },
    404: {
      title: "There is no page here",
      text: "The address may be mistyped, or the page may have moved. Everything that is published can be found from the home page.",
    },
    405: {
      title: "This can’t be done here",
      text: "This page can be read, but not changed in this way.",
    },
    410: {
      title: "This page has been taken down",
      text: "There was a post here once. Its author has unpublished it.",
    },
    500: {
      title: "Something went wrong",
      text: "The fault is ours, not yours. Please try again in a moment.",
    },
    503: {
      title: "We’ll be back in a moment",
      text: "The page can’t be reached just now. Please try again in a minute.",
    },
  },
};
