/** From a line to whether it stands around a live page: links past the menu, menus, other stories, imprints, by closed lists. */
import { whole } from "../account/furniture-words.ts";
import { isBlank, type Line } from "./text.ts";

/** Links that lead past the menu. */
const skipLinks = whole([
  "(?:skip|jump|go) to (?:the )?(?:main |page )?(?:content|navigation|article|story|menu|footer|search)|skip (?:navigation|header|menu)|accessibility (?:links|help)",
  "(?:direkt )?zum (?:haupt)?inhalt(?: springen| wechseln)?|(?:direkt )?zur (?:haupt)?navigation(?: springen)?|springe zum inhalt",
  "(?:aller|passer|accéder|sauter) (?:directement )?(?:au|à la) (?:contenu|navigation|menu|recherche)(?: principale?)?",
  "(?:saltar|ir|pasar) (?:directamente )?al (?:contenido|menú)(?: principal)?|(?:saltar|ir|pular) para o (?:conteúdo|menu)(?: principal)?|(?:saltar|ir|pular) ao conteúdo(?: principal)?",
  "(?:vai|salta|passa) al (?:contenuto|menu)(?: principale)?|(?:ga|spring|direct) naar (?:de )?(?:hoofd)?inhoud|naar de inhoud",
  "(?:gå|hoppa|hopp|spring) (?:direkt )?(?:till|til) (?:huvud|hoved)?(?:innehåll|innehållet|innhold|innholdet|indhold|indholdet)|przejdź do (?:głównej )?(?:treści|zawartości)|içeriğe (?:geç|atla)|перейти к (?:основному )?(?:содержанию|контенту)",
]);

/** The words above a headline such as "Live". */
const liveWords = whole([
  "live|live updates?|live blog|live coverage|as it happened|watch live|liveticker|live-?ticker|ticker|liveblog|en direct|direct|le direct|en vivo|en directo|directo|in diretta|diretta|ao vivo|em direto|direto|på nätet live|canlı|прямой эфир|مباشر",
]);

const phrases = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split("|"));

/** The words of links in menus. */
const menuPhrases: ReadonlySet<string> = new Set(
  phrases(
    "home|news|sport|sports|weather|opinion|culture|business|politics|world|uk|us|tech|technology|science|health|travel|food|money|video|videos|audio|podcasts|newsletters|menu|search|log in|login|sign in|sign up|register|subscribe|my account|account|more|lifestyle|entertainment|arts|local|more",
    "start|startseite|politik|wirtschaft|panorama|kultur|wissen|regional|wetter|menü|suche|suchen|anmelden|registrieren|abo|abonnieren|abonnement|mein konto|e-paper|mediathek|mehr",
    "accueil|actualités|actualité|politique|société|économie|monde|culture|sciences|météo|recherche|rechercher|se connecter|connexion|s'abonner|s’abonner|mon compte|plus",
    "inicio|portada|noticias|política|deportes|economía|cultura|mundo|sociedad|tiempo|menú|buscar|iniciar sesión|suscríbete|suscribirse|mi cuenta|más",
    "cronaca|politica|economia|esteri|meteo|cerca|accedi|abbonati|notícias|esportes|desporto|entrar|assine|assinar|pesquisar|nieuws|weer|zoeken|inloggen|abonneren",
  ),
);
/** The words of buttons in menus. Unlike the name of a section, none of them can be a headline. */
const buttonPhrases: ReadonlySet<string> = new Set(
  phrases(
    "menu|search|log in|login|sign in|sign up|register|subscribe|my account|menü|suche|suchen|anmelden|registrieren|abonnieren|mein konto|recherche|rechercher|se connecter|connexion|s'abonner|s’abonner|mon compte|menú|buscar|iniciar sesión|suscríbete|suscribirse|mi cuenta|cerca|accedi|abbonati|entrar|assine|assinar|pesquisar|zoeken|inloggen|abonneren",
  ),
);
/** Links at the foot of a page. */
const footPhrases: ReadonlySet<string> = new Set(
  phrases(
    "contact|contact us|about|about us|terms|terms of use|terms of service|terms and conditions|terms & conditions|privacy|privacy policy|privacy notice|cookies|cookie policy|cookie settings|accessibility|advertise|advertise with us|help|faq|sitemap|site map|careers|jobs|imprint|legal|legal notice|do not sell my info|complaints|corrections|rss",
    "impressum|datenschutz|datenschutzerklärung|agb|kontakt|über uns|hilfe|barrierefreiheit|mediadaten|nutzungsbedingungen|cookie-einstellungen|karriere",
    "mentions légales|confidentialité|politique de confidentialité|données personnelles|cgu|cgv|contactez-nous|qui sommes-nous|nous contacter|plan du site|gestion des cookies|accessibilité|aide|publicité",
    "aviso legal|política de privacidad|política de cookies|contacto|quiénes somos|mapa web|publicidad|condiciones de uso|accesibilidad|ayuda",
    "note legali|contatti|chi siamo|pubblicità|termos de uso|política de privacidade|contacto|contato|fale conosco|quem somos|colofon|over ons|privacybeleid|algemene voorwaarden",
  ),
);

