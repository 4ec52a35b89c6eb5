// Español.

import type { Messages } from "./messages.ts";

export const es: Messages<"one" | "many"> = {
  skipToContent: "Saltar al contenido",
  siteMenu: "Sitio",
  feed: "Suscripción",
  language: "Idioma",
  readingTime: {
    one: "# minuto de lectura",
    many: "# de minutos de lectura",
    other: "# minutos de lectura",
  },
  updated: (day) => `Actualización: ${day}`,
  tags: "Etiquetas",
  tag: (name) => `Etiqueta: ${name}`,
  category: (name) => `Categoría: ${name}`,
  noTags: "Todavía no hay entradas con etiquetas.",
  archive: "Archivo",
  before: (year) => `Antes de ${year}`,
  search: "Buscar",
  nothingFound: "No se ha encontrado nada. Pruebe con otras palabras o con menos.",
  contents: "Contenido",
  writtenIn: (name) => `Esta entrada está en ${name}.`,
  excerpt: "En resumen:",
  readTranslation: "Leer en español:",
  translations: "En otros idiomas",
  neighbours: "Otras entradas",
  newerPost: "Entrada más reciente",
  olderPost: "Entrada más antigua",
  newerPosts: "Entradas más recientes",
  olderPosts: "Entradas más antiguas",
  pages: "Páginas",
  page: (page) => `Página ${page}`,
  noPosts: "Todavía no se ha publicado nada aquí.",
  toHome: "Ir a la página de inicio",
  formula: "Fórmula",
  brokenFormula: "Esta fórmula no se puede mostrar; este es su código fuente.",
  table: "Tabla",
  taskDone: "hecho",
  taskOpen: "por hacer",
  errors: {
    400: {
      title: "No se puede leer esta dirección",
      text: "Algo en ella no es correcto. Revísela e inténtelo de nuevo.",
    },
    404: {
      title: "Aquí no hay ninguna página",
      text: "Puede que la dirección esté mal escrita o que la página se haya movido. Todo lo publicado se encuentra desde la página de inicio.",
    },
    405: {
      title: "Eso no se puede hacer aquí",
      text: "Esta página se puede leer, pero no cambiar de este modo.",
    },
    410: {
      title: "Esta página se ha retirado",
      text: "Aquí hubo una entrada. Su autor la ha retirado.",
    },
    500: {
      title: "Algo ha salido mal",
      text: "El fallo es nuestro. Inténtelo de nuevo dentro de un momento.",
    },
    503: {
      title: "Volvemos enseguida",
      text: "No se puede acceder a la página en este momento. Inténtelo de nuevo dentro de un minuto.",
    },
  },
};
