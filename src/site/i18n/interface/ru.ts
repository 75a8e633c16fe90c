/** The interface in Russian: months in the genitive, words in their plural forms. */
import type { InferredPart } from "../../../model/live-page.ts";
import type { CalendarTime } from "../../time/clock.ts";
import { aboutRu } from "../about/ru.ts";
import { dateSpan, joinList } from "../joining.ts";
import { counting, eastSlavicPlural, grouped } from "../plural.ts";
import type { Strings } from "../strings.ts";

const months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
const shortMonths = "янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.".split(" ");
const weekdays = "воскресенье понедельник вторник среда четверг пятница суббота".split(" ");
const shortWeekdays = "вс пн вт ср чт пт сб".split(" ");

const month = (time: CalendarTime): string => months[time.month - 1] ?? "";
const date = (time: CalendarTime): string => `${time.day} ${month(time)} ${time.year}`;

const number = (value: number): string => grouped(value, "\u00a0");
const count = counting(eastSlavicPlural, number);

const list = joinList(", ", " и ");

const inferredNames: Readonly<Record<InferredPart, string>> = { year: "год", date: "дата", zone: "часовой пояс" };

export const ru: Strings = {
  language: "ru",

  longDate: (time) => `${weekdays[time.weekday] ?? ""}, ${date(time)}\u00a0года`,
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
  posts: (value) => count(value, { one: "{count} запись", few: "{count} записи", many: "{count} записей" }),
  livePages: (value) =>
    count(value, {
      one: "{count} онлайн-репортаж",
      few: "{count} онлайн-репортажа",
      many: "{count} онлайн-репортажей",
    }),
  livePageRange: (first, last) => `Онлайн-репортажи с ${number(first)} по ${number(last)}`,
  gap: (minutes) => {
    const hours = Math.round(minutes / 60);
    return hours < 48
      ? count(hours, {
          one: "{count} час без новых записей",
          few: "{count} часа без новых записей",
          many: "{count} часов без новых записей",
        })
      : count(Math.round(hours / 24), {
          one: "{count} день без новых записей",
          few: "{count} дня без новых записей",
          many: "{count} дней без новых записей",
        });
  },
  list,
  aside: (text, rest) => `${text}, ${rest}`,
  named: (name, text) => `${name}: ${text}`,
  zoneNames: { GMT: "время по Гринвичу", BST: "британское летнее время" },

  skipToPosts: "Перейти к записям",
  skipToContent: "Перейти к тексту",
  frontPage: "Все онлайн-репортажи",
  ended: "Онлайн завершен",
  archived: "В архиве с",
  covers: "Период",
  extent: "Объем",
  publisher: "Издание",
  source: "Источник",
  originalPage: "Исходная страница",
  times: "Время",
  inferred: (parts) => `по косвенным данным: ${list(parts.map((part) => inferredNames[part]))}`,
  note: "Примечание",
  editors: "Авторы и редакторы",
  rights: "Права",
  summary: "Главное",
  allPosts: "Все записи",
  liveCoverage: "Ход событий",
  order: "Порядок записей",
  newestFirst: "Сначала новые",
  oldestFirst: "Сначала старые",
  noPosts: "В этом онлайн-репортаже нет записей.",
  noLivePages: "В этом архиве пока нет онлайн-репортажей.",
  noLivePagesHint: "Онлайн-репортаж появится здесь, как только его импортируют и архив будет собран заново.",

  breaking: "Срочно",
  noTime: "Время неизвестно",
  post: "Запись",
  truncated: "Сохраненная копия обрывается здесь, посреди записи. Что было дальше, неизвестно.",
  absentPicture: "Изображения нет в этом архиве",
  noDescription: "Изображение без описания",
  media: { video: "Видео", audio: "Аудио", embed: "Встроенный материал", map: "Карта", chart: "График" },
  absentMedia: "нет в этом архиве",
  original: "Открыть оригинал",
  partOf: "Из онлайн-репортажа",
  inTheStream: "Читать в онлайн-репортаже",
  earlier: "Раньше",
  later: "Позже",
  neighbours: "Предыдущая и следующая записи",

  olderPages: "Более старые онлайн-репортажи",
  newerPages: "Более новые онлайн-репортажи",
  morePages: "Другие онлайн-репортажи",

  keyEvents: "Ключевые события",
  onThisPage: "На этой странице",
  wholeEvent: "Весь репортаж на одной странице",
  pageOf: (value, of) => `Страница ${number(value)} из ${number(of)}`,
  newestOf: (pages) => `Самая новая страница из ${number(pages)}`,
  eventPages: "Страницы этого онлайн-репортажа",
  newerPosts: "Более новые записи",
  olderPosts: "Более старые записи",
  newestPosts: "Последние записи",
  indexOfPosts: "Указатель всех записей",
  readOn: "Читать дальше",
  toTop: "Наверх",
  updated: "Обновлено",
  correction: "Исправление",

  provenance: "Происхождение текста",
  originalPost: "Исходная запись",
  capturedAt: "Сохранено",
  captureDigest: "SHA-256 сохраненной копии",
  readBy: "Прочитано как",
  inferredHere: "По косвенным данным",
  nothingInferred: "ничего: время в сохраненной копии указано полностью",
  sourceText: "Исходный текст (Markdown)",
  link: "Ссылка",
  permalink: "Постоянный адрес",
  toCite: "Цитировать",
  cite: "Сослаться на эту запись",
  citePage: "Сослаться на этот онлайн-репортаж",
  capturedFrom: (day, address) => `Сохранено ${day} с адреса ${address}`,
  wikiTemplate: "Вики-шаблон",
  earlierWordings: (value) =>
    count(value, {
      one: "{count} прежняя редакция",
      few: "{count} прежние редакции",
      many: "{count} прежних редакций",
    }),
  wordingsNote: "Что изменилось от каждой редакции к следующей.",
  removed: "удалено:",
  added: "добавлено:",
  unchanged: (value) =>
    count(value, {
      one: "{count} абзац без изменений",
      few: "{count} абзаца без изменений",
      many: "{count} абзацев без изменений",
    }),
  knownThen: "Что было известно на",
  sendByMail: "Отправить по электронной почте",

  gallery: "Изображения",
  galleryOf: (title) => `Изображения: ${title}`,
  pictures: (value) =>
    count(value, { one: "{count} изображение", few: "{count} изображения", many: "{count} изображений" }),
  enlarge: "Увеличить изображение",
  close: "Закрыть",
  previousPicture: "Предыдущее изображение",
  nextPicture: "Следующее изображение",
  fromPost: "Из записи",

  otherForms: "В других форматах",
  feed: "Лента",
  about: "Об этом архиве",
  aboutPage: aboutRu,

  client: {
    searchEvent: "Поиск по этому онлайн-репортажу",
    searchHint: "Заголовки, тексты, подписи, имена; «точная фраза» в кавычках",
    searchArchive: "Поиск по всем онлайн-репортажам",
    searched: "Просмотрено репортажей: {count} из {total}, сначала новые",
    stop: "Остановить",
    goOn: "Искать дальше",
    notSearched: "Не удалось выполнить поиск: {name}",
    allFound: "Все найденные здесь записи",
    nearest: "Возможно, вы имели в виду:",
    elsewhere: "На других страницах",
    hereAndElsewhere: "Найдено записей на этой странице: {here}, на других: {elsewhere}",
    onPage: "Страница {number}",
    clear: "Очистить",
    found: {
      one: "Найдена {count} запись",
      few: "Найдены {count} записи",
      many: "Найдено {count} записей",
      other: "Найдено {count} записи",
    },
    nothingFound: "Записей с такими словами нет.",
    filter: "Фильтр",
    label: "Рубрика",
    byline: "Автор",
    day: "День",
    any: "все",
    onlyKeyEvents: "Только ключевые события",
    onlyPictures: "Только с изображениями",
    showing: "Показано записей: {count} из {total}",
    times: "Время",
    pageTime: "как в публикации ({zone})",
    readerTime: "у меня ({zone})",
    eventTime: "на месте событий ({zone})",
    asOf: "Повтор",
    asOfNote: "Тексты приведены в последней редакции; от записей, у которых были другие, ведут ссылки к ним.",
    asOfLeave: "весь репортаж",
    asOfShown: "По состоянию на {day}, {clock} · записей {count} из {total}",
    pause: "Пауза",
    copy: "Копировать",
    copied: "Скопировано",
    share: "Поделиться",
    resume: "Продолжить чтение: {name}",
    dismiss: "Скрыть",
    keyboard: "Клавиатура",
    keyNext: "Следующая запись",
    keyPrevious: "Предыдущая запись",
    keySearch: "Поиск",
    keyHelp: "Этот список",
    keyClose: "Закрыть",
    keysOn: "Использовать эти клавиши",
  },

  notFoundTitle: "По этому адресу ничего нет",
  notFoundText: "Архив на месте, но страницы с таким именем в нем нет.",
  notFoundMisspelt: "Проверьте адрес: возможно, в конце не хватает буквы.",
  notFoundShorten:
    "Или сократите его: убирайте последнюю часть до косой черты, пока не откроется страница. Адреса онлайн-репортажа и его записей начинаются одинаково.",
  notFoundFront: "На главную страницу",
};
