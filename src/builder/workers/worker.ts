/** A thread that makes live pages for another; see `crew.ts`. */
import { parentPort } from "node:worker_threads";
import { explain, Failure } from "../../base/failure.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import type { Card } from "../../site/cards/card.ts";
import type { Pictures } from "../../site/pictures/images.ts";
import type { DrawCards } from "../render/cards.ts";
import { type Job, type MadePage, makePages, type Task } from "../render/make-pages.ts";
import { loadTemplates } from "../render/templates.ts";

/** What a thread is asked. */
export interface Order {
  /** Its number; no other batch has it. */
  readonly batch: number;
  readonly tasks: readonly Task[];
  readonly job: Job;
}

/** A picture, by the name and the digest of its file. */
export interface PictureFile {
  readonly path: string;
  readonly digest: string;
}

/** What it answers about a batch; to `pictures` and to `cards` it is sent a reply. */
export type Answer = { readonly batch: number } & (
  | { readonly kind: "made"; readonly pages: readonly MadePage[] }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly message: string; readonly hint: string }
  | { readonly kind: "pictures"; readonly originals: readonly PictureFile[] }
  | { readonly kind: "cards"; readonly cards: readonly Card[] }
);

export type Reply = { readonly batch: number } & (
  | { readonly kind: "pictures"; readonly pictures: Pictures }
  | { readonly kind: "cards"; readonly cards: Awaited<ReturnType<DrawCards>> }
);

const port = parentPort;
if (port === null) throw new Error("Cannot make live pages here: this file is for a thread");

/** Who waits for a reply, of each batch. */
const hearPictures = new Map<number, (pictures: Pictures) => void>();
const hearCards = new Map<number, (cards: Awaited<ReturnType<DrawCards>>) => void>();
const say = (answer: Answer): void => port.postMessage(answer);

port.on("message", async (said: Order | Reply) => {
  const { batch } = said;
  if ("kind" in said)
    return said.kind === "pictures" ? hearPictures.get(batch)?.(said.pictures) : hearCards.get(batch)?.(said.cards);
  const { tasks, job } = said;
  try {
    const { templates } = await loadTemplates(job.root);
    const pages = await makePages(tasks, job, {
      templates,
      pictures: (originals) =>
        new Promise((hear) => {
          hearPictures.set(batch, hear);
          say({ kind: "pictures", batch, originals: originals.map(({ path, digest }) => ({ path, digest })) });
        }),
      cards: (cards) =>
        new Promise((hear) => {
          hearCards.set(batch, hear);
          say({ kind: "cards", batch, cards });
        }),
    });
    say({ kind: "made", batch, pages });
  } catch (error) {
    if (error instanceof Refusal) return say({ kind: "refused", batch, problems: error.problems });
    const failure = explain("make live pages", error, "the site is as it was");
    if (!(failure instanceof Failure)) throw error;
    say({ kind: "failed", batch, message: failure.message, hint: failure.hint });
  } finally {
    hearPictures.delete(batch);
    hearCards.delete(batch);
  }
});
