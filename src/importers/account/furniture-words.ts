/** Closed lists of words, in several languages, as exact patterns for pages and texts: buttons, menus, and headings of parts that are not posts. */

/** The pattern of a text that is one of the phrases, with or without an icon or a mark at its ends. */
export const whole = (phrases: readonly string[]): RegExp =>
  new RegExp(`^[^\\p{L}\\p{N}]{0,4}(?:${phrases.join("|")})[^\\p{L}\\p{N}]{0,4}$`, "iu");

const count = "[(\\[]?\\d{1,3}(?:[.,\\u00a0 ]?\\d{3})?\\s?k?[)\\]]?";
const network =
  "facebook|twitter|x|x \\(twitter\\)|whatsapp|whats app|messenger|telegram|instagram|linkedin|linked in|pinterest|reddit|tumblr|threads|bluesky|mastodon|flipboard|pocket|xing|viber|line|vk|signal|e-?mail|mail|sms|messages|فيسبوك|تويتر|واتساب|تلغرام|פייסבוק|טוויטר|וואטסאפ|טלגרם";

/** Phrases that name a button wherever they are the whole text. */
const buttonPhrases = [
  `(?:share|tweet|post|pin|send|teilen|partager|compartir|condividi|compartilhar|partilhar|delen|dela|del|udostępnij) (?:this |it |the )?(?:on|via|with|by|to|in|auf|über|per|via|sur|par|en|por|su|con|no|na|op|på|as) (?:${network})`,
  `(?:auf|über|per|via|sur|par|en|por|su|op|på) (?:${network}) (?:teilen|partager|compartir|condividi|delen|dela)`,
  "share",
  "sharing",
  "(?:article )?share tools",
  "share (?:this|page|post|article|story|update|entry|link|now)",
  "share this (?:post|page|article|story|update|entry)",
  "share (?:this )?(?:with|on|via)",
  "share (?:post|update)",
  "more sharing options",
  "view more share options",
  "close share panel",
  "about sharing",
  "read more about sharing",
  "copy(?: the| this)? (?:link|url|permalink)",
  "(?:link|url) copied(?: to clipboard)?",
  "print(?: this)? (?:page|article|post|story)",
  "(?:back|jump|return|scroll) to (?:the )?top",
  "load (?:more|newer|older)(?: posts| updates| entries)?",
  "show more",
  "show (?:more|newer|older) (?:posts|updates|entries)",
  "(?:newer|older|latest) posts?",
  "(?:page )?\\d{1,4} of \\d{1,4}",
  `comments? ${count}`,
  `${count} comments?`,
  "(?:leave|add|post|write) a comment",
  "join the (?:conversation|discussion)",
  "(?:view|show|read|see) (?:all )?comments",
  "advertisement",
  "skip advertisement",
  "article continues below(?: advertisement)?",
  "teilen",
  "(?:artikel|beitrag|eintrag|seite|diesen (?:artikel|beitrag|eintrag)) teilen",
  "(?:link|url) (?:kopieren|kopiert)",
  "(?:artikel|seite|beitrag) drucken",
  "(?:zurück )?nach oben",
  "zum seitenanfang",
  `${count} kommentare?`,
  `kommentare? ${count}`,
  "kommentieren",
  "kommentar schreiben",
  "(?:mehr|weitere)(?: beiträge| einträge| meldungen)? (?:laden|anzeigen)",
  "anzeige",
  "werbung",
  "partager",
  "partager (?:l['’]article|cet article|la page|ce post)",
  "copier le lien",
  "lien copié",
  "imprimer l['’]article",
  "(?:retour en )?haut de (?:la )?page",
  "retour en haut",
  `${count} commentaires?`,
  `commentaires? ${count}`,
  "(?:afficher|charger|voir) plus",
  "publicité",
  "compartir",
  "compartir (?:(?:esta |la )?noticia|(?:este )?artículo)",
  "copiar (?:el )?enlace",
  "enlace copiado",
  "volver arriba",
  "ir arriba",
  `${count} comentarios?`,
  `comentarios? ${count}`,
  "(?:cargar|mostrar) más",
  "publicidad",
  "condividi",
  "condividi (?:l['’]articolo|questo articolo)",
  "copia (?:il )?link",
  "link copiato",
  "torna (?:su|in alto|all['’]inizio)",
  `${count} comment[oi]`,
  `comment[oi] ${count}`,
  "(?:carica|mostra) altr[oi]",
  "pubblicità",
  "compartilhar",
  "partilhar",
  "copiar (?:o )?link",
  "link copiado",
  "voltar ao topo",
  "carregar mais",
  "publicidade",
  "delen",
  "deel dit (?:artikel|bericht)",
  "kopieer (?:de )?link",
  "link (?:kopiëren|gekopieerd)",
  "(?:terug )?naar boven",
  `${count} reacties?`,
  `reacties? ${count}`,
  "meer laden",
  "advertentie",
  "dela",
  "kopiera länk(?:en)?",
  "kopi[eé]r lenke?n?",
  "kopier link",
  "till toppen",
  "udostępnij",
  "kopiuj link",
  "skopiuj link",
  `komentarze ${count}`,
  "paylaş",
  "поделиться",
  "скопировать ссылку",
  "bağlantıyı kopyala",
  "κοινοποίηση",
  "シェア(?:する)?",
  "リンクをコピー",
  "共有",
  "分享",
  "复制链接",
  "공유",
  "مشاركة",
  "شارك",
  "(?:تم )?نسخ الرابط",
  "اشتراک گذاری",
  "כתבו לנו",
  "שתף",
  "שתפו",
  "שיתוף",
  "העתקת? קישור",
  "הקישור הועתק",
];

