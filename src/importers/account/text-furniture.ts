/** The closed lists of words that texts of live pages have and pages tell by their elements: bylines, days, how long ago. Exact patterns. */
import { byline, bylineLabel } from "./by-words.ts";
import { whole } from "./furniture-words.ts";

/** Words before the name of who wrote something. */
export const bylineWords = new RegExp(`^(?:${byline}|(?:${bylineLabel}):)(?=\\s)`, "iu");
export const bylineWord = new RegExp(`^(?:${byline}|(?:${bylineLabel}):)$`, "iu");

/** What stands between the names of two people. */
export const betweenNames = /^(?:,|;|\||·|&|(?:, ?)?(?:and|und|et|y|e|en|och|og|i|و|ו))$/iu;
export const nameSplit = /\s?,\s?(?:and|und|et|y)\s|\s?[,;|·]\s|\s(?:&|and|und|et|y|e|en|och|og|و)\s/giu;

/** Day headings in a word. */
export const todayWords = whole([
  "today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|idag|i dag|dzisiaj|bugün|сегодня|اليوم|היום",
]);
export const yesterdayHeadings = whole([
  "yesterday|gestern|hier|ayer|ieri|ontem|gisteren|igår|i går|wczoraj|dün|вчера|أمس|אתמול",
]);
export const dayWords = new RegExp(`${todayWords.source}|${yesterdayHeadings.source}`, "iu");

/** Minutes in the unit of "3h ago"; undefined for a word that is none. */
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
