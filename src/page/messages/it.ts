// Italiano.

import type { Messages } from "./messages.ts";

export const it: Messages<"one" | "many"> = {
  skipToContent: "Vai al contenuto",
  siteMenu: "Sito",
  feed: "Feed",
  language: "Lingua",
  readingTime: {
    one: "# minuto di lettura",
    many: "# di minuti di lettura",
    other: "# minuti di lettura",
  },
  updated: (day) => `Aggiornamento: ${day}`,
  tags: "Etichette",
  tag: (name) => `Etichetta: ${name}`,
  category: (name) => `Categoria: ${name}`,
  noTags: "Nessun articolo ha ancora un’etichetta.",
  archive: "Archivio",
  before: (year) => `Prima del ${year}`,
  search: "Cerca",
  nothingFound: "Non è stato trovato nulla. Provate con altre parole o con meno parole.",
  contents: "Indice",
  writtenIn: (name) => `Questo articolo è in ${name}.`,
  excerpt: "In breve:",
  readTranslation: "Leggi in italiano:",
  translations: "In altre lingue",
  neighbours: "Altri articoli",
  newerPost: "Articolo più recente",
  olderPost: "Articolo meno recente",
  newerPosts: "Articoli più recenti",
  olderPosts: "Articoli meno recenti",
  pages: "Pagine",
  page: (page) => `Pagina ${page}`,
  noPosts: "Qui non è ancora stato pubblicato nulla.",
  toHome: "Vai alla pagina iniziale",
  formula: "Formula",
  brokenFormula: "Questa formula non può essere visualizzata; questo è il suo sorgente.",
  table: "Tabella",
  taskDone: "fatto",
  taskOpen: "da fare",
  errors: {
    400: {
      title: "Questo indirizzo non è leggibile",
      text: "Qualcosa non è corretto. Controllalo e riprova.",
    },
    404: {
      title: "Qui non c’è nessuna pagina",
      text: "L’indirizzo potrebbe essere scritto male, o la pagina spostata. Tutto ciò che è pubblicato si trova dalla pagina iniziale.",
    },
    405: {
      title: "Qui non si può fare",
      text: "Questa pagina si può leggere, ma non modificare in questo modo.",
    },
    410: {
      title: "Questa pagina è stata ritirata",
      text: "Qui c’era un articolo. L’autore lo ha ritirato.",
    },
    500: {
      title: "Qualcosa è andato storto",
      text: "L’errore è nostro, non tuo. Riprova tra un momento.",
    },
    503: {
      title: "Torniamo subito",
      text: "La pagina non è raggiungibile in questo momento. Riprova tra un minuto.",
    },
  },
};
