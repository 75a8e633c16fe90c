/** From short words beside a time to whether they are a name, or a label such as "Analysis" and "KEY EVENT". */
import { keyEventWords } from "../../account/furniture-words.ts";

const upper = String.raw`\p{Lu}[\p{L}'’.-]{0,24}`;
const between =
  "(?:de|del|della|dello|di|da|dos|das|do|du|des|van|von|vom|der|den|ten|ter|zu|zum|la|le|el|al|bin|bint|ibn|y|e|und|and|et|&|af|av)";
const name = new RegExp(`^${upper}(?: (?:${between} ){0,3}${upper}){1,4}$`, "u");

/** Words with a capital letter beside a time that are not names. */
const plain = new Set(
  (
    "key event events moment moments breaking news live update updates updated half full time kick off kickoff whistle goal goals yellow red card cards corner free penalty substitution sub save shot var analysis opinion comment comments watch video videos photo photos picture pictures gallery audio podcast match report summary recap explainer explained exclusive alert latest new first second third final extra quarter period set game lap race stage break tea lunch dinner stumps wicket over toss the a an in on at of for to from by with and or must read pinned post sponsored advertisement top story stories good morning afternoon evening night " +
    "eilmeldung eil neu jetzt aktuell spielbeginn anpfiff abpfiff halbzeit halbzeitpause tor gelbe rote karte wechsel ecke elfmeter spielende wichtig wichtiges ereignis analyse kommentar bild bilder guten morgen abend tag " +
    "direct en direct alerte flash info mi-temps coup envoi carton jaune rouge but remplacement analyse bonjour bonsoir temps fort point clé le la les " +
    "directo en vivo última hora urgente gol tarjeta amarilla roja descanso final inicio cambio análisis buenos días buenas tardes noches momento clave " +
    "diretta ultima ora gol cartellino giallo rosso intervallo fine primo secondo tempo cambio analisi buongiorno buonasera punto chiave"
  ).split(" "),
);

/** True for "Ada Brook" and "Bo van der Carr"; false for "Half Time" and "Yellow Card". */
export const looksLikeName = (text: string): boolean =>
  text.length <= 60 &&
  name.test(text) &&
  !text
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => plain.has(word));

/** True for words in capitals, and for words that are only labels of posts. */
export const looksLikeLabel = (text: string): boolean =>
  text.length <= 40 &&
  /\p{L}/u.test(text) &&
  (keyEventWords.test(text) ||
    (/^[\p{Lu}\p{N}][\p{Lu}\p{N}\s'’&/-]*$/u.test(text) && /\p{Lu}{3}/u.test(text)) ||
    text
      .toLowerCase()
      .split(/[ -]/)
      .every((word) => plain.has(word)));
