/** A worker thread that renders batches of live pages for `pool.ts`, and asks it for pictures and cards. */
import { parentPort } from "node:worker_threads";
import { explain, Failure } from "../../base/failure.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import type { Card } from "../../site/cards/card.ts";
import type { Pictures } from "../../site/pictures/images.ts";
import type { DrawCards } from "../render/cards.ts";
import type { PageResult } from "../render/page-result.ts";
import { renderBatch } from "../render/render-batch.ts";
import type { PageTask, RenderJob } from "../render/render-job.ts";
import { loadTemplates } from "../render/templates.ts";

/** A batch to render. */
export interface BatchOrder {
  /** The number of the batch; no other one has it. */
  readonly batch: number;
  readonly tasks: readonly PageTask[];
  readonly job: RenderJob;
}

/** A picture, by the name and the digest of its file. */
export interface PictureFile {
  readonly path: string;
  readonly digest: string;
}

/** What a worker says of a batch: its end, or a question that gets a reply. */
export type WorkerAnswer = { readonly batch: number } & (
  | { readonly kind: "rendered"; readonly pages: readonly PageResult[] }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly message: string; readonly hint: string }
  | { readonly kind: "pictures"; readonly originals: readonly PictureFile[] }
  | { readonly kind: "cards"; readonly cards: readonly Card[] }
);

type DrawnCards = Awaited<ReturnType<DrawCards>>;

export type WorkerReply = { readonly batch: number } & (
  | { readonly kind: "pictures"; readonly pictures: Pictures }
  | { readonly kind: "cards"; readonly cards: DrawnCards }
);

const port = parentPort;
if (port === null) throw new Error("Cannot make live pages here: this file is for a thread");

/** By batch: what receives the reply to a question. */
const awaitedPictures = new Map<number, (pictures: Pictures) => void>();
const awaitedCards = new Map<number, (cards: DrawnCards) => void>();
const send = (answer: WorkerAnswer): void => port.postMessage(answer);

port.on("message", async (message: BatchOrder | WorkerReply) => {
  const { batch } = message;
  if (!("kind" in message)) await render(message);
  else if (message.kind === "pictures") awaitedPictures.get(batch)?.(message.pictures);
  else awaitedCards.get(batch)?.(message.cards);
});

async function render({ batch, tasks, job }: BatchOrder): Promise<void> {
  try {
    const { templates } = await loadTemplates(job.root);
    const pages = await renderBatch(tasks, job, {
      templates,
      pictures: (originals) =>
        new Promise((resolve) => {
          awaitedPictures.set(batch, resolve);
          send({ kind: "pictures", batch, originals: originals.map(({ path, digest }) => ({ path, digest })) });
        }),
      cards: (cards) =>
        new Promise((resolve) => {
          awaitedCards.set(batch, resolve);
          send({ kind: "cards", batch, cards });
        }),
    });
    send({ kind: "rendered", batch, pages });
  } catch (error) {
    if (error instanceof Refusal) return send({ kind: "refused", batch, problems: error.problems });
    const failure = explain("make live pages", error, "the site is as it was");
    if (!(failure instanceof Failure)) throw error;
    send({ kind: "failed", batch, message: failure.message, hint: failure.hint });
  } finally {
    awaitedPictures.delete(batch);
    awaitedCards.delete(batch);
  }
}
