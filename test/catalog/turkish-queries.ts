// Posts in Turkish, and what their readers type: capitals, missing diacritics, suffixes, beginnings of words.

/** Title and body by slug. */
export const TURKISH_POSTS: Readonly<Record<string, readonly [title: string, body: string]>> = {
  istanbul: [
    "İstanbul’un ışıkları",
    "Boğaz’da vapurlar. Galata’dan Üsküdar’a geçtik; iskele kalabalıktı.",
  ],
  ispanak: [
    "Ispanaklı börek",
    "Ilık suya tuz atın. Taze ıspanak yıkanır, süzülür, ince ince doğranır.",
  ],
  ogrenci: [
    "Okulda bir gün",
    "Öğrencinin defteri kayboldu. Öğretmenler odasında bulundu, çocuk sevindi.",
  ],
  ceviri: [
    "Yapay zekâ ile çeviri",
    "Dikkat mekanizması, kaynak cümlenin sözcüklerini tartar. BLEU puanı düşüktü.",
  ],
  kagit: [
    "Kâğıt ve mürekkep",
    "Hâlâ elle yazıyorum. Rüzgâr sayfaları çevirdi, mürekkebin kokusu kaldı.",
  ],
  agac: ["Ağacın gölgesi", "Çınar ağaçları yüz yaşında. Kuşların sesi gün doğarken başlar."],
  deniz: ["Denizin dili", "Balıkçılar ağlarını topladı. Fırtınadan önce gökyüzü mordu."],
  diyarbakir: [
    "Diyarbakır surları",
    "TÜBİTAK’ın raporu surların çatlaklarını ölçtü. Taşların yaşı bilinmiyor.",
  ],
};

/** What is typed, and the one post that it must find. */
export const TURKISH_QUERIES: readonly (readonly [query: string, slug: string])[] = [
  ["İSTANBUL", "istanbul"],
  ["istanbul", "istanbul"],
  ["Istanbul", "istanbul"],
  ["ıstanbul", "istanbul"],
  ["İstanbul'un", "istanbul"],
  ["İstanbul’da", "istanbul"],
  ["isik", "istanbul"],
  ["IŞIKLARI", "istanbul"],
  ["bogaz", "istanbul"],
  ["Üsküdar", "istanbul"],
  ["uskudar'a", "istanbul"],
  ["ıspanak", "ispanak"],
  ["ISPANAK", "ispanak"],
  ["ispanak", "ispanak"],
  ["ILIK SU", "ispanak"],
  ["borek", "ispanak"],
  ["öğrencinin", "ogrenci"],
  ["ogrencinin", "ogrenci"],
  ["ÖĞRENCİ", "ogrenci"],
  ["öğretmen", "ogrenci"],
  ["cocuk defter", "ogrenci"],
  ["yapay zeka", "ceviri"],
  ["YAPAY ZEKÂ", "ceviri"],
  ["çeviri dikkat", "ceviri"],
  ["sozcuk", "ceviri"],
  ["bleu", "ceviri"],
  ["kagit", "kagit"],
  ["kâğıt", "kagit"],
  ["hala", "kagit"],
  ["ruzgar", "kagit"],
  ["MÜREKKEBİN", "kagit"],
  ["ağaç", "agac"],
  ["cinar", "agac"],
  ["kuslar", "agac"],
  ["fırtına", "deniz"],
  ["balikci", "deniz"],
  ["GÖKYÜZÜ", "deniz"],
  ["diyarbakir", "diyarbakir"],
  ["DİYARBAKIR", "diyarbakir"],
  ["tubitak", "diyarbakir"],
  ["TÜBİTAK'ın raporu", "diyarbakir"],
];

/** What is in none of them. */
export const TURKISH_MISSES: readonly string[] = [
  "ankara",
  "öğrencisiz",
  "istanbul ıspanak",
  "zekâtı",
];
