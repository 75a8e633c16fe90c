/**
 * The interface in Persian: days of the Solar Hijri calendar, digits of its own. Clocks keep European digits:
 * they are compared with zones ("UTC+3:30"), citations and data, which have no other.
 */
import type { InferredPart } from "../../../model/live-page.ts";
import { type CalendarTime, dayOf } from "../../time/clock.ts";
import { solarHijri } from "../../time/solar-hijri.ts";
import { aboutFa } from "../about/fa.ts";
import { isolated } from "../isolated.ts";
import { joinList } from "../joining.ts";
import { counting, grouped, persianPlural } from "../plural.ts";
import type { Strings } from "../strings.ts";

const solarMonths = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" ");
const months = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split(" ");
const weekdays = "یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه".split(" ");
const digits = [..."۰۱۲۳۴۵۶۷۸۹"];

const persian = (text: string): string => text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
const number = (value: number): string => persian(grouped(value, "٬"));
const count = counting(persianPlural, number);

const weekday = (time: CalendarTime): string => weekdays[time.weekday] ?? "";
const dayAndMonth = (time: CalendarTime): string => {
  const { month, day } = solarHijri(time);
  return persian(`${day} ${solarMonths[month - 1] ?? ""}`);
};
const date = (time: CalendarTime): string => `${dayAndMonth(time)} ${persian(String(solarHijri(time).year))}`;
const gregorian = (time: CalendarTime): string => persian(`${time.day} ${months[time.month - 1] ?? ""} ${time.year}`);

/** The mark after each comma keeps Latin names in the order of the sentence. */
const list = joinList("،\u200f ", " و ");

const inferredNames: Readonly<Record<InferredPart, string>> = { year: "سال", date: "تاریخ", zone: "منطقهٔ زمانی" };

