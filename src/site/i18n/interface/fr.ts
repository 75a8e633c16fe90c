/** The interface in French, with the narrow spaces and the apostrophes of newspapers. */
import type { InferredPart } from "../../../model/live-page.ts";
import type { CalendarTime } from "../../time/clock.ts";
import { aboutFr } from "../about/fr.ts";
import { dateSpan, joinList } from "../joining.ts";
import { counting, frenchPlural, grouped } from "../plural.ts";
import type { Strings } from "../strings.ts";

const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const shortMonths = "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split(" ");
const weekdays = "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" ");

const month = (time: CalendarTime): string => months[time.month - 1] ?? "";
const weekday = (time: CalendarTime): string => weekdays[time.weekday] ?? "";
/** Only the first day of a month is an ordinal. */
const day = (time: CalendarTime): string => (time.day === 1 ? "1er" : String(time.day));
const date = (time: CalendarTime): string => `${day(time)} ${month(time)} ${time.year}`;

const number = (value: number): string => grouped(value, "\u202f");
const count = counting(frenchPlural, number);
const named = (name: string, text: string): string => `${name}\u202f: ${text}`;

const list = joinList(", ", " et ");

const inferredNames: Readonly<Record<InferredPart, string>> = { year: "année", date: "date", zone: "fuseau horaire" };