/** Words that name a button if something else shows a button too: a link without a target, a button element, a name. */
const buttonWords = [
  network,
  "save|saved|like|likes|unlike|print|reply|follow|following|report|close|menu|more|less|tweet|post|pin|embed|permalink|link|url|bookmark|subscribe|comments?|react|options|copy|expand|collapse|top|up|listen|download|edit|flag|next|previous|prev|read more|show less|see more|view more",
  "speichern|merken|drucken|gefällt mir|antworten|folgen|melden|schließen|schliessen|mehr|weniger|kommentare?|mailen|versenden|abonnieren|weiterlesen|mehr lesen",
  "enregistrer|imprimer|j['’]aime|répondre|suivre|signaler|fermer|plus|commenter|commentaires?|envoyer|lire la suite",
  "guardar|imprimir|me gusta|responder|seguir|denunciar|cerrar|más|comentar|comentarios?|enviar|leer más",
  "salva|stampa|mi piace|rispondi|segui|segnala|chiudi|altro|commenta|commenti|invia|leggi tutto",
  "salvar|curtir|gostar|seguir|fechar|mais|comentários?|ler mais",
  "opslaan|bewaren|afdrukken|vind ik leuk|reageren|reacties|volgen|sluiten|meer|lees meer",
  "spara|gilla|skriv ut|svara|följ|stäng|mer|kommentarer?|lagre|gem|lik|svar|følg|luk",
  "zapisz|drukuj|lubię to|odpowiedz|komentarze|więcej|kaydet|beğen|yazdır|yorumlar",
  count,
  "#",
];

/** Names of icons, in the texts for readers who do not see them. */
const icons = ["(?:[\\p{L}-]{1,20} ){0,3}(?:icon|logo|avatar|symbol|thumbnail|arrow|spinner|placeholder)"];

