/** A thread that makes live pages for another; see `crew.ts`. */
import { parentPort } from "node:worker_threads";
import { explain, Failure } from "../base/failure.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import type { Card } from "../site/cards/card.ts";
import type { Pictures } from "../site/images.ts";
import { type Job, type MadePage, makePages, type Task } from "./make-pages.ts";
import type { DrawCards } from "./settle-cards.ts";
import { loadTemplates } from "./templates.ts";

/** What a thread is asked. */
export interface Order {
  readonly tasks: readonly Task[];
  readonly job: Job;
}

/** A picture, by the name and the digest of its file. */
export interface PictureFile {
  readonly path: string;
  readonly digest: string;
}

/** What it answers; to `pictures` and to `cards` it is sent a reply. */
export type Answer =
  | { readonly kind: "made"; readonly pages: readonly MadePage[] }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly message: string; readonly hint: string }
  | { readonly kind: "pictures"; readonly originals: readonly PictureFile[] }
  | { readonly kind: "cards"; readonly cards: readonly Card[] };

export type Reply =
  | { readonly kind: "pictures"; readonly pictures: Pictures }
  | { readonly kind: "cards"; readonly cards: Awaited<ReturnType<DrawCards>> };

const port = parentPort;
if (port === null) throw new Error("Cannot make live pages here: this file is for a thread");

let hearPictures: ((pictures: Pictures) => void) | undefined;
let hearCards: ((cards: Awaited<ReturnType<DrawCards>>) => void) | undefined;
const say = (answer: Answer): void => port.postMessage(answer);

port.on("message", async (said: Order | Reply) => {
  if ("kind" in said) return said.kind === "pictures" ? hearPictures?.(said.pictures) : hearCards?.(said.cards);
  const { tasks, job } = said;
  try {
    const { templates } = await loadTemplates(job.root);
    const pages = await makePages(tasks, job, {
      templates,
      pictures: (originals) =>
        new Promise((hear) => {
          hearPictures = hear;
          say({ kind: "pictures", originals: originals.map(({ path, digest }) => ({ path, digest })) });
        }),
      cards: (cards) =>
        new Promise((hear) => {
          hearCards = hear;
          say({ kind: "cards", cards });
        }),
    });
    say({ kind: "made", pages });
  } catch (error) {
    if (error instanceof Refusal) return say({ kind: "refused", problems: error.problems });
    const failure = explain("make live pages", error, "the site is as it was");
    if (!(failure instanceof Failure)) throw error;
    say({ kind: "failed", message: failure.message, hint: failure.hint });
  }
});
