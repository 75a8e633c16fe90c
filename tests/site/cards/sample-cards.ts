/** Cards of invented live pages, in every script that the fonts have and in one that they do not have. */
import type { Card } from "../../../src/site/cards/card.ts";
import { pageCard } from "../../../src/site/cards/page-card.ts";
import { stringsFor } from "../../../src/site/i18n/language.ts";
import { livePageView } from "../../../src/site/presenters/live-page.ts";
import { at, livePage, post } from "../sample.ts";

const times = [5, 9, 12, 40, 41, 44, 47, 100, 160, 165, 220, 300];
const posts = times.map((minutes) => post(`p-${minutes}`, { published: at(isoAfter(minutes)) })).reverse();

function isoAfter(minutes: number): string {
  const [hours, rest] = [20 + Math.floor(minutes / 60), minutes % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return `2024-05-${16 + Math.floor(hours / 24)}T${two(hours % 24)}:${two(rest)}:00+01:00`;
}

const settings = { title: "River Archive", language: "en-GB", noindex: false, about: [] };

/** `count`: the number of posts. */
export function cardOf(title: string, language = "en-GB", publisher = "", count = times.length): Card {
  const page = livePage(posts.slice(0, count), { title, language, ...(publisher !== "" && { publisher }) });
  return pageCard(
    livePageView(page, () => undefined, stringsFor(language)),
    settings,
  );
}

export const titles = {
  en: cardOf("The river at Fenwick: second day of the flood", "en-GB", "The Harbour Courier"),
  fr: cardOf("La crue à Fenwick : ce qu’il faut retenir de la deuxième journée", "fr", "Le Courrier du Port"),
  ru: cardOf("Паводок в Фенвике: день второй", "ru", "Вестник гавани"),
  uk: cardOf("Повінь у Фенвіку: її другий день", "uk", "Портовий кур’єр"),
  el: cardOf("Η πλημμύρα στο Φένγουικ: δεύτερη ημέρα", "el", "Ταχυδρόμος"),
  ar: cardOf("فيضان النهر في Fenwick: اليوم الثاني (16:30)", "ar", "بريد الميناء"),
  fa: cardOf("سیل رودخانه در فنویک: روز دوم، لحظه‌به‌لحظه", "fa", "پیک بندر"),
} as const;
