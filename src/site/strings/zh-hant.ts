/** The interface in Chinese, in traditional characters, in the words of Taiwan. */
import type { InferredPart } from "../../model/live-page.ts";
import { dayOf, type LocalTime } from "../clock.ts";
import { aboutZhHant } from "./about-zh-hant.ts";
import { listing } from "./joining.ts";
import type { Strings } from "./strings.ts";

const weekdays = [..."日一二三四五六"];

const monthAndDay = (time: LocalTime): string => `${time.month}月${time.day}日`;
const date = (time: LocalTime): string => `${time.year}年${monthAndDay(time)}`;
const weekday = (time: LocalTime): string => weekdays[time.weekday] ?? "";

const list = listing("、", "和");

const inferredNames: Readonly<Record<InferredPart, string>> = { year: "年份", date: "日期", zone: "時區" };

export const zhHant: Strings = {
  language: "zh-Hant",

  longDate: (time) => `${date(time)}星期${weekday(time)}`,
  date,
  shortDay: (time) => `${monthAndDay(time)}週${weekday(time)}`,
  days: (first, last) => {
    if (dayOf(first) === dayOf(last)) return date(first);
    if (first.year !== last.year) return `${date(first)}至${date(last)}`;
    if (first.month !== last.month) return `${date(first)}至${monthAndDay(last)}`;
    return `${date(first)}至${last.day}日`;
  },
  dateAndClock: (day, clock) => `${day} ${clock}`,
  number: String,
  posts: (value) => `${value}條動態`,
  livePages: (value) => `${value}場文字直播`,
  livePageRange: (first, last) => `第${first}至${last}場文字直播`,
  gap: (minutes) => {
    const hours = Math.round(minutes / 60);
    return hours < 48 ? `${hours}小時內無新動態` : `${Math.round(hours / 24)}天內無新動態`;
  },
  list,
  aside: (text, rest) => `${text}，${rest}`,
  named: (name, text) => `${name}：${text}`,
  zoneNames: { GMT: "格林威治標準時間", BST: "英國夏令時間" },

  skipToPosts: "跳至動態",
  skipToContent: "跳至正文",
  frontPage: "全部文字直播",
  ended: "直播已結束",
  archived: "存檔時間",
  covers: "起止時間",
  extent: "篇幅",
  publisher: "發布機構",
  source: "來源",
  originalPage: "原始頁面",
  times: "時間",
  inferred: (parts) => `${list(parts.map((part) => inferredNames[part]))}為推斷所得`,
  note: "說明",
  editors: "撰稿與編輯",
  rights: "版權",
  summary: "要點",
  allPosts: "全部動態",
  liveCoverage: "直播內容",
  order: "動態排序",
  newestFirst: "最新在前",
  oldestFirst: "最早在前",
  noPosts: "這場文字直播沒有動態。",
  noLivePages: "這個檔案庫中還沒有文字直播。",
  noLivePagesHint: "匯入文字直播並重新生成檔案庫後，內容會顯示在這裡。",

  breaking: "突發",
  noTime: "時間不詳",
  post: "動態",
  truncated: "存檔在這條動態中途中斷，後續內容不詳。",
  absentPicture: "圖片未收入本檔案庫",
  noDescription: "圖片無文字說明",
  media: { video: "影片", audio: "音訊", embed: "嵌入內容", map: "地圖", chart: "圖表" },
  absentMedia: "未收入本檔案庫",
  original: "開啟原文",
  partOf: "出自文字直播",
  inTheStream: "在文字直播中閱讀",
  earlier: "上一條",
  later: "下一條",
  neighbours: "前後動態",

  olderPages: "更早的文字直播",
  newerPages: "更新的文字直播",
  morePages: "更多文字直播",

  keyEvents: "關鍵事件",
  onThisPage: "本頁內容",
  wholeEvent: "單頁閱讀全程",
  pageOf: (value, of) => `第${value}頁，共${of}頁`,
  eventPages: "這場文字直播的分頁",
  newerPosts: "較新動態",
  olderPosts: "較早動態",
  newestPosts: "最新動態",
  indexOfPosts: "全部動態索引",
  updated: "更新",
  correction: "更正",

  provenance: "內容出處",
  originalPost: "原始動態",
  capturedAt: "擷取時間",
  captureDigest: "擷取檔案的SHA-256值",
  readBy: "讀取格式",
  inferredHere: "推斷內容",
  nothingInferred: "無：擷取檔案載明完整時間",
  sourceText: "原始文字（Markdown）",
  permalink: "永久網址",
  cite: "引用這條動態",
  citePage: "引用這場文字直播",
  plainText: "純文字",
  wikiTemplate: "維基模板",
  earlierWordings: (value) => `${value}個早先版本`,
  wordingsNote: "每個版本到下一個版本的改動。",
  removed: "刪去：",
  added: "新增：",
  unchanged: (value) => `${value}段未改動`,
  knownThen: "當時已知的情況：",
  sendByMail: "以電子郵件傳送",

  gallery: "圖片",
  galleryOf: (title) => `圖片：${title}`,
  pictures: (value) => `${value}張圖片`,
  enlarge: "放大圖片",
  close: "關閉",
  previousPicture: "上一張圖片",
  nextPicture: "下一張圖片",
  fromPost: "出自動態",

  otherForms: "其他格式",
  feed: "訂閱來源",
  about: "關於本檔案庫",
  aboutPage: aboutZhHant,

  client: {
    search: "搜尋",
    searchEvent: "搜尋這場文字直播",
    searchHint: "標題、正文、圖片說明、人名；用「引號」查詢完整詞句",
    searchArchive: "搜尋所有文字直播",
    searched: "已搜尋{count}場文字直播，共{total}場，由新到舊",
    stop: "停止",
    goOn: "繼續搜尋",
    notSearched: "無法搜尋：{name}",
    allFound: "查看此處找到的全部動態",
    nearest: "您要找的是否為：",
    elsewhere: "在其他頁",
    hereAndElsewhere: "本頁找到{here}條動態，其他頁{elsewhere}條",
    onPage: "第{number}頁",
    clear: "清除",
    found: { other: "找到{count}條動態" },
    nothingFound: "沒有動態包含這些文字。",
    filter: "篩選",
    label: "標籤",
    byline: "作者",
    day: "日期",
    any: "不限",
    onlyKeyEvents: "僅看關鍵事件",
    onlyPictures: "僅看有圖動態",
    showing: "顯示{count}條動態，共{total}條",
    times: "時間",
    pageTime: "發布時所用時間（{zone}）",
    readerTime: "我的當地時間（{zone}）",
    eventTime: "事發地時間（{zone}）",
    asOf: "截至",
    asOfNote: "當時頁面上的內容。文字均為最終版本。",
    asOfWordings: "當時頁面上的內容。文字均為最終版本；有過其他版本的動態附有連結。",
    asOfLeave: "返回全程內容",
    asOfShown: "{time}：{count}條動態，共{total}條",
    play: "播放",
    pause: "暫停",
    copy: "複製",
    copied: "已複製",
    share: "分享",
    resume: "繼續閱讀：{name}",
    dismiss: "不再提示",
    keyboard: "鍵盤操作",
    keyNext: "下一條動態",
    keyPrevious: "上一條動態",
    keySearch: "搜尋",
    keyHelp: "顯示此列表",
    keyClose: "關閉",
    keysOn: "使用這些按鍵",
  },

  notFoundTitle: "此網址沒有存檔內容",
  notFoundText: "檔案庫在此，但沒有這個名稱的頁面。",
  notFoundMisspelt: "請再核對網址：末尾可能缺了一個字母。",
  notFoundShorten: "或者縮短網址：從末尾逐段刪至斜線，直到出現頁面。一場文字直播與其動態的網址開頭相同。",
  notFoundFront: "前往首頁",
};