/** The number of phrases of which a line consists; 0 where it has other words. */
function phrasesIn(text: string, known: ReadonlySet<string>): number {
  if (text.length > 160) return 0;
  const words = text
    .toLowerCase()
    .split(/[\s|·•/,]+/)
    .filter(Boolean);
  let [from, count] = [0, 0];
  while (from < words.length) {
    const size = [4, 3, 2, 1].find((one) => known.has(words.slice(from, from + one).join(" ")));
    if (size === undefined) return 0;
    from += size;
    count += 1;
  }
  return count;
}

export const isSkipLink = (text: string): boolean => text.length <= 60 && skipLinks.test(text);
export const isLiveWord = (text: string): boolean => text.length <= 40 && liveWords.test(text);
/** True for a line of several links of a menu, or of at least one button. */
export const isMenuLine = (text: string): boolean =>
  phrasesIn(text, menuPhrases) > 1 || phrasesIn(text, buttonPhrases) > 0;

/** Words in names of publishers, as they stand above pages. */
const houseWords =
  /(?:^|\s)(?:gazette|news|times|herald|chronicle|courier|tribune|telegraph|journal|mail|observer|kurier|zeitung|anzeiger|nachrichten|tagblatt|dépêche|gazette|courrier|monde|diario|periódico|noticias|corriere|giornale|gazzetta|jornal|folha|krant|dagblad)(?:\s|$)/iu;
export const mayNameHouse = (text: string): boolean =>
  text.length <= 40 && !/[:!?.]/.test(text) && houseWords.test(text);

/** Headings of other stories below the last post. */
const closingHeadings = whole([
  "related(?: (?:stories|articles|content|topics|links|posts|news|coverage))?|more (?:on|from|about) (?:this|the) (?:story|topic|section|author)|more on this|more stories|read (?:more|next)|recommended(?: (?:for you|stories|reading))?|you (?:may|might) also (?:like|be interested in)|most (?:read|viewed|popular)|top stories|trending(?: now)?|elsewhere on (?:the site|the bbc)|follow us|sign up to our newsletter",
  "mehr zum thema|zum thema|mehr (?:dazu|aus dem ressort|nachrichten)|weitere (?:artikel|meldungen|themen|nachrichten)|das könnte (?:sie|dich) auch interessieren|lesen sie auch|auch interessant|meistgelesen|am meisten gelesen",
  "lire aussi|à lire aussi|sur le même (?:sujet|thème)|(?:nos|les) autres articles|plus d['’]articles|les plus lus|vous aimerez aussi|à voir aussi|voir aussi|dans la même rubrique|thèmes associés|sur le sujet",
  "noticias relacionadas|relacionados|más (?:noticias|información|sobre este tema)|te puede interesar|también te puede interesar|lo más (?:leído|visto)|leia (?:também|mais)|veja também|notícias relacionadas|mais lidas|mais sobre este assunto",
  "leggi anche|articoli correlati|potrebbe interessarti|i più letti|lees ook|meer over dit onderwerp|gerelateerd|meest gelezen|läs (?:även|också|mer)|mest lästa|les også|læs også|mest leste|zobacz także|czytaj także|ilgili haberler|читайте также|اقرأ أيضا",
]);

const copyright =
  /^(?:©|\(c\)\s|copyright\b)[^\n]{0,60}(?:19|20)\d\d|^(?:©|\(c\)\s|copyright\b)[^\n]{0,120}(?:rights|rechte|droits|derechos|diritti|direitos)/iu;
const rights =
  /(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados)/iu;

const isRight = (text: string): boolean => copyright.test(text.slice(0, 200)) || rights.test(text.slice(0, 200));
/** True for a heading of other stories, links of a foot, or a copyright notice. */
export const closes = (text: string): boolean =>
  text.length <= 200 && ((text.length <= 60 && closingHeadings.test(text)) || isFootLine(text) || isRight(text));

/** True for a line of several links of a foot, or of one that can be nothing else. */
const isFootLine = (text: string): boolean => {
  const count = phrasesIn(text, footPhrases);
  return count > 1 || (count === 1 && (text.trim().includes(" ") || sureFoot.test(text)));
};
const sureFoot = /^(?:impressum|imprint|datenschutz(?:erklärung)?|agb|privacy|cookies|colofon|sitemap)$/iu;

/** True for the text of a post: a long line that ends as a sentence does and is no copyright notice. */
const isLongText = (text: string): boolean => text.length >= 100 && /[.!?…]["”»’)]?$/u.test(text) && !isRight(text);

/** The first line of the foot, below the last post; `lines.length` where there is none. `from` is a line of the last post. */
export function footFrom(lines: readonly Line[], from: number): number {
  let foot = lines.length;
  for (let index = lines.length - 1; index > from; index -= 1) {
    const { text = "" } = lines[index] ?? {};
    if (isLongText(text)) break;
    if (!isBlank(lines[index]) && closes(text)) foot = index;
  }
  return foot;
}
