/** The interface in Chinese, in simplified characters, with the full-width punctuation of its newspapers. */
import type { InferredPart } from "../../model/live-page.ts";
import { dayOf, type LocalTime } from "../clock.ts";
import { aboutZh } from "./about-zh.ts";
import { listing } from "./joining.ts";
import type { Strings } from "./strings.ts";

const weekdays = [..."日一二三四五六"];

const monthAndDay = (time: LocalTime): string => `${time.month}月${time.day}日`;
const date = (time: LocalTime): string => `${time.year}年${monthAndDay(time)}`;
const weekday = (time: LocalTime): string => weekdays[time.weekday] ?? "";

const list = listing("、", "和");

const inferredNames: Readonly<Record<InferredPart, string>> = { year: "年份", date: "日期", zone: "时区" };

export const zh: Strings = {
  language: "zh",

  longDate: (time) => `${date(time)}星期${weekday(time)}`,
  date,
  shortDay: (time) => `${monthAndDay(time)}周${weekday(time)}`,
  days: (first, last) => {
    if (dayOf(first) === dayOf(last)) return date(first);
    if (first.year !== last.year) return `${date(first)}至${date(last)}`;
    if (first.month !== last.month) return `${date(first)}至${monthAndDay(last)}`;
    return `${date(first)}至${last.day}日`;
  },
  dateAndClock: (day, clock) => `${day} ${clock}`,
  number: String,
  posts: (value) => `${value}条动态`,
  livePages: (value) => `${value}场文字直播`,
  livePageRange: (first, last) => `第${first}至${last}场文字直播`,
  gap: (minutes) => {
    const hours = Math.round(minutes / 60);
    return hours < 48 ? `${hours}小时内无新动态` : `${Math.round(hours / 24)}天内无新动态`;
  },
  list,
  aside: (text, rest) => `${text}，${rest}`,
  named: (name, text) => `${name}：${text}`,
  zoneNames: { GMT: "格林尼治标准时间", BST: "英国夏令时间" },

  skipToPosts: "跳至动态",
  skipToContent: "跳至正文",
  frontPage: "全部文字直播",
  ended: "直播已结束",
  archived: "存档时间",
  covers: "起止时间",
  extent: "篇幅",
  publisher: "发布机构",
  source: "来源",
  originalPage: "原始页面",
  times: "时间",
  inferred: (parts) => `${list(parts.map((part) => inferredNames[part]))}为推断所得`,
  note: "说明",
  editors: "撰稿与编辑",
  rights: "版权",
  summary: "要点",
  allPosts: "全部动态",
  liveCoverage: "直播内容",
  order: "动态排序",
  newestFirst: "最新在前",
  oldestFirst: "最早在前",
  noPosts: "这场文字直播没有动态。",
  noLivePages: "这个档案库中还没有文字直播。",
  noLivePagesHint: "导入文字直播并重新生成档案库后，内容会显示在这里。",

  breaking: "突发",
  noTime: "时间不详",
  post: "动态",
  truncated: "存档在这条动态中途中断，后续内容不详。",
  absentPicture: "图片未收入本档案库",
  noDescription: "图片无文字说明",
  media: { video: "视频", audio: "音频", embed: "嵌入内容", map: "地图", chart: "图表" },
  absentMedia: "未收入本档案库",
  original: "打开原文",
  partOf: "出自文字直播",
  inTheStream: "在文字直播中阅读",
  earlier: "上一条",
  later: "下一条",
  neighbours: "前后动态",

  olderPages: "更早的文字直播",
  newerPages: "更新的文字直播",
  morePages: "更多文字直播",

  keyEvents: "关键事件",
  onThisPage: "本页内容",
  wholeEvent: "单页阅读全程",
  pageOf: (value, of) => `第${value}页，共${of}页`,
  eventPages: "这场文字直播的分页",
  newerPosts: "较新动态",
  olderPosts: "较早动态",
  newestPosts: "最新动态",
  indexOfPosts: "全部动态索引",
  updated: "更新",
  correction: "更正",

  provenance: "内容出处",
  originalPost: "原始动态",
  capturedAt: "抓取时间",
  captureDigest: "抓取文件的SHA-256值",
  readBy: "读取格式",
  inferredHere: "推断内容",
  nothingInferred: "无：抓取文件载明完整时间",
  sourceText: "源文本（Markdown）",
  permalink: "永久网址",
  cite: "引用这条动态",
  citePage: "引用这场文字直播",
  plainText: "纯文本",
  wikiTemplate: "维基模板",
  earlierWordings: (value) => `${value}个早先版本`,
  wordingsNote: "每个版本到下一个版本的改动。",
  removed: "删去：",
  added: "新增：",
  unchanged: (value) => `${value}段未改动`,
  knownThen: "当时已知的情况：",
  sendByMail: "通过电子邮件发送",

  gallery: "图片",
  galleryOf: (title) => `图片：${title}`,
  pictures: (value) => `${value}张图片`,
  enlarge: "放大图片",
  close: "关闭",
  previousPicture: "上一张图片",
  nextPicture: "下一张图片",
  fromPost: "出自动态",

  otherForms: "其他格式",
  feed: "订阅源",
  about: "关于本档案库",
  aboutPage: aboutZh,

  client: {
    search: "搜索",
    searchEvent: "搜索这场文字直播",
    searchHint: "标题、正文、图片说明、人名；用“引号”查找完整词句",
    searchArchive: "搜索所有文字直播",
    searched: "已搜索{count}场文字直播，共{total}场，由新到旧",
    stop: "停止",
    goOn: "继续搜索",
    notSearched: "无法搜索：{name}",
    allFound: "查看此处找到的全部动态",
    nearest: "您要找的是否为：",
    elsewhere: "在其他页",
    hereAndElsewhere: "本页找到{here}条动态，其他页{elsewhere}条",
    onPage: "第{number}页",
    clear: "清除",
    found: { other: "找到{count}条动态" },
    nothingFound: "没有动态包含这些文字。",
    filter: "筛选",
    label: "标签",
    byline: "作者",
    day: "日期",
    any: "不限",
    onlyKeyEvents: "仅看关键事件",
    onlyPictures: "仅看有图动态",
    showing: "显示{count}条动态，共{total}条",
    times: "时间",
    pageTime: "发布时所用时间（{zone}）",
    readerTime: "我的当地时间（{zone}）",
    eventTime: "事发地时间（{zone}）",
    asOf: "截至",
    asOfNote: "当时页面上的内容。文字均为最终版本。",
    asOfWordings: "当时页面上的内容。文字均为最终版本；有过其他版本的动态附有链接。",
    asOfLeave: "返回全程内容",
    asOfShown: "{time}：{count}条动态，共{total}条",
    play: "播放",
    pause: "暂停",
    copy: "复制",
    copied: "已复制",
    share: "分享",
    resume: "继续阅读：{name}",
    dismiss: "不再提示",
    keyboard: "键盘操作",
    keyNext: "下一条动态",
    keyPrevious: "上一条动态",
    keySearch: "搜索",
    keyHelp: "显示此列表",
    keyClose: "关闭",
    keysOn: "使用这些按键",
  },

  notFoundTitle: "此网址没有存档内容",
  notFoundText: "档案库在此，但没有这个名称的页面。",
  notFoundMisspelt: "请再核对网址：末尾可能缺了一个字母。",
  notFoundShorten: "或者缩短网址：从末尾逐段删至斜线，直到出现页面。一场文字直播与其动态的网址开头相同。",
  notFoundFront: "前往首页",
};