/** The words of a button wherever they are the whole text: "Share", "Link kopieren", "12 Kommentare". */
export const surePhrase = whole(buttonPhrases);
/** The words of a button if its shape shows a button too: "Save", "facebook", "12". */
export const likelyPhrase = whole([...buttonPhrases, ...buttonWords]);
/** A button in a row of buttons: "Facebook". */
export const networkPhrase = whole([network]);
/** For example "Clock icon". */
export const iconPhrase = whole(icons);
/** Characters between buttons, names and times: bars, dots, slashes, brackets. */
export const separator = /^[|/\\,;:·•∙‧・()[\]<>»«›‹→←↑↓▶▼▲…\s]{1,12}$/u;
/** The buttons around a post in a text, for the list of losses. */
export const shareLines = new RegExp(`${surePhrase.source}|${networkPhrase.source}`, "iu");
/** All words that may be dropped as furniture, for the list of losses. */
export const furnitureWords = new RegExp(
  [surePhrase, likelyPhrase, iconPhrase, separator].map(({ source }) => source).join("|"),
  "iu",
);
/** A rule that consists of characters. */
export const dividerMark = /^[—–\-*_•·.\s]{1,12}$/;

/** The number before a word, as in "3 comments". */
const counted = String.raw`\d[\d.,]{0,6} `;

/** Headings of lists of other stories, of comments and of other parts after a live page. */
export const awayHeading = whole([
  "related(?: (?:articles|stories|news|content|topics|links|coverage|posts|reading))?",
  "more (?:stories|on this(?: story)?|news|from .{1,40}|like this|coverage|to read)",
  "(?:you may|you might) (?:also )?(?:like|be interested in)",
  "most (?:read|popular|viewed|shared|watched)",
  "(?:editor['’]?s['’]? picks?|top stories|trending(?: now)?|recommended(?: for you)?|read next|see also|also read|don['’]t miss|further reading)",
  `(?:${counted})?(?:all |reader |readers['’] |your )?(?:comments?|replies|responses)(?: ${count})?`,
  "(?:join the (?:conversation|discussion)|(?:leave|add|write) a comment|have your say|your reactions|discussion)",
  "(?:passend|mehr) zum (?:artikel|thema)",
  "(?:mehr|weitere) (?:zum thema|artikel|meldungen|nachrichten|themen|beiträge)",
  "(?:lesen sie auch|das könnte (?:sie|dich) auch interessieren|auch interessant|meistgelesen|meist gelesen|empfohlen|empfehlungen|verwandte (?:artikel|themen)|themen|zum thema|aus dem ressort .{1,30})",
  `(?:${counted})?(?:leser)?kommentare?(?: ${count})?`,
  "(?:diskussion|diskutieren sie mit|ihre meinung)",
  "(?:à lire aussi|lire aussi|sur le même sujet|les plus lus|articles? (?:liés?|associés?|connexes?)|vous aimerez aussi|à voir aussi|dans la même rubrique|nos lecteurs ont lu)",
  `(?:${counted})?(?:vos )?(?:commentaires?|réactions?)(?: ${count})?`,
  "(?:te puede interesar|también te puede interesar|noticias relacionadas|artículos relacionados|relacionad[oa]s|lo más (?:leído|visto)|lee también|más noticias|más información|ver también)",
  `(?:${counted})?comentarios?(?: ${count})?`,
  "(?:leggi anche|potrebbe interessarti(?: anche)?|articoli correlati|correlati|i più letti|più letti|altre notizie|vedi anche)",
  `(?:${counted})?commenti(?: ${count})?`,
  "(?:leia também|mais lidas|veja também|notícias relacionadas|artigos relacionados)",
  `(?:${counted})?comentários?(?: ${count})?`,
  "(?:lees ook|lees verder|meer over|meest gelezen|gerelateerd(?:e artikelen)?|meer nieuws|ook interessant)",
  `(?:${counted})?reacties?(?: ${count})?`,
  "(?:läs (?:också|även|mer)|les også|læs også|mest läst|mest lest|mest læste)",
  `kommentar(?:er)?(?: ${count})?`,
  "(?:czytaj także|zobacz także|najczęściej czytane|polecane|komentarze|ilgili haberler|yorumlar|читайте также|комментарии|関連記事|コメント|相关新闻|评论)",
]);

