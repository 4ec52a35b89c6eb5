// العربية.

import type { Messages } from "./messages.ts";
import { createPlural } from "./plural.ts";

const plural = createPlural<"zero" | "one" | "two" | "few" | "many">("ar");

export const ar: Messages = {
  skipToContent: "انتقل إلى المحتوى",
  siteMenu: "الموقع",
  posts: "المقالات",
  feed: "خلاصة الموقع",
  language: "اللغة",
  readingTime: plural({
    zero: "أقل من دقيقة قراءة",
    one: "دقيقة قراءة واحدة",
    two: "دقيقتا قراءة",
    few: "# دقائق قراءة",
    many: "# دقيقة قراءة",
    other: "# دقيقة قراءة",
  }),
  published: (day) => `نُشر في ${day}`,
  updated: (day) => `حُدِّث في ${day}`,
  writtenBy: (author) => `بقلم ${author}`,
  tags: "الوسوم",
  contents: "المحتويات",
  writtenIn: (name) => `هذه المقالة باللغة ${name}.`,
  excerpt: "خلاصتها:",
  readTranslation: "اقرأها بالعربية:",
  translations: "بلغات أخرى",
  neighbours: "مقالات أخرى",
  newerPost: "المقالة الأحدث",
  olderPost: "المقالة الأقدم",
  newerPosts: "مقالات أحدث",
  olderPosts: "مقالات أقدم",
  pages: "الصفحات",
  page: (page) => `الصفحة ${page}`,
  noPosts: "لم يُنشر شيء هنا بعد.",
  toHome: "إلى الصفحة الرئيسية",
  formula: "صيغة رياضية",
  table: "جدول",
  errors: {
    400: {
      title: "تعذّرت قراءة هذا العنوان",
      text: "في العنوان خطأ ما. يُرجى التحقق منه ثم المحاولة من جديد.",
    },
    404: {
      title: "لا توجد صفحة هنا",
      text: "ربما كُتب العنوان خطأً أو نُقلت الصفحة. يمكنك الوصول إلى كل ما نُشر من الصفحة الرئيسية.",
    },
    405: {
      title: "لا يمكن فعل ذلك هنا",
      text: "هذه الصفحة للقراءة، ولا يمكن تغييرها بهذه الطريقة.",
    },
    410: {
      title: "أُزيلت هذه الصفحة",
      text: "كانت هنا مقالة، ثم سحبها كاتبها من النشر.",
    },
    500: {
      title: "حدث خطأ ما",
      text: "الخلل عندنا لا عندك. يُرجى المحاولة بعد قليل.",
    },
    503: {
      title: "سنعود بعد قليل",
      text: "يتعذّر الوصول إلى الصفحة الآن. يُرجى المحاولة بعد دقيقة.",
    },
  },
};
