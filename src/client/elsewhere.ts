/** On a page of a long event: the posts of its other pages that answer, below those of this page. */
import { hitList } from "./hit.ts";
import { make } from "./make.ts";
import type { Stage } from "./posts.ts";
import { answers, termsOf } from "./question.ts";
import { loadEvent, type ToldEvent } from "./search-files.ts";
import { say } from "./words.ts";

/** So many are listed; the page with all posts has the rest. */
const most = 100;

export interface Elsewhere {
  /** `told` hears later how many there are, unless something else was asked for by then; undefined where nobody knows. */
  readonly look: (question: string, told: (count: number | undefined) => void) => void;
}

export function lookElsewhere({ stream, posts }: Stage): Elsewhere {
  const here = new Set(posts.map(({ article }) => article.id));
  const section = make("nav", { className: "elsewhere", id: "elsewhere", hidden: true });
  section.ariaLabel = say("elsewhere");
  [...stream.querySelectorAll(".day")].at(-1)?.after(section);
  let event: Promise<ToldEvent> | undefined;
  let asked = "";
  const show = (told: ToldEvent, question: string): number => {
    const terms = termsOf(question);
    const found = told.posts.filter((post) => !here.has(post.id) && answers(post.folded(), terms));
    const standing = { event: told, folder: "", question, terms, withYear: false };
    section.hidden = found.length === 0;
    section.replaceChildren(
      make("h2", {}, say("elsewhere")),
      hitList(found.slice(0, most), standing, (post) => say("onPage", { number: post.standing + 1 })),
    );
    return found.length;
  };
  return {
    look: (question, told) => {
      asked = question;
      if (question === "") {
        section.hidden = true;
        return;
      }
      event ??= loadEvent("");
      event
        .then((known) => {
          if (asked === question) told(show(known, question));
        })
        .catch(() => {
          event = undefined;
          if (asked === question) told(undefined);
        });
    },
  };
}
