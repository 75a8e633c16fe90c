/** From words in the languages of newsrooms to their meaning in a time: months, weekdays, and words that only stand around a time. */
import { monthNumber, weekdayNumber } from "../../model/month-names.ts";

/** One line a language, from January to December; other spellings of a month behind a bar. */
const monthLines = [
  "januar|jänner|jan februar|feber|feb märz|mär|mrz april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez",
  "janvier|janv février|févr|fév|fevrier mars avril|avr mai juin juillet|juil août|aout septembre|sept octobre|oct novembre|nov décembre|déc|decembre",
  "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sep octubre|oct noviembre|nov diciembre|dic",
  "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic",
  "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
  "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep oktober|okt november|nov december|dec",
  "stycznia|styczeń|sty lutego|luty|lut marca|marzec|mar kwietnia|kwiecień|kwi maja|maj czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź listopada|listopad|lis grudnia|grudzień|gru",
  "januari|januar|jan februari|februar|feb mars|marts|mar april|apr maj|mai juni|jun juli|jul augusti|august|aug september|sep oktober|okt november|nov december|desember|dec|des",
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  "ledna února března dubna května června července srpna září října listopadu prosince",
  "ocak şubat|şub mart nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara",
  "января|янв февраля|февр|фев марта|мар апреля|апр мая|май июня|июн июля|июл августа|авг сентября|сент|сен октября|окт ноября|нояб|ноя декабря|дек",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  "ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου|μαϊ ιουνίου|ιουν ιουλίου|ιουλ αυγούστου|αυγ σεπτεμβρίου|σεπ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ",
  "januari februari maret april mei juni juli agustus|agt september oktober november desember",
  "يناير فبراير مارس أبريل|ابريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
  "ژانویه|ژانویهٔ فوریه|فوریهٔ مارس آوریل مه|مهٔ ژوئن ژوئیه|ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر",
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  "január|jan február|febr|feb március|márc április|ápr május|máj június|jún július|júl augusztus|aug szeptember|szept október|okt november|nov december|dec",
  "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
  "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
  "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
  "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
  "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
  "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
  "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
  "janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra",
  "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
  "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
  "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
  "ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר",
];

const months = new Map<string, number>();
for (const line of monthLines)
  for (const [index, names] of line.split(" ").entries())
    for (const name of names.split("|")) months.set(name, index + 1);

/** 1 to 12 for the name of a month, whole or short, in any of the languages. */
export const monthOf = (name: string): number | undefined => monthNumber(name) ?? months.get(name.toLowerCase());

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));
const phrases = (line: string): readonly string[] => line.split("|");

/** From Monday to Sunday. */
const wholeWeeks = [
  "monday tuesday wednesday thursday friday saturday sunday",
  "montag dienstag mittwoch donnerstag freitag samstag sonntag",
  "lundi mardi mercredi jeudi vendredi samedi dimanche",
  "lunes martes miércoles jueves viernes sábado domingo",
  "lunedì martedì mercoledì giovedì venerdì sabato domenica",
] as const;

const weekdayNumbers = new Map<string, number>();
for (const line of wholeWeeks)
  for (const [index, name] of line.split(" ").entries()) weekdayNumbers.set(name, index + 1);

/** 1 (Monday) to 7 for the whole or the short name of a weekday; undefined where the list does not tell which day it is. */
export const weekdayOf = (name: string): number | undefined => weekdayNumbers.get(name) ?? weekdayNumber(name);

export const weekdays = words(
  ...wholeWeeks,
  "sonnabend",
  "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
  "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
  "poniedziałek wtorek środa czwartek piątek sobota niedziela",
  "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag",
  "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
  "понедельник вторник среда четверг пятница суббота воскресенье",
  "ראשון שני שלישי רביעי חמישי שישי שבת יום",
  "понеділок вівторок середа четвер п’ятниця п'ятниця субота неділя понеделник вторник сряда четвъртък петък събота",
  "pondělí úterý středa čtvrtek pátek sobota neděle pondelok utorok streda štvrtok piatok sobota nedeľa",
  "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
  "hétfő kedd szerda csütörtök péntek szombat vasárnap",
  "luni marți miercuri joi vineri sâmbătă duminică",
  "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
  "senin selasa rabu kamis jumat sabtu minggu",
  "dilluns dimarts dimecres dijous divendres dissabte diumenge",
  "دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه شنبه یکشنبه",
  "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
  "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日",
  "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 월요일 화요일 수요일 목요일 금요일 토요일 일요일",
  "الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
);
/** Short names of weekdays also have other meanings: they count only beside a date. */
export const shortWeekdays = words(
  "mon tue tues wed thu thur thurs fri sat sun",
  "mo di mi do fr sa so lun mar mer jeu ven sam dim mié jue vie sáb dom gio sab seg ter qua qui sex",
  "ma wo vr za zo pon wt śr czw pt sob niedz mån tis ons tors fre lör sön man tir lør søn пн вт ср чт пт сб вс",
  "月 火 水 木 金 土 日 一 二 三 四 五 六 월 화 수 목 금 토 일",
);