export const fr: Strings = {
  language: "fr",

  longDate: (time) => `${weekday(time)} ${date(time)}`,
  date,
  shortDay: (time) => `${weekday(time).slice(0, 3)}. ${day(time)} ${shortMonths[time.month - 1] ?? ""}`,
  year: (time) => String(time.year),
  days: dateSpan({
    day: (time) => day(time),
    dayAndMonth: (time) => `${day(time)} ${month(time)}`,
    date,
  }),
  dateAndClock: (date, clock) => `${date} à ${clock}`,
  dateAndClocks: (date, first, last) => `${date}, de ${first} à ${last}`,
  number,
  posts: (value) =>
    count(value, { one: "{count} publication", many: "{count} de publications", other: "{count} publications" }),
  livePages: (value) => count(value, { one: "{count} direct", many: "{count} de directs", other: "{count} directs" }),
  livePageRange: (first, last) => `Directs ${number(first)} à ${number(last)}`,
  gap: (minutes) => {
    const hours = Math.round(minutes / 60);
    return hours < 48
      ? count(hours, {
          one: "{count} heure sans publication",
          many: "{count} d’heures sans publication",
          other: "{count} heures sans publication",
        })
      : count(Math.round(hours / 24), {
          one: "{count} jour sans publication",
          many: "{count} de jours sans publication",
          other: "{count} jours sans publication",
        });
  },
  list,
  aside: (text, rest) => `${text}, ${rest}`,
  named,
  zoneNames: { GMT: "heure de Greenwich", BST: "heure d’été britannique" },

  skipToPosts: "Aller aux publications",
  skipToContent: "Aller au texte",
  frontPage: "Tous les directs",
  ended: "Direct terminé",
  archived: "Archivé le",
  covers: "Période couverte",
  extent: "Étendue",
  publisher: "Publié par",
  source: "Source",
  originalPage: "Page d’origine",
  times: "Heures",
  inferred: (parts) => {
    const masculine = parts.includes("zone");
    return `${list(parts.map((part) => inferredNames[part]))} déduit${masculine ? "" : "e"}${parts.length > 1 ? "s" : ""}`;
  },
  note: "Note",
  editors: "Rédaction et édition",
  rights: "Droits",
  summary: "L’essentiel",
  allPosts: "Toutes les publications",
  liveCoverage: "Le direct",
  order: "Ordre des publications",
  newestFirst: "Plus récentes d’abord",
  oldestFirst: "Plus anciennes d’abord",
  noPosts: "Ce direct ne contient aucune publication.",
  noLivePages: "Cette archive ne contient encore aucun direct.",
  noLivePagesHint: "Un direct paraît ici dès qu’il a été importé et que l’archive a été reconstruite.",

  breaking: "Urgent",
  noTime: "Heure inconnue",
  post: "Publication",
  truncated: "La capture s’arrête ici, au milieu de cette publication. La suite est inconnue.",
  absentPicture: "Image absente de cette archive",
  noDescription: "Image sans description",
  media: { video: "Vidéo", audio: "Son", embed: "Contenu intégré", map: "Carte", chart: "Graphique" },
  absentMedia: "hors de cette archive",
  original: "Ouvrir l’original",
  partOf: "Extrait du direct",
  inTheStream: "Lire dans le direct",
  earlier: "Précédente",
  later: "Suivante",
  neighbours: "Publications précédente et suivante",

  olderPages: "Directs plus anciens",
  newerPages: "Directs plus récents",
  morePages: "Autres directs",

  keyEvents: "Les moments clés",
  onThisPage: "Sur cette page",
  wholeEvent: "Tout le direct sur une page",
  pageOf: (value, of) => `Page ${number(value)} sur ${number(of)}`,
  newestOf: (pages) => `La plus récente des ${number(pages)} pages`,
  eventPages: "Pages de ce direct",
  newerPosts: "Publications plus récentes",
  olderPosts: "Publications plus anciennes",
  newestPosts: "Dernières publications",
  indexOfPosts: "Index des publications",
  readOn: "Poursuivre la lecture",
  toTop: "Retour en haut",
  updated: "Mis à jour",
  correction: "Rectificatif",

  provenance: "D’où vient ce texte",
  originalPost: "Publication d’origine",
  capturedAt: "Capturé le",
  captureDigest: "SHA-256 de la capture",
  readBy: "Lu comme",
  inferredHere: "Déduit",
  nothingInferred: "rien\u202f: la capture donne l’heure complète",
  sourceText: "Texte source (Markdown)",
  link: "Lien",
  permalink: "Adresse permanente",
  toCite: "Citer",
  cite: "Citer cette publication",
  citePage: "Citer ce direct",
  capturedFrom: (day, address) => `Capturé le ${day} depuis ${address}`,
  wikiTemplate: "Modèle wiki",
  earlierWordings: (value) =>
    count(value, {
      one: "{count} version antérieure",
      many: "{count} de versions antérieures",
      other: "{count} versions antérieures",
    }),
  wordingsNote: "Ce qui a changé d’une version à la suivante.",
  removed: "supprimé\u202f:",
  added: "ajouté\u202f:",
  unchanged: (value) =>
    count(value, {
      one: "{count} paragraphe inchangé",
      many: "{count} de paragraphes inchangés",
      other: "{count} paragraphes inchangés",
    }),
  knownThen: "Ce que l’on savait à",
  sendByMail: "Envoyer par courriel",

  gallery: "Images",
  galleryOf: (title) => named("Images", title),
  pictures: (value) => count(value, { one: "{count} image", many: "{count} d’images", other: "{count} images" }),
  enlarge: "Agrandir l’image",
  close: "Fermer",
  previousPicture: "Image précédente",
  nextPicture: "Image suivante",
  fromPost: "Tirée de la publication",

  otherForms: "Sous d’autres formes",
  feed: "Fil d’actualité",
  about: "À propos de cette archive",
  aboutPage: aboutFr,

  client: {
    searchEvent: "Rechercher dans ce direct",
    searchHint: "Titres, textes, légendes, noms\u202f; «\u202fune expression\u202f» entre guillemets",
    searchArchive: "Rechercher dans tous les directs",
    searched: "Directs parcourus\u202f: {count} sur {total}, les plus récents d’abord",
    stop: "Arrêter",
    goOn: "Poursuivre la recherche",
    notSearched: "Recherche impossible\u202f: {name}",
    allFound: "Toutes les publications trouvées ici",
    nearest: "Vouliez-vous dire\u202f:",
    elsewhere: "Sur d’autres pages",
    hereAndElsewhere: "Publications trouvées sur cette page\u202f: {here}, sur d’autres pages\u202f: {elsewhere}",
    onPage: "À la page {number}",
    clear: "Effacer",
    found: {
      one: "{count} publication trouvée",
      many: "{count} de publications trouvées",
      other: "{count} publications trouvées",
    },
    nothingFound: "Aucune publication ne contient ces mots.",
    filter: "Filtrer",
    label: "Rubrique",
    byline: "Auteur",
    day: "Jour",
    any: "tous",
    onlyKeyEvents: "Moments clés seulement",
    onlyPictures: "Avec images seulement",
    showing: "Publications affichées\u202f: {count} sur {total}",
    times: "Heures",
    pageTime: "telles que publiées ({zone})",
    readerTime: "chez moi ({zone})",
    eventTime: "sur place ({zone})",
    asOf: "Revoir",
    asOfNote: "Les textes sont dans leur dernière version\u202f; les publications qui en ont eu d’autres y renvoient.",
    asOfLeave: "le direct complet",
    asOfShown: "La page au {day} à {clock} · {count} publications sur {total}",
    pause: "Pause",
    copy: "Copier",
    copied: "Copié",
    share: "Partager",
    resume: "Reprendre la lecture\u202f: {name}",
    dismiss: "Ignorer",
    keyboard: "Clavier",
    keyNext: "Publication suivante",
    keyPrevious: "Publication précédente",
    keySearch: "Rechercher",
    keyHelp: "Cette liste",
    keyClose: "Fermer",
    keysOn: "Utiliser ces touches",
  },

  notFoundTitle: "Rien n’est conservé à cette adresse",
  notFoundText: "L’archive est bien là, mais elle n’a aucune page de ce nom.",
  notFoundMisspelt: "Vérifiez l’adresse\u202f: il manque peut-être une lettre à la fin.",
  notFoundShorten:
    "Ou raccourcissez-la\u202f: supprimez-en la fin, jusqu’à une barre oblique, tant qu’aucune page n’apparaît. Un direct et ses publications partagent le début de leurs adresses.",
  notFoundFront: "Aller à la page d’accueil",
};
