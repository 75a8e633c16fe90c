/**
 * The interface in Arabic. A month has both its names, as in newspapers for all Arab countries: that of Egypt and the Gulf, then the
 * Levantine one; where room is short, the first alone. Digits are European. For Saudi Arabia (ar-SA) dates also have the day of the
 * Umm al-Qura calendar.
 */
import type { InferredPart } from "../../../model/live-page.ts";
import { type CalendarTime, dayOf } from "../../time/clock.ts";
import { ummAlQura } from "../../time/umm-al-qura.ts";
import { aboutAr } from "../about/ar.ts";
import { isolated } from "../isolated.ts";
import { arabicPlural, counting, grouped } from "../plural.ts";
import type { Strings } from "../strings.ts";

const months = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" ");
const levantine =
  "كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول, تشرين الأول, تشرين الثاني, كانون الأول".split(", ");
const weekdays = "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت".split(" ");

const shortMonth = (time: CalendarTime): string => months[time.month - 1] ?? "";
const month = (time: CalendarTime): string => `${shortMonth(time)}/${levantine[time.month - 1] ?? ""}`;
const weekday = (time: CalendarTime): string => weekdays[time.weekday] ?? "";
const date = (time: CalendarTime): string => `${time.day} ${month(time)} ${time.year}`;

const number = (value: number): string => grouped(value, ",");
const count = counting(arabicPlural, number);

const list = (parts: readonly string[]): string => parts.join(" و");

const inferredNames: Readonly<Record<InferredPart, string>> = {
  year: "السنة",
  date: "التاريخ",
  zone: "المنطقة الزمنية",
};

