// Deutsch.

import type { Messages } from "./messages.ts";

export const de: Messages<"one"> = {
  skipToContent: "Zum Inhalt springen",
  siteMenu: "Website",
  feed: "Feed",
  language: "Sprache",
  readingTime: { one: "# Minute Lesezeit", other: "# Minuten Lesezeit" },
  updated: (day) => `Aktualisiert am ${day}`,
  tags: "Schlagwörter",
  tag: (name) => `Schlagwort: ${name}`,
  category: (name) => `Kategorie: ${name}`,
  noTags: "Noch hat kein Beitrag ein Schlagwort.",
  archive: "Archiv",
  before: (year) => `Vor ${year}`,
  search: "Suche",
  nothingFound: "Nichts gefunden. Andere oder weniger Wörter helfen vielleicht.",
  contents: "Inhalt",
  writtenIn: (name) => `Dieser Beitrag ist auf ${name}.`,
  excerpt: "Kurz gesagt:",
  readTranslation: "Auf Deutsch lesen:",
  translations: "In anderen Sprachen",
  neighbours: "Weitere Beiträge",
  newerPost: "Neuerer Beitrag",
  olderPost: "Älterer Beitrag",
  newerPosts: "Neuere Beiträge",
  olderPosts: "Ältere Beiträge",
  pages: "Seiten",
  page: (page) => `Seite ${page}`,
  noPosts: "Hier ist noch nichts erschienen.",
  toHome: "Zur Startseite",
  formula: "Formel",
  brokenFormula: "Diese Formel lässt sich nicht darstellen; so steht sie in der Quelle.",
  table: "Tabelle",
  taskDone: "erledigt",
  taskOpen: "offen",
  errors: {
    400: {
      title: "Diese Adresse ist nicht lesbar",
      text: "Irgendetwas darin stimmt nicht. Bitte prüfen Sie sie und versuchen Sie es noch einmal.",
    },
    404: {
      title: "Hier gibt es keine Seite",
      text: "Vielleicht ist die Adresse vertippt oder die Seite umgezogen. Alles, was erschienen ist, finden Sie von der Startseite aus.",
    },
    405: {
      title: "Das geht hier nicht",
      text: "Diese Seite kann gelesen, aber nicht auf diesem Weg geändert werden.",
    },
    410: {
      title: "Diese Seite wurde zurückgezogen",
      text: "Hier stand einmal ein Beitrag. Er ist nicht mehr veröffentlicht.",
    },
    500: {
      title: "Etwas ist schiefgegangen",
      text: "Der Fehler liegt bei uns, nicht bei Ihnen. Bitte versuchen Sie es gleich noch einmal.",
    },
    503: {
      title: "Gleich sind wir wieder da",
      text: "Die Seite ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal.",
    },
  },
};