/** Headings of the first part of a page: its summary, its points. */
export const summaryHeading = whole([
  "(?:summary|in summary|key points|key takeaways|takeaways|key facts|at a glance|top ?lines?|highlights|in brief|in short|the essentials|quick read|the story so far)",
  "(?:the |today['’]s )?(?:main|key|top) (?:points|facts|developments|headlines|takeaways|updates|stories|lines)(?: so far| today| at a glance)?",
  "(?:here['’]?s |here is |here are )?(?:what (?:you|we) (?:need to )?know|what we know(?: so far)?|what['’]s happened(?: so far)?|what has happened so far|what to know|what happened(?: today)?|what is happening|everything (?:you|we) (?:need to )?know|the latest|the key (?:points|facts)|where (?:things|we) stand)(?: so far| now| today)?",
  "(?:das wichtigste(?: (?:in kürze|im überblick|auf einen blick|zum thema|des tages))?|die wichtigsten (?:punkte|entwicklungen|ereignisse|fakten|nachrichten)(?: im überblick| auf einen blick| in kürze)?|auf einen blick|im überblick|kurz zusammengefasst|zusammenfassung|das wissen wir|was wir wissen|was bisher geschah|der überblick|in kürze|darum geht['’]?s|kernpunkte)",
  "(?:l['’]essentiel|en bref|en résumé|résumé|ce qu['’]il faut (?:savoir|retenir)|ce que l['’]on sait|les points (?:clés|essentiels)|à retenir|les faits|le résumé|l['’]essentiel à retenir)",
  "(?:lo más importante|las claves|claves|en resumen|resumen|lo esencial|puntos clave|lo que (?:sabemos|hay que saber|debes saber)|qué sabemos|lo último|en breve)",
  "(?:in breve|in sintesi|sintesi|riassunto|i punti (?:chiave|principali)|punti chiave|i fatti|cosa sappiamo|le cose da sapere|l['’]essenziale|il punto)",
  "(?:o essencial|em resumo|resumo|pontos[- ]chave|(?:os )?pontos principais|o que (?:sabemos|se sabe|precisa saber)|destaques)",
  "(?:in het kort|samenvatting|het belangrijkste|de belangrijkste (?:punten|ontwikkelingen)|wat we weten|hoofdpunten|kort samengevat)",
  "(?:sammanfattning|i korthet|det viktigaste|dette vet vi|kort fortalt|oppsummering|opsummering|det ved vi|det här vet vi)",
  "(?:w skrócie|najważniejsze|podsumowanie|co wiemy|özet|öne çıkanlar|главное|коротко|要点|概要|摘要|요약)",
  "(?:أهم النقاط|أبرز النقاط|أبرز التطورات|أهم التطورات|ملخص|الخلاصة|نکات کلیدی|خلاصه|עיקרי הדברים|בקצרה|תקציר|עיקרי האירועים)",
]);

/** Headings and labels of key events. */
export const keyEventWords = whole([
  "key (?:events?|moments?|points?|updates?|posts?)",
  "(?:timeline|key timeline|main events|big moments|must[- ]read|pinned)",
  "(?:schlüsselmomente?|schlüsselereignisse?|wichtige[rs]? (?:ereignisse?|moment|momente)|die wichtigsten (?:ereignisse|momente)|höhepunkte?)",
  "(?:temps forts?|moments? (?:clés?|forts?)|points? clés?|événements? (?:clés?|marquants?)|les faits marquants)",
  "(?:momentos? clave|momentos? destacados?|puntos? clave|hechos? clave|eventos? clave|lo más destacado)",
  "(?:punti chiave|momenti? (?:chiave|salient[ei])|eventi? chiave|i punti chiave)",
  "(?:momentos?[- ]chave|pontos?[- ]chave|principais momentos)",
  "(?:sleutelmoment(?:en)?|belangrijk(?:e|ste)? (?:moment|momenten|gebeurtenis(?:sen)?)|hoogtepunt(?:en)?)",
  "(?:viktiga händelser|nyckelhändelser|høydepunkter|højdepunkter|kluczowe (?:momenty|wydarzenia))",
]);

/** Headings of the points of a text, where nothing else shows what the points are. */
export const pointsHeading = new RegExp(`${summaryHeading.source}|${keyEventWords.source}`, "iu");