/** Words before the time of a change. */
export const changeWords: ReadonlySet<string> = new Set(
  phrases(
    "updated|last updated|update|last update|modified|last modified|edited|last edited|changed|aktualisiert|zuletzt aktualisiert|aktualisierung|stand|actualisé|actualisée|mis à jour|mise à jour|mis à jour le|actualizado|actualizada|actualización|última actualización|aggiornato|aggiornamento|ultimo aggiornamento|atualizado|atualizada|atualizado em|bijgewerkt|laatst bijgewerkt|laatste update|aktualizacja|zaktualizowano|uppdaterad|uppdaterat|opdateret|oppdatert|päivitetty|güncelleme|güncellendi|son güncelleme|обновлено|обновлена|aktualizováno|diperbarui|تحديث|آخر تحديث|更新|最終更新|更新日時|업데이트|수정",
  ),
);
/** Words that only say that a time follows. */
export const openingWords: ReadonlySet<string> = new Set(
  phrases(
    "published|first published|originally published|posted|posted at|published at|published on|date|time|veröffentlicht|publié|publiée|publié le|posté|publicado|publicada|publicado em|pubblicato|pubblicata|gepubliceerd|geplaatst|opublikowano|publikacja|publicerad|publicerat|publiceret|publisert|julkaistu|yayınlanma|yayın tarihi|опубликовано|опубликована|publikováno|نشر في|نُشر في|公開|公開日時|발행|입력|등록",
  ),
);
/** Words between the parts of a time: another part must follow. */
export const joiningWords: ReadonlySet<string> = new Set(
  phrases(
    "on|at|the|le|à|um|am|den|vom|el|a|a la|a las|las|il|alle|alle ore|ore|às|as|em|de|del|da|op|om|o|o godz|godz|dnia|den|kl|klo|kello|kell|ob|u|ora|orele|la ora|saat|saat:|в|о|от|at around|στις|ve|ב|בשעה|في|الساعة|ساعت|pukul",
  ),
);
/** Words that may follow a time. */
export const closingWords: ReadonlySet<string> = new Set(
  phrases(
    "uhr|h|hrs|hours|hs|uur|ч|hod|น|local time|local|ortszeit|heure locale|hora local|ora locale|plaatselijke tijd|today|heute|aujourd'hui|aujourd’hui|hoy|oggi|hoje|vandaag|dziś|idag|i dag|bugün|сегодня|اليوم",
  ),
);
export const yesterdayWords: ReadonlySet<string> = new Set(
  phrases("yesterday|gestern|hier|ayer|ieri|ontem|gisteren|wczoraj|igår|i går|dün|вчера|أمس"),
);
export const noonWords: ReadonlySet<string> = new Set(
  phrases("noon|midday|mittag|mittags|midi|mediodía|mezzogiorno|meio-dia|południe|w południe|middag|полдень|öğlen"),
);
export const midnightWords: ReadonlySet<string> = new Set(
  phrases(
    "midnight|mitternacht|minuit|medianoche|mezzanotte|meia-noite|middernacht|północ|midnatt|полночь|gece yarısı",
  ),
);

const number = String.raw`(?:\d{1,3}|an?|one|ein(?:er|em|e)?|une?|una?|um|uma|een|en|ett|bir)`;
const unit = String.raw`(?:s|sec|secs|seconds?|m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|wks?|weeks?|months?)\.?`;
const named = String.raw`(?:sekunden?|minuten?|stunden?|std|min|tag(?:en)?|secondes?|minutes?|heures?|jours?|segundos?|minutos?|horas?|días?|dias?|secondi?|minut[oi]|or[ae]|giorn[oi]|uur|dagen|dag|sekunder|minutter|minuter|timmar|timer|timme|time|dagar|dage|dager|s|h|j|mins?)\.?`;
const slavic = String.raw`(?:сек(?:унд[уы]?)?|мин(?:ут[уы]?)?|час(?:а|ов)?|д(?:ень|ня|ней)|sek|min(?:ut[ayę]?)?|godz(?:in[ayę]?)?|dni|dzień|dakika|saat|gün|saniye)\.?`;
const count = String.raw`(?:about |over |almost )?${number}\s?${unit}`;
/** An age at the time of the capture: "2h ago", "vor 3 Minuten", "il y a une heure", "3 dakika önce", "3分前". */
export const relativeTime = new RegExp(
  String.raw`(?:${count}(?:,? (?:and )?\d{1,2}\s?${unit})?\s?ago|just now|moments ago|vor ${number}\s?${named}|il y a ${number}\s?${named}|hace ${number}\s?${named}|há ${number}\s?${named}|${number}\s?${named} (?:fa|atrás|geleden|sedan|sen|siden)|(?:för )?${number}\s?${named} sedan|${number}\s?${slavic} (?:назад|temu|önce)|\d{1,3}\s?(?:秒|分|分钟|分鐘|時間|小时|小時|日|天)(?:前|之前)|\d{1,3}\s?(?:초|분|시간|일) ?전|(?:قبل|منذ) (?:\d{1,3} )?[\u0620-\u064a]{3,7})(?![\p{L}])`,
  "iuy",
);
