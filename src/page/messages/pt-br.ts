// Português (Brasil).

import type { Messages } from "./messages.ts";

export const ptBr: Messages<"one" | "many"> = {
  skipToContent: "Ir para o conteúdo",
  siteMenu: "Site",
  feed: "Feed",
  language: "Idioma",
  readingTime: {
    one: "# minuto de leitura",
    many: "# de minutos de leitura",
    other: "# minutos de leitura",
  },
  updated: (day) => `Atualização: ${day}`,
  tags: "Etiquetas",
  tag: (name) => `Etiqueta: ${name}`,
  category: (name) => `Categoria: ${name}`,
  noTags: "Ainda não há textos com etiquetas.",
  archive: "Arquivo",
  before: (year) => `Antes de ${year}`,
  search: "Buscar",
  nothingFound: "Nada foi encontrado. Tente outras palavras ou menos palavras.",
  contents: "Conteúdo",
  writtenIn: (name) => `Este texto está em ${name}.`,
  excerpt: "Em resumo:",
  readTranslation: "Ler em português:",
  translations: "Em outros idiomas",
  neighbours: "Outros textos",
  newerPost: "Texto mais recente",
  olderPost: "Texto mais antigo",
  newerPosts: "Textos mais recentes",
  olderPosts: "Textos mais antigos",
  pages: "Páginas",
  page: (page) => `Página ${page}`,
  noPosts: "Ainda não há nada publicado aqui.",
  toHome: "Ir para a página inicial",
  formula: "Fórmula",
  brokenFormula: "Não é possível exibir esta fórmula; este é o seu código-fonte.",
  table: "Tabela",
  taskDone: "feito",
  taskOpen: "a fazer",
  errors: {
    400: {
      title: "Não foi possível ler este endereço",
      text: "Alguma coisa nele não está certa. Confira e tente de novo.",
    },
    404: {
      title: "Não há nenhuma página aqui",
      text: "O endereço pode ter sido digitado errado, ou a página mudou de lugar. Tudo o que foi publicado pode ser encontrado a partir da página inicial.",
    },
    405: {
      title: "Isso não pode ser feito aqui",
      text: "Esta página pode ser lida, mas não alterada desta forma.",
    },
    410: {
      title: "Esta página foi retirada do ar",
      text: "Havia um texto aqui. Quem o escreveu o retirou.",
    },
    500: {
      title: "Alguma coisa deu errado",
      text: "A falha é nossa, não sua. Tente de novo daqui a pouco.",
    },
    503: {
      title: "Voltamos já",
      text: "Não é possível acessar a página agora. Tente de novo daqui a um minuto.",
    },
  },
};
