/** From a line above a headline to whether it names the kind of the post, by a closed list in several languages. */
import { keyEventWords } from "../account/furniture-words.ts";

/** A label is a whole line, with a sign or an icon at its ends. */
const labels = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}(?:${[
    "analysis|explainer|explained|breaking(?: news)?|exclusive|video|watch|in video|audio|listen|podcast|photos?|pictures?|in pictures|gallery|opinion|comment|view|interview|eyewitness|fact[- ]?check|reality check|verify|profile|recap|summary|background|context|q&a|your questions(?: answered)?|reader comment|alert|urgent|latest|watch live|graphic|map|timeline|report|reaction|quote",
    "analyse|eilmeldung|eil|exklusiv|kommentar|meinung|im video|bilder|fotos|fotostrecke|galerie|hintergrund|faktencheck|porträt|überblick|zusammenfassung|erklärt|grafik|karte|reaktion(?:en)?|zitat|leserfrage|frage und antwort",
    "décryptage|analyse|alerte(?: info)?|urgent|exclusif|en images|en vidéo|vidéo|photos?|infographie|carte|reportage|entretien|portrait|vérification|éclairage|point de vue|édito(?:rial)?|contexte|récap|témoignages?|réactions?|vos questions|question de lecteur",
    "análisis|última hora|urgente|exclusiva|vídeo|en vídeo|fotos?|en imágenes|opinión|entrevista|verificación|claves|perfil|contexto|reacciones|gráfico|mapa|reportaje|testimonio",
    "analisi|ultim['’]ora|esclusiva?|foto|opinione|commento|intervista|scheda|ritratto|contesto|reazioni|análise|exclusivo|opinião|contexto|análise|reações|achtergrond|beeld|interview|uitleg|analys|bakgrund|kommentar|faktasjekk|analiza|pilne|wideo|анализ|срочно|видео|تحليل|عاجل|فيديو",
  ].join("|")})[^\\p{L}\\p{N}]{0,3}$`,
  "iu",
);

export const isLabel = (text: string): boolean => text.length <= 40 && (labels.test(text) || keyEventWords.test(text));
export const tellsKeyEvent = (text: string): boolean => text.length <= 40 && keyEventWords.test(text);
/** True for the words that the account counts as "breaking". */
export const tellsBreaking = (text: string): boolean => /^breaking(?: news)?:?$/i.test(text);
