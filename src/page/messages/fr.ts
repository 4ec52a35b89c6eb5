// Français.

import type { Messages } from "./messages.ts";

export const fr: Messages<"one" | "many"> = {
  skipToContent: "Aller au contenu",
  siteMenu: "Site",
  feed: "Flux",
  language: "Langue",
  readingTime: {
    one: "# minute de lecture",
    many: "# de minutes de lecture",
    other: "# minutes de lecture",
  },
  updated: (day) => `Mise à jour : ${day}`,
  tags: "Mots-clés",
  tag: (name) => `Mot-clé : ${name}`,
  category: (name) => `Catégorie : ${name}`,
  noTags: "Aucun article n’a encore de mot-clé.",
  archive: "Archives",
  before: (year) => `Avant ${year}`,
  search: "Rechercher",
  nothingFound: "Rien n’a été trouvé. Essayez d’autres mots, ou moins de mots.",
  contents: "Sommaire",
  writtenIn: (name) => `Cet article est en ${name}.`,
  excerpt: "En bref :",
  readTranslation: "Lire en français :",
  translations: "Dans d’autres langues",
  neighbours: "Autres articles",
  newerPost: "Article plus récent",
  olderPost: "Article plus ancien",
  newerPosts: "Articles plus récents",
  olderPosts: "Articles plus anciens",
  pages: "Pages",
  page: (page) => `Page ${page}`,
  noPosts: "Rien n’a encore été publié ici.",
  toHome: "Aller à la page d’accueil",
  formula: "Formule",
  brokenFormula: "Cette formule ne peut pas être affichée ; voici son code source.",
  table: "Tableau",
  taskDone: "fait",
  taskOpen: "à faire",
  errors: {
    400: {
      title: "Cette adresse est illisible",
      text: "Quelque chose n’y est pas correct. Veuillez la vérifier, puis réessayer.",
    },
    404: {
      title: "Il n’y a pas de page ici",
      text: "L’adresse est peut-être mal écrite, ou la page a été déplacée. Tout ce qui est publié se trouve depuis la page d’accueil.",
    },
    405: {
      title: "Ce n’est pas possible ici",
      text: "Cette page peut être lue, mais pas modifiée de cette façon.",
    },
    410: {
      title: "Cette page a été retirée",
      text: "Il y avait un article ici. Son auteur l’a retiré.",
    },
    500: {
      title: "Quelque chose s’est mal passé",
      text: "La faute est de notre côté. Veuillez réessayer dans un instant.",
    },
    503: {
      title: "Nous revenons tout de suite",
      text: "La page n’est pas accessible pour le moment. Veuillez réessayer dans une minute.",
    },
  },
};
