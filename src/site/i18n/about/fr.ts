/** The archive's page about itself, in French. */
import type { AboutStrings } from "./strings.ts";

export const aboutFr: AboutStrings = {
  archive: "Archive",
  whatHeading: "Ce qu’est une archive de directs",
  what: [
    "Un direct est ce qu’une rédaction écrit pendant que l’événement se déroule\u202f: de courtes publications, chacune avec son heure, la plus récente en haut. Une fois l’événement passé, ces pages sont modifiées, déplacées ou perdues.",
    "Cette archive les conserve\u202f: chaque publication contenue dans une copie, avec son heure, ses images et sa source, sous forme de pages simples qui se lisent sans script et se gardent sur n’importe quel disque.",
  ],

  dataHeading: "De quoi elle est faite",
  terms: {
    post: "Un message d’un direct\u202f: son texte et, quand ils sont connus, son heure, son titre, sa rubrique et ses auteurs.",
    time: "L’heure que montrait le direct, avec son écart au temps universel. Quand la copie n’en montre aucune, la page le dit.",
    inferred:
      "Une année, une date ou un fuseau que la copie ne montre pas et qui a été établi d’après ce qu’elle montre. La page dit lequel.",
    summary:
      "Les points placés au-dessus des publications. Un point mène aux publications qui l’étayent, quand leurs mots le rendent certain ou qu’un éditeur l’indique.",
    keyEvent: "Les publications que le direct, ou un éditeur de cette archive, a désignées comme les principales.",
    label: "Le mot de la rédaction pour le genre d’une publication, par exemple Analyse.",
    updated: "Quand le texte d’une publication a été modifié pour la dernière fois, selon son éditeur.",
    correction: "Ce qu’un éditeur de cette archive a trouvé d’inexact dans une publication, et quand.",
    capture:
      "Une copie du direct tel qu’il a été trouvé. Les captures sont gardées avec l’archive, non sur ces pages\u202f: elles sont l’œuvre de l’éditeur d’origine.",
  },
  capture: "Capture",

  editionsHeading: "Éditions et adresses",
  builtBy: (program) =>
    `Ces pages sont construites par ${program} à partir de fichiers texte, un par publication. Les mêmes fichiers donnent toujours les mêmes pages, octet pour octet.`,
  editions: [
    "Chaque construction publiée est une édition. Une nouvelle édition peut ajouter des publications, des images et des rectificatifs, et changer d’aspect.",
    "Les adresses ne changent pas\u202f: un direct et chacune de ses publications gardent la leur, et une construction qui en perdrait une échoue.",
  ],

  verifyHeading: "Comment la vérifier",
  verify: [
    "Le tableau donne pour chaque direct sa source, l’heure de ses captures et leur empreinte SHA-256. La page de chaque publication nomme la capture qui la contient.",
    "Qui possède le même fichier peut en calculer l’empreinte et comparer\u202f: si les deux sont égales, le fichier est bien cette capture. Qui possède une autre copie, par exemple celle d’une archive du Web, peut en comparer les publications au fichier de données du direct.",
  ],
  livePage: "Direct",
  noCapture: "Aucune capture n’est enregistrée",
  olderCaptures: "Captures plus anciennes",
  allCaptures: "Tous les directs et leurs captures",

  missing: {
    posts: "Signalées mais non capturées",
    pages: "Pages non capturées",
    someOf: (count, total) => `${count} sur ${total}`,
    began: "Le direct a commencé avant la première publication conservée\u202f:",
  },

  citeHeading: "Comment la citer",
  citing:
    "Une publication se cite par ses auteurs, son titre, son heure, son direct et son adresse permanente. La page de chaque publication offre cette référence prête à copier\u202f; chaque direct a des fichiers pour les logiciels bibliographiques.",
  example: "Par exemple, la publication la plus récente",

  filesHeading: "Fichiers pour les programmes",
  filesText: "Chaque direct a ses propres fichiers à côté de ses pages\u202f; ceux du plus récent sont liés ici.",
  files: {
    feed: "Les dernières publications de toute l’archive, pour les lecteurs de flux",
    captures: "Tous les directs avec leurs sources, leurs droits et leurs captures",
    data: "Un direct avec toutes ses publications, sous forme de données",
    table: "Ses publications en tableau, une par ligne",
    schema: "Le sens des colonnes ou des clés du fichier précédent, pour les programmes qui le vérifient",
    pageFeed: "Ses dernières publications, pour les lecteurs de flux",
    citations: "Le direct et ses publications, pour les logiciels bibliographiques",
    pageText: "Son en-tête et l’essentiel en texte (Markdown)",
    postText: "Une publication en texte (Markdown)",
  },

  rightsText:
    "Un direct appartient à son éditeur et à ses auteurs. Ses droits sont indiqués au bas de ses pages et dans le tableau des captures.",

  privacyHeading: "Vie privée",
  privacy: [
    "Aucune page de cette archive ne charge quoi que ce soit d’ailleurs, ne compte ses lecteurs ni ne dépose de cookie. Un lien vers une source ne s’ouvre que si vous le suivez.",
    "Avec le script, le navigateur retient où vous vous êtes arrêté dans un direct, le fuseau choisi et si les touches sont désactivées. Cela reste sur votre appareil et disparaît quand vous effacez les données de ce site.",
  ],

  keys: "Dans les directs, des touches simples agissent là où les scripts sont permis. La liste des touches permet de les désactiver.",
  keyArrows: "Image précédente et suivante dans la galerie",

  languagesHeading: "Langues et calendriers",
  languages: [
    "Les dates, les nombres et les mots qui entourent un direct sont dans sa langue\u202f; ceux de cette page et de la page d’accueil sont dans celle de l’archive.",
    "Les heures vont jusqu’à 24 et sont données dans le fuseau du direct. En persan, les jours sont ceux du calendrier hégirien solaire, avec la date grégorienne à côté.",
  ],
};
