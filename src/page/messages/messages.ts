// Every word that Kıyı itself shows to readers. A locale whose file lacks one does not compile.

/** The answers that have a page of their own. */
export type ErrorStatus = 400 | 404 | 405 | 410 | 500 | 503;

export interface ErrorMessage {
  readonly title: string;
  /** What happened and what can be done, in one or two sentences. */
  readonly text: string;
}

/**
 * A message that depends on a count, in each plural category of its language (CLDR's rules, as `Intl.PluralRules`
 * has them); `#` is the count.
 */
export type PluralForms<Category extends Intl.LDMLPluralRule = never> = Readonly<
  Record<Category | "other", string>
>;

/** `Category` are the plural categories of the language beside `other`; a test holds them against those of Intl. */
export interface Messages<Category extends Intl.LDMLPluralRule = never> {
  readonly skipToContent: string;
  /** Name of the links at the top of the page. */
  readonly siteMenu: string;
  readonly feed: string;
  /** Name of the list of languages that the site is shown in. */
  readonly language: string;
  /** Minutes. */
  readonly readingTime: PluralForms<Category>;
  /** `day` is formatted already. */
  readonly updated: (day: string) => string;
  readonly tags: string;
  /** Headings of the lists of their posts. */
  readonly tag: (name: string) => string;
  readonly category: (name: string) => string;
  readonly noTags: string;
  readonly archive: string;
  /** Of the archive: all years before one. */
  readonly before: (year: string) => string;
  /** Of the page, its field and its button. */
  readonly search: string;
  readonly nothingFound: string;
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
  /** In the language of the post: names of things that scroll in a box of their own. */
  readonly formula: string;
  readonly table: string;
  /** Of a formula that shows its source, because it cannot be drawn. */
  readonly brokenFormula: string;
  /** Of a box that is ticked, and of one that is not. */
  readonly taskDone: string;
  readonly taskOpen: string;
  readonly errors: Readonly<Record<ErrorStatus, ErrorMessage>>;
}