export const ar: Strings = {
  language: "ar",

  longDate: (time) => `${weekday(time)} ${date(time)}`,
  date,
  shortDay: (time) => `${weekday(time)} ${time.day} ${shortMonth(time)}`,
  year: (time) => String(time.year),
  days: (first, last) => {
    if (dayOf(first) === dayOf(last)) return date(first);
    if (first.year !== last.year) return `من ${date(first)} إلى ${date(last)}`;
    if (first.month !== last.month) return `من ${first.day} ${month(first)} إلى ${date(last)}`;
    return `من ${first.day} إلى ${date(last)}`;
  },
  dateAndClock: (day, clock) => `${day}، ${clock}`,
  dateAndClocks: (day, first, last) => `${day}، ${first}–${last}`,
  number,
  posts: (value) =>
    count(value, {
      zero: "لا منشورات",
      one: "منشور واحد",
      two: "منشوران",
      few: "{count} منشورات",
      many: "{count} منشورًا",
      other: "{count} منشور",
    }),
  livePages: (value) =>
    count(value, {
      zero: "لا تغطيات مباشرة",
      one: "تغطية مباشرة واحدة",
      two: "تغطيتان مباشرتان",
      few: "{count} تغطيات مباشرة",
      many: "{count} تغطية مباشرة",
      other: "{count} تغطية مباشرة",
    }),
  livePageRange: (first, last) => `التغطيات المباشرة من ${number(first)} إلى ${number(last)}`,
  gap: (minutes) => {
    const hours = Math.round(minutes / 60);
    return hours < 48
      ? count(hours, {
          zero: "أقل من ساعة بلا منشورات",
          one: "ساعة واحدة بلا منشورات",
          two: "ساعتان بلا منشورات",
          few: "{count} ساعات بلا منشورات",
          many: "{count} ساعة بلا منشورات",
          other: "{count} ساعة بلا منشورات",
        })
      : count(Math.round(hours / 24), {
          zero: "أقل من يوم بلا منشورات",
          one: "يوم واحد بلا منشورات",
          two: "يومان بلا منشورات",
          few: "{count} أيام بلا منشورات",
          many: "{count} يومًا بلا منشورات",
          other: "{count} يوم بلا منشورات",
        });
  },
  list,
  aside: (text, rest) => `${text}، ${rest}`,
  named: (name, text) => `${name}: ${text}`,
  zoneNames: { GMT: "توقيت غرينتش", BST: "توقيت بريطانيا الصيفي" },

  skipToPosts: "انتقل إلى المنشورات",
  skipToContent: "انتقل إلى النص",
  frontPage: "كل التغطيات المباشرة",
  ended: "انتهت التغطية المباشرة",
  archived: "تاريخ الأرشفة",
  covers: "الفترة المشمولة",
  extent: "الحجم",
  publisher: "الناشر",
  source: "المصدر",
  originalPage: "الصفحة الأصلية",
  times: "التوقيت",
  inferred: (parts) => `مستنتج من السياق: ${list(parts.map((part) => inferredNames[part]))}`,
  note: "ملاحظة",
  editors: "كتابة وتحرير",
  rights: "الحقوق",
  summary: "ملخص",
  allPosts: "كل المنشورات",
  liveCoverage: "التغطية المباشرة",
  order: "ترتيب المنشورات",
  newestFirst: "الأحدث أولًا",
  oldestFirst: "الأقدم أولًا",
  noPosts: "لا منشورات في هذه التغطية المباشرة.",
  noLivePages: "لا توجد تغطيات مباشرة في هذا الأرشيف بعد.",
  noLivePagesHint: "تظهر التغطية المباشرة هنا فور استيرادها وإعادة بناء الأرشيف.",

  breaking: "عاجل",
  noTime: "الوقت غير معروف",
  post: "منشور",
  truncated: "تنتهي النسخة المحفوظة هنا، في منتصف هذا المنشور. وما تلاه غير معروف.",
  absentPicture: "الصورة غير موجودة في هذا الأرشيف",
  noDescription: "صورة بلا وصف",
  media: { video: "فيديو", audio: "مقطع صوتي", embed: "محتوى مضمّن", map: "خريطة", chart: "رسم بياني" },
  absentMedia: "خارج هذا الأرشيف",
  original: "افتح الأصل",
  partOf: "من التغطية المباشرة",
  inTheStream: "اقرأه ضمن التغطية المباشرة",
  earlier: "السابق",
  later: "التالي",
  neighbours: "المنشوران السابق والتالي",

  olderPages: "تغطيات مباشرة أقدم",
  newerPages: "تغطيات مباشرة أحدث",
  morePages: "المزيد من التغطيات المباشرة",

  keyEvents: "أبرز الأحداث",
  onThisPage: "في هذه الصفحة",
  wholeEvent: "الحدث كاملًا في صفحة واحدة",
  pageOf: (value, of) => `الصفحة ${number(value)} من ${number(of)}`,
  newestOf: (pages) => `أحدث صفحة من أصل ${number(pages)}`,
  eventPages: "صفحات هذه التغطية المباشرة",
  newerPosts: "منشورات أحدث",
  olderPosts: "منشورات أقدم",
  newestPosts: "أحدث المنشورات",
  indexOfPosts: "فهرس كل المنشورات",
  readOn: "تابع القراءة",
  toTop: "إلى الأعلى",
  updated: "آخر تحديث",
  correction: "تصويب",

  provenance: "مصدر هذا النص",
  originalPost: "المنشور الأصلي",
  capturedAt: "تاريخ الحفظ",
  captureDigest: "بصمة SHA-256 للنسخة المحفوظة",
  readBy: "قُرئ على أنه",
  inferredHere: "المستنتج",
  nothingInferred: "لا شيء: النسخة المحفوظة تذكر الوقت كاملًا",
  sourceText: "النص المصدري (Markdown)",
  link: "رابط",
  permalink: "العنوان الدائم",
  toCite: "اقتباس",
  cite: "اقتبس هذا المنشور",
  citePage: "اقتبس هذه التغطية المباشرة",
  capturedFrom: (day, address) => `حُفظ في ${day} من ${address}`,
  wikiTemplate: "قالب ويكي",
  earlierWordings: (value) =>
    count(value, {
      zero: "لا صيغ سابقة",
      one: "صيغة سابقة واحدة",
      two: "صيغتان سابقتان",
      few: "{count} صيغ سابقة",
      many: "{count} صيغة سابقة",
      other: "{count} صيغة سابقة",
    }),
  wordingsNote: "ما تغيّر من كل صيغة إلى التي تليها.",
  removed: "محذوف:",
  added: "مضاف:",
  unchanged: (value) =>
    count(value, {
      zero: "لا فقرات بلا تغيير",
      one: "فقرة واحدة بلا تغيير",
      two: "فقرتان بلا تغيير",
      few: "{count} فقرات بلا تغيير",
      many: "{count} فقرة بلا تغيير",
      other: "{count} فقرة بلا تغيير",
    }),
  knownThen: "ما كان معروفًا عند الساعة",
  sendByMail: "إرسال بالبريد الإلكتروني",

  gallery: "الصور",
  galleryOf: (title) => `الصور: ${isolated(title)}`,
  pictures: (value) =>
    count(value, {
      zero: "لا صور",
      one: "صورة واحدة",
      two: "صورتان",
      few: "{count} صور",
      many: "{count} صورة",
      other: "{count} صورة",
    }),
  enlarge: "تكبير الصورة",
  close: "إغلاق",
  previousPicture: "الصورة السابقة",
  nextPicture: "الصورة التالية",
  fromPost: "من المنشور",

  otherForms: "بصيغ أخرى",
  feed: "خلاصة الأخبار",
  about: "عن هذا الأرشيف",
  aboutPage: aboutAr,

  client: {
    searchEvent: "ابحث في هذه التغطية المباشرة",
    searchHint: "العناوين والنصوص والتعليقات والأسماء؛ ضع «العبارة» بين علامتي تنصيص",
    searchArchive: "ابحث في كل التغطيات المباشرة",
    searched: "التغطيات التي شملها البحث: {count} من {total}، الأحدث أولًا",
    stop: "إيقاف",
    goOn: "متابعة البحث",
    notSearched: "تعذّر البحث في: \u2068{name}\u2069",
    allFound: "كل ما عُثر عليه هنا",
    nearest: "هل تقصد:",
    elsewhere: "في صفحات أخرى",
    hereAndElsewhere: "المنشورات في هذه الصفحة: {here}، في صفحات أخرى: {elsewhere}",
    onPage: "الصفحة {number}",
    clear: "مسح",
    found: {
      zero: "لم يُعثر على أي منشور",
      one: "عُثر على منشور واحد",
      two: "عُثر على منشورين",
      few: "عُثر على {count} منشورات",
      many: "عُثر على {count} منشورًا",
      other: "عُثر على {count} منشور",
    },
    nothingFound: "لا منشور يتضمن هذه الكلمات.",
    filter: "تصفية",
    label: "التصنيف",
    byline: "الكاتب",
    day: "اليوم",
    any: "الكل",
    onlyKeyEvents: "أبرز الأحداث فقط",
    onlyPictures: "المنشورات المصورة فقط",
    showing: "المنشورات المعروضة: {count} من {total}",
    times: "التوقيت",
    pageTime: "كما نُشر ({zone})",
    readerTime: "حيث أنا ({zone})",
    eventTime: "في مكان الحدث ({zone})",
    asOf: "إعادة العرض",
    asOfNote: "النصوص معروضة بصيغتها الأخيرة، والمنشورات التي كانت لها صيغ أخرى تقود إليها.",
    asOfLeave: "الحدث كاملًا",
    asOfShown: `الصفحة كما كانت في ${isolated("{day}، {clock}")} · المنشورات {count} من {total}`,
    pause: "إيقاف مؤقت",
    copy: "نسخ",
    copied: "تم النسخ",
    share: "مشاركة",
    resume: "تابع القراءة من: \u2068{name}\u2069",
    dismiss: "إخفاء",
    keyboard: "لوحة المفاتيح",
    keyNext: "المنشور التالي",
    keyPrevious: "المنشور السابق",
    keySearch: "بحث",
    keyHelp: "هذه القائمة",
    keyClose: "إغلاق",
    keysOn: "استخدام هذه المفاتيح",
  },

  notFoundTitle: "لا شيء محفوظ في هذا العنوان",
  notFoundText: "الأرشيف موجود، لكن لا توجد فيه صفحة بهذا الاسم.",
  notFoundMisspelt: "تحقق من العنوان مرة أخرى، فقد يكون حرف ناقصًا في آخره.",
  notFoundShorten:
    "أو اختصره: احذف الجزء الأخير منه حتى الشرطة المائلة إلى أن تظهر صفحة. فعنوان التغطية المباشرة وعناوين منشوراتها تبدأ بالجزء نفسه.",
  notFoundFront: "إلى الصفحة الرئيسية",
};

const hijriMonths =
  "محرم,صفر,ربيع الأول,ربيع الآخر,جمادى الأولى,جمادى الآخرة,رجب,شعبان,رمضان,شوال,ذو القعدة,ذو الحجة".split(",");

/** Arabic as in Saudi Arabia: dates in the Gregorian and in the Umm al-Qura calendar. */
export const arSaudi: Strings = {
  ...ar,
  longDate: (time) => {
    const hijri = ummAlQura(time);
    const beside = hijri && ` (${hijri.day} ${hijriMonths[hijri.month - 1] ?? ""} ${hijri.year} هـ)`;
    return `${ar.longDate(time)}${beside ?? ""}`;
  },
};
