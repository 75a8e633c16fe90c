/** The interface in Ukrainian: months in the genitive, words in their plural forms. */
import type { InferredPart } from "../../../model/live-page.ts";
import type { CalendarTime } from "../../time/clock.ts";
import { aboutUk } from "../about/uk.ts";
import { dateSpan, joinList } from "../joining.ts";
import { counting, eastSlavicPlural, grouped } from "../plural.ts";
import type { Strings } from "../strings.ts";

const months = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" ");
const shortMonths = "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.".split(" ");
const weekdays = "неділя понеділок вівторок середа четвер п’ятниця субота".split(" ");
const shortWeekdays = "нд пн вт ср чт пт сб".split(" ");

const month = (time: CalendarTime): string => months[time.month - 1] ?? "";
const date = (time: CalendarTime): string => `${time.day} ${month(time)} ${time.year}`;

const number = (value: number): string => grouped(value, "\u00a0");
const count = counting(eastSlavicPlural, number);

const list = joinList(", ", " і ");

const inferredNames: Readonly<Record<InferredPart, string>> = { year: "рік", date: "дата", zone: "часовий пояс" };

export const uk: Strings = {
  language: "uk",

  longDate: (time) => `${weekdays[time.weekday] ?? ""}, ${date(time)}\u00a0року`,
  date,
  shortDay: (time) => `${shortWeekdays[time.weekday] ?? ""}, ${time.day} ${shortMonths[time.month - 1] ?? ""}`,
  year: (time) => String(time.year),
  days: dateSpan({
    day: (time) => String(time.day),
    dayAndMonth: (time) => `${time.day} ${month(time)}`,
    date,
  }),
  dateAndClock: (day, clock) => `${day}, ${clock}`,
  dateAndClocks: (day, first, last) => `${day}, ${first}–${last}`,
  number,
  posts: (value) => count(value, { one: "{count} допис", few: "{count} дописи", many: "{count} дописів" }),
  livePages: (value) =>
    count(value, {
      one: "{count} онлайн-репортаж",
      few: "{count} онлайн-репортажі",
      many: "{count} онлайн-репортажів",
    }),
  livePageRange: (first, last) => `Онлайн-репортажі з ${number(first)} до ${number(last)}`,
  gap: (minutes) => {
    const hours = Math.round(minutes / 60);
    return hours < 48
      ? count(hours, {
          one: "{count} година без нових дописів",
          few: "{count} години без нових дописів",
          many: "{count} годин без нових дописів",
        })
      : count(Math.round(hours / 24), {
          one: "{count} день без нових дописів",
          few: "{count} дні без нових дописів",
          many: "{count} днів без нових дописів",
        });
  },
  list,
  aside: (text, rest) => `${text}, ${rest}`,
  named: (name, text) => `${name}: ${text}`,
  zoneNames: { GMT: "час за Гринвічем", BST: "британський літній час" },

  skipToPosts: "Перейти до дописів",
  skipToContent: "Перейти до тексту",
  frontPage: "Усі онлайн-репортажі",
  ended: "Онлайн завершено",
  archived: "В архіві з",
  covers: "Період",
  extent: "Обсяг",
  publisher: "Видання",
  source: "Джерело",
  originalPage: "Оригінальна сторінка",
  times: "Час",
  inferred: (parts) => `за непрямими даними: ${list(parts.map((part) => inferredNames[part]))}`,
  note: "Примітка",
  editors: "Автори й редактори",
  rights: "Права",
  summary: "Головне",
  allPosts: "Усі дописи",
  liveCoverage: "Перебіг подій",
  order: "Порядок дописів",
  newestFirst: "Спочатку нові",
  oldestFirst: "Спочатку старі",
  noPosts: "У цьому онлайн-репортажі немає дописів.",
  noLivePages: "У цьому архіві поки немає онлайн-репортажів.",
  noLivePagesHint: "Онлайн-репортаж з’явиться тут, щойно його імпортують і архів буде зібрано знову.",

  breaking: "Терміново",
  noTime: "Час невідомий",
  post: "Допис",
  truncated: "Збережена копія обривається тут, посеред допису. Що було далі, невідомо.",
  absentPicture: "Зображення немає в цьому архіві",
  noDescription: "Зображення без опису",
  media: { video: "Відео", audio: "Аудіо", embed: "Вбудований матеріал", map: "Мапа", chart: "Графік" },
  absentMedia: "немає в цьому архіві",
  original: "Відкрити оригінал",
  partOf: "З онлайн-репортажу",
  inTheStream: "Читати в онлайн-репортажі",
  earlier: "Раніше",
  later: "Пізніше",
  neighbours: "Попередній і наступний дописи",

  olderPages: "Старіші онлайн-репортажі",
  newerPages: "Новіші онлайн-репортажі",
  morePages: "Інші онлайн-репортажі",

  keyEvents: "Ключові події",
  onThisPage: "На цій сторінці",
  wholeEvent: "Увесь репортаж на одній сторінці",
  pageOf: (value, of) => `Сторінка ${number(value)} з ${number(of)}`,
  newestOf: (pages) => `Найновіша сторінка з ${number(pages)}`,
  eventPages: "Сторінки цього онлайн-репортажу",
  newerPosts: "Новіші дописи",
  olderPosts: "Старіші дописи",
  newestPosts: "Останні дописи",
  indexOfPosts: "Покажчик усіх дописів",
  readOn: "Читати далі",
  toTop: "Нагору",
  updated: "Оновлено",
  correction: "Виправлення",

  provenance: "Походження тексту",
  originalPost: "Оригінальний допис",
  capturedAt: "Збережено",
  captureDigest: "SHA-256 збереженої копії",
  readBy: "Прочитано як",
  inferredHere: "За непрямими даними",
  nothingInferred: "нічого: час у збереженій копії вказано повністю",
  sourceText: "Вихідний текст (Markdown)",
  link: "Посилання",
  permalink: "Постійна адреса",
  toCite: "Цитувати",
  cite: "Послатися на цей допис",
  citePage: "Послатися на цей онлайн-репортаж",
  capturedFrom: (day, address) => `Збережено ${day} з адреси ${address}`,
  wikiTemplate: "Вікішаблон",
  earlierWordings: (value) =>
    count(value, {
      one: "{count} попередня редакція",
      few: "{count} попередні редакції",
      many: "{count} попередніх редакцій",
    }),
  wordingsNote: "Що змінилося від кожної редакції до наступної.",
  removed: "вилучено:",
  added: "додано:",
  unchanged: (value) =>
    count(value, {
      one: "{count} абзац без змін",
      few: "{count} абзаци без змін",
      many: "{count} абзаців без змін",
    }),
  knownThen: "Що було відомо на",
  sendByMail: "Надіслати електронною поштою",

  gallery: "Зображення",
  galleryOf: (title) => `Зображення: ${title}`,
  pictures: (value) =>
    count(value, { one: "{count} зображення", few: "{count} зображення", many: "{count} зображень" }),
  enlarge: "Збільшити зображення",
  close: "Закрити",
  previousPicture: "Попереднє зображення",
  nextPicture: "Наступне зображення",
  fromPost: "З допису",

  otherForms: "В інших форматах",
  feed: "Стрічка",
  about: "Про цей архів",
  aboutPage: aboutUk,

  client: {
    searchEvent: "Пошук у цьому онлайн-репортажі",
    searchHint: "Заголовки, тексти, підписи, імена; «точна фраза» в лапках",
    searchArchive: "Пошук у всіх онлайн-репортажах",
    searched: "Переглянуто репортажів: {count} з {total}, спершу новіші",
    stop: "Зупинити",
    goOn: "Шукати далі",
    notSearched: "Не вдалося виконати пошук: {name}",
    allFound: "Усі знайдені тут дописи",
    nearest: "Можливо, ви мали на увазі:",
    elsewhere: "На інших сторінках",
    hereAndElsewhere: "Знайдено дописів на цій сторінці: {here}, на інших: {elsewhere}",
    onPage: "Сторінка {number}",
    clear: "Очистити",
    found: {
      one: "Знайдено {count} допис",
      few: "Знайдено {count} дописи",
      many: "Знайдено {count} дописів",
      other: "Знайдено {count} допису",
    },
    nothingFound: "Дописів із такими словами немає.",
    filter: "Фільтр",
    label: "Рубрика",
    byline: "Автор",
    day: "День",
    any: "усі",
    onlyKeyEvents: "Лише ключові події",
    onlyPictures: "Лише із зображеннями",
    showing: "Показано дописів: {count} з {total}",
    times: "Час",
    pageTime: "як у публікації ({zone})",
    readerTime: "у мене ({zone})",
    eventTime: "на місці подій ({zone})",
    asOf: "Повтор",
    asOfNote: "Тексти подано в останній редакції; від дописів, які мали інші, ведуть посилання до них.",
    asOfLeave: "весь репортаж",
    asOfShown: "Станом на {day}, {clock} · дописів {count} з {total}",
    pause: "Пауза",
    copy: "Копіювати",
    copied: "Скопійовано",
    share: "Поділитися",
    resume: "Продовжити читання: {name}",
    dismiss: "Сховати",
    keyboard: "Клавіатура",
    keyNext: "Наступний допис",
    keyPrevious: "Попередній допис",
    keySearch: "Пошук",
    keyHelp: "Цей список",
    keyClose: "Закрити",
    keysOn: "Використовувати ці клавіші",
  },

  notFoundTitle: "За цією адресою нічого немає",
  notFoundText: "Архів на місці, але сторінки з такою назвою в ньому немає.",
  notFoundMisspelt: "Перевірте адресу: можливо, наприкінці бракує літери.",
  notFoundShorten:
    "Або скоротіть її: прибирайте останню частину до скісної риски, доки не відкриється сторінка. Адреси онлайн-репортажу і його дописів починаються однаково.",
  notFoundFront: "На головну сторінку",
};
