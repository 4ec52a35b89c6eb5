// Nederlands.

import type { Messages } from "./messages.ts";

export const nl: Messages<"one"> = {
  skipToContent: "Naar de inhoud",
  siteMenu: "Website",
  feed: "Feed",
  language: "Taal",
  readingTime: { one: "# minuut leestijd", other: "# minuten leestijd" },
  updated: (day) => `Bijgewerkt op ${day}`,
  tags: "Trefwoorden",
  tag: (name) => `Trefwoord: ${name}`,
  category: (name) => `Categorie: ${name}`,
  noTags: "Nog geen enkel bericht heeft een trefwoord.",
  archive: "Archief",
  before: (year) => `Vóór ${year}`,
  search: "Zoeken",
  nothingFound: "Er is niets gevonden. Probeer andere of minder woorden.",
  contents: "Inhoud",
  writtenIn: (name) => `Dit bericht is in het ${name}.`,
  excerpt: "In het kort:",
  readTranslation: "Lees in het Nederlands:",
  translations: "In andere talen",
  neighbours: "Meer berichten",
  newerPost: "Nieuwer bericht",
  olderPost: "Ouder bericht",
  newerPosts: "Nieuwere berichten",
  olderPosts: "Oudere berichten",
  pages: "Pagina’s",
  page: (page) => `Pagina ${page}`,
  noPosts: "Hier is nog niets gepubliceerd.",
  toHome: "Naar de startpagina",
  formula: "Formule",
  brokenFormula: "Deze formule kan niet worden weergegeven; dit is de bron ervan.",
  table: "Tabel",
  taskDone: "gedaan",
  taskOpen: "te doen",
  errors: {
    400: {
      title: "Dit adres is niet leesbaar",
      text: "Er klopt iets niet. Controleer het adres en probeer het opnieuw.",
    },
    404: {
      title: "Hier is geen pagina",
      text: "Misschien is het adres verkeerd getypt of is de pagina verhuisd. Alles wat gepubliceerd is, vindt u vanaf de startpagina.",
    },
    405: {
      title: "Dat kan hier niet",
      text: "Deze pagina kan worden gelezen, maar niet op deze manier gewijzigd.",
    },
    410: {
      title: "Deze pagina is ingetrokken",
      text: "Hier stond ooit een bericht. De auteur heeft het ingetrokken.",
    },
    500: {
      title: "Er ging iets mis",
      text: "De fout ligt bij ons, niet bij u. Probeer het zo meteen opnieuw.",
    },
    503: {
      title: "We zijn zo terug",
      text: "De pagina is nu niet bereikbaar. Probeer het over een minuut opnieuw.",
    },
  },
};
