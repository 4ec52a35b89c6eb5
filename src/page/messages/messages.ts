// Every word that Kıyı itself shows to readers. A locale whose file lacks one does not compile.

/** The answers that have a page of their own. */
export type ErrorStatus = 400 | 404 | 405 | 410 | 500 | 503;

export interface ErrorMessage {
  readonly title: string;
  /** What happened and what can be done, in one or two sentences. */
  readonly text: string;
}

export interface Messages {
  readonly skipToContent: string;
  /** Name of the links at the top of the page. */
  readonly siteMenu: string;
  readonly posts: string;
  readonly feed: string;
  /** Name of the list of languages that the site is shown in. */
  readonly language: string;
  readonly readingTime: (minutes: number) => string;
  /** `day` is formatted already, as in every message. */
  readonly published: (day: string) => string;
  readonly updated: (day: string) => string;
  readonly writtenBy: (author: string) => string;
  readonly tags: string;
  readonly contents: string;
  /** `name` is the language's name in this locale. */
  readonly writtenIn: (name: string) => string;
  readonly excerpt: string;
  /** "Read in English", in the English file: it is shown only where a translation into this locale exists. */
  readonly readTranslation: string;
  readonly translations: string;
  readonly neighbours: string;
  readonly newerPost: string;
  readonly olderPost: string;
  readonly newerPosts: string;
  readonly olderPosts: string;
  readonly pages: string;
  readonly page: (page: string) => string;
  readonly noPosts: string;
  readonly toHome: string;
  /** Names for those who move by keyboard to a thing that scrolls in a box of its own. */
  readonly formula: string;
  readonly table: string;
  readonly errors: Readonly<Record<ErrorStatus, ErrorMessage>>;
}
