/** Renders batches of live pages side by side: in this thread and in worker threads. Pictures and cards are made in this one. */
import fs from "node:fs";
import { Failure } from "../../base/failure.ts";
import { modulePath } from "../../base/package-folder.ts";
import { Refusal } from "../../model/problem.ts";
import type { PageResult } from "../render/page-result.ts";
import { renderBatch } from "../render/render-batch.ts";
import type { PageTask, RenderJob, RenderTools } from "../render/render-job.ts";
import { startThread } from "./spawn.ts";
import type { BatchOrder, PictureFile, WorkerAnswer, WorkerReply } from "./worker.ts";

/** Renders on `processors` processors; gives the results in the order of the batches. Throws Refusal with the mistakes of all. */
export async function renderInPool(
  batches: readonly (readonly PageTask[])[],
  job: RenderJob,
  tools: RenderTools,
  processors: number,
): Promise<readonly PageResult[]> {
  const results: (readonly PageResult[])[] = [];
  const faults: unknown[] = [];
  let next = 0;
  const work = async (worker: PoolWorker): Promise<void> => {
    for (let index = next++; index < batches.length; index = next++) {
      try {
        results[index] = await worker.render({ batch: index, tasks: batches[index] ?? [], job });
      } catch (error) {
        // The mistakes of all batches are reported together; any other error ends the work.
        faults.push(error);
        if (!(error instanceof Refusal)) next = batches.length;
      }
    }
  };
  const others = Math.min(processors, batches.length) - 1;
  const pool = [...Array.from({ length: others }, () => startWorker(tools)), thisThread(tools)];
  try {
    // Three batches each: one is rendered while others wait for their pictures and cards.
    await Promise.all([...pool, ...pool, ...pool].map(work));
  } finally {
    await Promise.all(pool.map((worker) => worker.end()));
  }
  throwFaults(faults);
  return results.flat();
}

function throwFaults(faults: readonly unknown[]): void {
  const worst = faults.find((fault) => !(fault instanceof Refusal));
  if (worst !== undefined) throw worst;
  if (faults.length > 0) throw new Refusal((faults as readonly Refusal[]).flatMap(({ problems }) => problems));
}

interface PoolWorker {
  /** Takes several orders at a time. */
  render(order: BatchOrder): Promise<readonly PageResult[]>;
  end(): Promise<unknown>;
}

/** Between its batches this thread answers the others. */
const thisThread = (tools: RenderTools): PoolWorker => ({
  async render({ tasks, job }) {
    await new Promise((resolve) => setImmediate(resolve));
    return await renderBatch(tasks, job, tools);
  },
  end: async () => undefined,
});

function startWorker(tools: RenderTools): PoolWorker {
  const thread = startThread(modulePath("src/builder/workers/worker.ts"));
  const waiting = new Map<number, PromiseWithResolvers<readonly PageResult[]>>();
  const failAll = (error: unknown): void => {
    for (const { reject } of waiting.values()) reject(error);
  };
  thread.on("error", failAll);
  thread.on("exit", (code) => failAll(new Error(`Cannot make live pages: a thread ended with code ${code}`)));
  thread.on("message", async (answer: WorkerAnswer) => {
    const batch = waiting.get(answer.batch);
    if (answer.kind === "rendered") batch?.resolve(answer.pages);
    else if (answer.kind === "refused") batch?.reject(new Refusal(answer.problems));
    else if (answer.kind === "failed") batch?.reject(new Failure(answer.message, answer.hint));
    else
      await replyTo(answer, tools)
        .then((reply) => thread.postMessage(reply))
        .catch((error: unknown) => batch?.reject(error));
  });
  return {
    render(order) {
      const batch = Promise.withResolvers<readonly PageResult[]>();
      waiting.set(order.batch, batch);
      thread.postMessage(order);
      return batch.promise.finally(() => waiting.delete(order.batch));
    },
    end: () => thread.terminate(),
  };
}

/** Makes the pictures or the cards that a worker asks for. */
const replyTo = async (
  asked: Extract<WorkerAnswer, { kind: "pictures" | "cards" }>,
  tools: RenderTools,
): Promise<WorkerReply> =>
  asked.kind === "pictures"
    ? { kind: "pictures", batch: asked.batch, pictures: await tools.pictures(asked.originals.map(original)) }
    : { kind: "cards", batch: asked.batch, cards: await tools.cards(asked.cards) };

const original = ({ path, digest }: PictureFile) => ({ path, digest, bytes: () => fs.readFileSync(path) });
