// Türkçe.

import type { Messages } from "./messages.ts";

export const tr: Messages<"one"> = {
  skipToContent: "İçeriğe geç",
  siteMenu: "Site",
  feed: "Besleme",
  language: "Dil",
  readingTime: { one: "# dakikalık okuma", other: "# dakikalık okuma" },
  updated: (day) => `Güncelleme: ${day}`,
  tags: "Etiketler",
  tag: (name) => `Etiket: ${name}`,
  category: (name) => `Kategori: ${name}`,
  noTags: "Henüz etiketli bir yazı yok.",
  archive: "Arşiv",
  before: (year) => `${year} öncesi`,
  search: "Ara",
  nothingFound: "Bir şey bulunamadı. Başka ya da daha az sözcükle deneyin.",
  contents: "İçindekiler",
  writtenIn: (name) => `Bu yazının dili: ${name}.`,
  excerpt: "Özeti:",
  readTranslation: "Türkçesini okuyun:",
  translations: "Diğer dillerde",
  neighbours: "Başka yazılar",
  newerPost: "Sonraki yazı",
  olderPost: "Önceki yazı",
  newerPosts: "Daha yeni yazılar",
  olderPosts: "Daha eski yazılar",
  pages: "Sayfalar",
  page: (page) => `Sayfa ${page}`,
  noPosts: "Burada henüz bir yazı yok.",
  toHome: "Ana sayfaya gidin",
  formula: "Formül",
  brokenFormula: "Bu formül gösterilemiyor; kaynağı budur.",
  table: "Tablo",
  taskDone: "yapıldı",
  taskOpen: "yapılacak",
  errors: {
    400: {
      title: "Bu adres okunamıyor",
      text: "Adreste bir yanlışlık var. Lütfen denetleyip yeniden deneyin.",
    },
    404: {
      title: "Burada bir sayfa yok",
      text: "Adres yanlış yazılmış ya da sayfa taşınmış olabilir. Yayımlanan her şeye ana sayfadan ulaşabilirsiniz.",
    },
    405: {
      title: "Bu işlem burada yapılamıyor",
      text: "Bu sayfa okunabilir, ama bu yolla değiştirilemez.",
    },
    410: {
      title: "Bu sayfa yayından kaldırıldı",
      text: "Burada bir yazı vardı; yazarı onu yayından kaldırdı.",
    },
    500: {
      title: "Bir şeyler ters gitti",
      text: "Kusur sizde değil, bizde. Lütfen biraz sonra yeniden deneyin.",
    },
    503: {
      title: "Birazdan buradayız",
      text: "Sayfaya şu anda ulaşılamıyor. Lütfen bir dakika sonra yeniden deneyin.",
    },
  },
};