export const fa: Strings = {
  language: "fa",

  longDate: (time) => `${weekday(time)} ${date(time)} (${gregorian(time)})`,
  date,
  shortDay: (time) => `${weekday(time)} ${dayAndMonth(time)}`,
  year: (time) => persian(String(solarHijri(time).year)),
  days: (first, last) => {
    if (dayOf(first) === dayOf(last)) return date(first);
    const [from, to] = [solarHijri(first), solarHijri(last)];
    if (from.year !== to.year) return `${date(first)} تا ${date(last)}`;
    if (from.month !== to.month) return `${dayAndMonth(first)} تا ${date(last)}`;
    return `${persian(String(from.day))} تا ${date(last)}`;
  },
  dateAndClock: (day, clock) => `${day}، ${clock}`,
  dateAndClocks: (day, first, last) => `${day}، ${first}–${last}`,
  number,
  posts: (value) => count(value, { one: "{count} مطلب", other: "{count} مطلب" }),
  livePages: (value) => count(value, { one: "{count} گزارش زنده", other: "{count} گزارش زنده" }),
  livePageRange: (first, last) => `گزارش‌های زندهٔ ${number(first)} تا ${number(last)}`,
  gap: (minutes) => {
    const hours = Math.round(minutes / 60);
    return hours < 48 ? `${number(hours)} ساعت بدون مطلب تازه` : `${number(Math.round(hours / 24))} روز بدون مطلب تازه`;
  },
  list,
  aside: (text, rest) => `${text}، ${rest}`,
  named: (name, text) => `${name}: ${text}`,
  zoneNames: { GMT: "وقت گرینویچ", BST: "وقت تابستانی بریتانیا" },

  skipToPosts: "رفتن به مطالب",
  skipToContent: "رفتن به متن",
  frontPage: "همهٔ گزارش‌های زنده",
  ended: "پوشش زنده پایان یافته است",
  archived: "تاریخ بایگانی",
  covers: "بازهٔ زمانی",
  extent: "حجم",
  publisher: "ناشر",
  source: "منبع",
  originalPage: "صفحهٔ اصلی",
  times: "زمان‌ها",
  inferred: (parts) => `${list(parts.map((part) => inferredNames[part]))} استنباط شده است`,
  note: "یادداشت",
  editors: "نویسندگان و ویراستاران",
  rights: "حقوق",
  summary: "چکیده",
  allPosts: "همهٔ مطالب",
  liveCoverage: "پوشش زنده",
  order: "ترتیب مطالب",
  newestFirst: "تازه‌ترین در ابتدا",
  oldestFirst: "قدیمی‌ترین در ابتدا",
  noPosts: "این گزارش زنده مطلبی ندارد.",
  noLivePages: "هنوز گزارش زنده‌ای در این بایگانی نیست.",
  noLivePagesHint: "گزارش زنده پس از وارد شدن و بازسازی بایگانی در اینجا نمایان می‌شود.",

  breaking: "خبر فوری",
  noTime: "زمان نامعلوم",
  post: "مطلب",
  truncated: "نسخهٔ ذخیره‌شده در میانهٔ این مطلب پایان می‌یابد. ادامهٔ آن معلوم نیست.",
  absentPicture: "این تصویر در بایگانی نیست",
  noDescription: "تصویر بدون شرح",
  media: { video: "ویدیو", audio: "صدا", embed: "محتوای جاسازی‌شده", map: "نقشه", chart: "نمودار" },
  absentMedia: "در این بایگانی نیست",
  original: "باز کردن نسخهٔ اصلی",
  partOf: "از گزارش زندهٔ",
  inTheStream: "خواندن در گزارش زنده",
  earlier: "قبلی",
  later: "بعدی",
  neighbours: "مطلب قبلی و بعدی",

  olderPages: "گزارش‌های زندهٔ قدیمی‌تر",
  newerPages: "گزارش‌های زندهٔ تازه‌تر",
  morePages: "گزارش‌های زندهٔ دیگر",

  keyEvents: "رویدادهای مهم",
  onThisPage: "در این صفحه",
  wholeEvent: "همهٔ گزارش در یک صفحه",
  pageOf: (value, of) => `صفحهٔ ${number(value)} از ${number(of)}`,
  newestOf: (pages) => `تازه‌ترین صفحه از ${number(pages)} صفحه`,
  eventPages: "صفحه‌های این گزارش زنده",
  newerPosts: "مطالب تازه‌تر",
  olderPosts: "مطالب قدیمی‌تر",
  newestPosts: "تازه‌ترین مطالب",
  indexOfPosts: "فهرست همهٔ مطالب",
  readOn: "ادامهٔ مطالعه",
  toTop: "بالای صفحه",
  updated: "به‌روز شده",
  correction: "اصلاحیه",

  provenance: "خاستگاه این متن",
  originalPost: "مطلب اصلی",
  capturedAt: "تاریخ ذخیره",
  captureDigest: "SHA-256 نسخهٔ ذخیره‌شده",
  readBy: "خوانده شده به عنوان",
  inferredHere: "استنباط‌شده",
  nothingInferred: "هیچ: زمان کامل در نسخهٔ ذخیره‌شده آمده است",
  sourceText: "متن منبع (Markdown)",
  link: "پیوند",
  permalink: "نشانی دائمی",
  toCite: "ارجاع",
  cite: "ارجاع به این مطلب",
  citePage: "ارجاع به این گزارش زنده",
  capturedFrom: (day, address) => `ذخیره‌شده در ${day} از ${address}`,
  wikiTemplate: "الگوی ویکی",
  earlierWordings: (value) => count(value, { one: "{count} متن پیشین", other: "{count} متن پیشین" }),
  wordingsNote: "آنچه از هر متن به متن بعدی تغییر کرده است.",
  removed: "حذف‌شده:",
  added: "افزوده:",
  unchanged: (value) => count(value, { one: "{count} بند بدون تغییر", other: "{count} بند بدون تغییر" }),
  knownThen: "آنچه در این ساعت معلوم بود:",
  sendByMail: "فرستادن با ایمیل",

  gallery: "تصاویر",
  galleryOf: (title) => `تصاویر: ${isolated(title)}`,
  pictures: (value) => count(value, { one: "{count} تصویر", other: "{count} تصویر" }),
  enlarge: "بزرگ کردن تصویر",
  close: "بستن",
  previousPicture: "تصویر قبلی",
  nextPicture: "تصویر بعدی",
  fromPost: "از مطلب",

  otherForms: "به شکل‌های دیگر",
  feed: "خوراک خبری",
  about: "دربارهٔ این بایگانی",
  aboutPage: aboutFa,

  client: {
    searchEvent: "جستجو در این گزارش زنده",
    searchHint: "عنوان‌ها، متن‌ها، شرح تصاویر، نام‌ها؛ «عبارت دقیق» میان گیومه",
    searchArchive: "جستجو در همهٔ گزارش‌های زنده",
    searched: "گزارش‌های جستجوشده: {count} از {total}، از تازه‌ترین",
    stop: "توقف",
    goOn: "ادامهٔ جستجو",
    notSearched: "جستجو ممکن نشد: \u2068{name}\u2069",
    allFound: "همهٔ مطالب پیداشده در این گزارش",
    nearest: "شاید منظورتان این بود:",
    elsewhere: "در صفحه‌های دیگر",
    hereAndElsewhere: "مطالب پیداشده در این صفحه: {here}، در صفحه‌های دیگر: {elsewhere}",
    onPage: "صفحهٔ {number}",
    clear: "پاک کردن",
    found: { one: "{count} مطلب پیدا شد", other: "{count} مطلب پیدا شد" },
    nothingFound: "هیچ مطلبی این واژه‌ها را ندارد.",
    filter: "پالایش",
    label: "برچسب",
    byline: "نویسنده",
    day: "روز",
    any: "همه",
    onlyKeyEvents: "فقط رویدادهای مهم",
    onlyPictures: "فقط مطالب تصویردار",
    showing: "{count} مطلب از {total} مطلب",
    times: "زمان‌ها",
    pageTime: "به وقت انتشار ({zone})",
    readerTime: "به وقت محل من ({zone})",
    eventTime: "به وقت محل رویداد ({zone})",
    asOf: "بازپخش",
    asOfNote: "متن‌ها به آخرین صورت خود آمده‌اند؛ مطلب‌هایی که متن دیگری داشته‌اند به آن پیوند دارند.",
    asOfLeave: "همهٔ گزارش",
    asOfShown: `صفحه چنان‌که در ${isolated("{day}، {clock}")} بود · {count} مطلب از {total} مطلب`,
    pause: "مکث",
    copy: "رونوشت",
    copied: "رونوشت شد",
    share: "هم‌رسانی",
    resume: "ادامهٔ خواندن از: \u2068{name}\u2069",
    dismiss: "پنهان کردن",
    keyboard: "صفحه‌کلید",
    keyNext: "مطلب بعدی",
    keyPrevious: "مطلب قبلی",
    keySearch: "جستجو",
    keyHelp: "همین فهرست",
    keyClose: "بستن",
    keysOn: "استفاده از این کلیدها",
  },

  notFoundTitle: "در این نشانی چیزی نگهداری نمی‌شود",
  notFoundText: "بایگانی همین‌جاست، اما صفحه‌ای به این نام ندارد.",
  notFoundMisspelt: "نشانی را دوباره ببینید: شاید حرفی از پایان آن افتاده باشد.",
  notFoundShorten:
    "یا آن را کوتاه کنید: بخش پایانی را تا خط مورب حذف کنید تا صفحه‌ای نمایان شود. نشانی گزارش زنده و مطالب آن آغاز یکسانی دارند.",
  notFoundFront: "رفتن به صفحهٔ نخست",
};
