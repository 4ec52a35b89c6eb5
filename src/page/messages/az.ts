// Azərbaycanca.

import type { Messages } from "./messages.ts";

export const az: Messages<"one"> = {
  skipToContent: "Məzmuna keç",
  siteMenu: "Sayt",
  feed: "Lent",
  language: "Dil",
  readingTime: { one: "# dəqiqəlik oxu", other: "# dəqiqəlik oxu" },
  updated: (day) => `Yenilənib: ${day}`,
  tags: "Etiketlər",
  tag: (name) => `Etiket: ${name}`,
  category: (name) => `Kateqoriya: ${name}`,
  noTags: "Hələ etiketli yazı yoxdur.",
  archive: "Arxiv",
  before: (year) => `${year}-cı ildən əvvəl`,
  search: "Axtarış",
  nothingFound: "Heç nə tapılmadı. Başqa və ya daha az sözlə yoxlayın.",
  contents: "Mündəricat",
  writtenIn: (name) => `Bu yazının dili: ${name}.`,
  excerpt: "Qısaca:",
  readTranslation: "Azərbaycanca oxuyun:",
  translations: "Başqa dillərdə",
  neighbours: "Başqa yazılar",
  newerPost: "Sonrakı yazı",
  olderPost: "Əvvəlki yazı",
  newerPosts: "Daha yeni yazılar",
  olderPosts: "Daha köhnə yazılar",
  pages: "Səhifələr",
  page: (page) => `Səhifə ${page}`,
  noPosts: "Burada hələ heç nə dərc olunmayıb.",
  toHome: "Ana səhifəyə keçin",
  formula: "Düstur",
  brokenFormula: "Bu düsturu göstərmək olmur; bu, onun mənbəyidir.",
  table: "Cədvəl",
  taskDone: "edilib",
  taskOpen: "ediləcək",
  errors: {
    400: {
      title: "Bu ünvanı oxumaq olmur",
      text: "Ünvanda nəsə səhvdir. Zəhmət olmasa, yoxlayıb yenidən cəhd edin.",
    },
    404: {
      title: "Burada səhifə yoxdur",
      text: "Ünvan səhv yazılmış və ya səhifə köçürülmüş ola bilər. Dərc olunan hər şeyi ana səhifədən tapa bilərsiniz.",
    },
    405: {
      title: "Bunu burada etmək olmur",
      text: "Bu səhifəni oxumaq olar, amma bu yolla dəyişmək olmaz.",
    },
    410: {
      title: "Bu səhifə yayımdan çıxarılıb",
      text: "Burada bir yazı var idi; müəllifi onu yayımdan çıxarıb.",
    },
    500: {
      title: "Nəsə səhv getdi",
      text: "Günah sizdə deyil, bizdədir. Zəhmət olmasa, bir azdan yenidən cəhd edin.",
    },
    503: {
      title: "Tezliklə qayıdırıq",
      text: "Səhifəyə indi çatmaq olmur. Zəhmət olmasa, bir dəqiqədən sonra yenidən cəhd edin.",
    },
  },
};
