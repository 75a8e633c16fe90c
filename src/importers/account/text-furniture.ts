/** The closed lists of words around the posts of a live page that was copied as text, in several languages: exact patterns. */

/** A phrase as the whole of a line, with a mark or an icon at its ends. */
const whole = (...lines: readonly string[]): RegExp =>
  new RegExp(`^[^\\p{L}\\p{N}]{0,3}(?:${lines.join("|")})[^\\p{L}\\p{N}]{0,3}$`, "iu");

const networks =
  "facebook|twitter|x|x \\(twitter\\)|whatsapp|messenger|telegram|instagram|linkedin|pinterest|reddit|threads|bluesky|mastodon|flipboard|pocket|xing|viber|e-?mail|sms|فيسبوك|تويتر|واتساب|تلغرام|פייסבוק|טוויטר|וואטסאפ|טלגרם";

/** Names a button wherever it stands alone on a line. */
export const shareWords = whole(
  "share|share (?:this|post|this (?:post|page|update|entry|article)|update|on|via)|share (?:on|via|to|by) (?:facebook|twitter|x|whatsapp|e-?mail)|copy(?: the)? (?:link|url)|(?:link|url) copied(?: to clipboard)?|back to top|load more(?: posts| updates)?|show more(?: posts| updates)?",
  "teilen|(?:beitrag|artikel|eintrag) teilen|link kopieren|link kopiert|nach oben|mehr laden|weitere beiträge laden",
  "partager|partager (?:l['’]article|cet article|ce post)|copier le lien|lien copié|haut de page|afficher plus",
  "compartir|compartir (?:noticia|artículo)|copiar (?:el )?enlace|enlace copiado|volver arriba|cargar más",
  "condividi|copia (?:il )?link|link copiato|torna su|carica altri",
  "compartilhar|partilhar|copiar (?:o )?link|link copiado|carregar mais",
  "delen|kopieer link|link gekopieerd|meer laden|dela|kopiera länk|kopier link|udostępnij|kopiuj link|paylaş|bağlantıyı kopyala|поделиться|скопировать ссылку",
  "مشاركة|شارك|نسخ الرابط|تم نسخ الرابط|اشتراک گذاری|כתבו לנו|שתף|שתפו|שיתוף|העתק קישור|העתקת קישור|הקישור הועתק|分享|复制链接|シェア|共有|공유",
);

/** Names of networks: buttons only in a row of such lines. */
export const networkWords = whole(networks);

/** What the list of losses allows of both. */
export const shareLines = new RegExp(`${shareWords.source}|${networkWords.source}`, "iu");

/** Headings of the points that a live page names first. */
export const summaryHeadings = whole(
  "(?:summary|in summary|(?:the |today['’]s )?key (?:points|events|developments|takeaways|facts|moments|updates|lines)|at a glance|in brief|in short|highlights|the essentials)",
  "(?:here['’]?s )?what (?:you need to know|we know(?: so far)?|to know|has happened so far|happened today|is happening)|the latest|the story so far|where things stand",
  "das wichtigste(?: in kürze| im überblick| auf einen blick| des tages)?|die wichtigsten (?:punkte|entwicklungen|ereignisse)(?: im überblick| auf einen blick| in kürze)?|auf einen blick|im überblick|in kürze|zusammenfassung|was wir wissen|das wissen wir",
  "l['’]essentiel|en bref|en résumé|résumé|ce qu['’]il faut (?:savoir|retenir)|ce que l['’]on sait|les points (?:clés|essentiels)|à retenir",
  "lo (?:más importante|esencial)|las claves|claves|puntos clave|en resumen|resumen|en breve|lo que (?:sabemos|hay que saber)|qué sabemos",
  "in sintesi|in breve|i punti (?:chiave|principali)|punti chiave|cosa sappiamo|em resumo|resumo|pontos-chave|o essencial|o que se sabe",
  "in het kort|het belangrijkste|samenvatting|wat we weten|i korthet|det viktigaste|sammanfattning|oppsummering|w skrócie|najważniejsze|podsumowanie|özet|öne çıkanlar|главное|коротко",
  "أهم النقاط|أبرز النقاط|أبرز التطورات|أهم التطورات|ملخص|الخلاصة|نکات کلیدی|خلاصه|עיקרי הדברים|בקצרה|תקציר|עיקרי האירועים|要点|概要|摘要|요약",
);

/** Words before the name of who wrote something. */
export const bylineWords = /^(?:by|von|par|por|di|da|door|av|af|autor(?:in)?:|text:|بقلم|كتب|מאת)(?=\s)/iu;
export const bylineWord = /^(?:by|von|par|por|di|da|door|av|af|autor(?:in)?:|text:|بقلم|كتب|מאת)$/iu;

/** What stands between the names of two people. */
export const betweenNames = /^(?:,|;|\||·|&|(?:, ?)?(?:and|und|et|y|e|en|och|og|i|و|ו))$/iu;
export const nameSplit = /\s?,\s?(?:and|und|et|y)\s|\s?[,;|·]\s|\s(?:&|and|und|et|y|e|en|och|og|و)\s/giu;

/** Day headings in a word. */
export const todayWords = whole(
  "today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|idag|i dag|dzisiaj|bugün|сегодня|اليوم|היום",
);
export const yesterdayHeadings = whole(
  "yesterday|gestern|hier|ayer|ieri|ontem|gisteren|igår|i går|wczoraj|dün|вчера|أمس|אתמול",
);
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
