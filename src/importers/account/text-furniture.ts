/** Closed lists of words in texts of live pages, as exact patterns, where a page has elements: bylines, days, times that have passed. */
import { byline, bylineLabel } from "./by-words.ts";
import { whole } from "./furniture-words.ts";

/** Words before a writer's name. */
export const bylineWords = new RegExp(`^(?:${byline}|(?:${bylineLabel}):)(?=\\s)`, "iu");
export const bylineWord = new RegExp(`^(?:${byline}|(?:${bylineLabel}):)$`, "iu");

/** Words and marks between the names of two people. */
export const betweenNames = /^(?:,|;|\||·|&|(?:, ?)?(?:and|und|et|y|e|en|och|og|i|و|ו))$/iu;
export const nameSplit = /\s?,\s?(?:and|und|et|y)\s|\s?[,;|·]\s|\s(?:&|and|und|et|y|e|en|och|og|و)\s/giu;

/** Headings of days that are one word. */
export const todayWords = whole([
  "today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|idag|i dag|dzisiaj|bugün|сегодня|اليوم|היום",
]);
export const yesterdayHeadings = whole([
  "yesterday|gestern|hier|ayer|ieri|ontem|gisteren|igår|i går|wczoraj|dün|вчера|أمس|אתמול",
]);
export const dayWords = new RegExp(`${todayWords.source}|${yesterdayHeadings.source}`, "iu");

/** The number of minutes in the unit of "3h ago"; undefined for another word. */
export function minutesOf(unit: string): number | undefined {
  const found = units.find(([pattern]) => pattern.test(unit.toLowerCase()));
  return found?.[1];
}

const units: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/^(?:months?|monat|mois|mes|شهر)/, 43_200],
  [/^(?:s$|sec|sek|sekund|secon|segund|сек|秒|초|ثانية|ثواني|saniye|שני)/, 1 / 60],
  [/^(?:m$|min|мин|dakika|分|분|دقيق|דק)/, 1],
  [/^(?:h$|hr|hour|std|stund|heure|hora|or[ae]$|uur|tim|time|час|godz|saat|小|時|시|ساع|שע)/, 60],
  [/^(?:d$|day|tag|jour|día|dia|giorn|dag|дн|день|дня|dni|dzie|gün|天|日|일|يوم|أيام|יום|ימים)/, 1440],
  [/^(?:w$|wk|week|woche|semaine|semana|settiman|أسبوع|שבוע)/, 10_080],
];
