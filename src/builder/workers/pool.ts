/** Makes live pages side by side: here, and in threads, each of which loads the templates for itself. Pictures are made here. */
import fs from "node:fs";
import { Failure } from "../../base/failure.ts";
import { startFile } from "../../base/package-folder.ts";
import { Refusal } from "../../model/problem.ts";
import type { Studio } from "../render/image-pipeline.ts";
import { type Job, type MadePage, makePages, type Task } from "../render/make-pages.ts";
import type { LoadedTemplate } from "../render/templates.ts";
import { startThread } from "./spawn.ts";
import type { Answer, Order, PictureFile, Reply } from "./worker.ts";

/** Makes the batches, in any order, on `processors` processors; gives what came of them in the order of the batches. */
export async function makeByCrew(
  batches: readonly (readonly Task[])[],
  job: Job,
  { templates, studio, processors }: { templates: readonly LoadedTemplate[]; studio: Studio; processors: number },
): Promise<readonly MadePage[]> {
  const made: (readonly MadePage[])[] = [];
  const faults: unknown[] = [];
  let next = 0;
  const work = async (member: Member): Promise<void> => {
    for (let index = next++; index < batches.length; index = next++) {
      try {
        made[index] = await member.make({ batch: index, tasks: batches[index] ?? [], job });
      } catch (error) {
        // The mistakes of all batches are told together; anything else ends the work.
        faults.push(error);
        if (!(error instanceof Refusal)) next = batches.length;
      }
    }
  };
  const others = Math.min(processors, batches.length) - 1;
  const crew = [...Array.from({ length: others }, () => join(studio)), self(templates, studio)];
  try {
    // Three batches each: while some wait for their pictures and cards, or for this thread, another is made.
    await Promise.all([...crew, ...crew, ...crew].map(work));
  } finally {
    await Promise.all(crew.map((member) => member.leave()));
  }
  const worst = faults.find((fault) => !(fault instanceof Refusal));
  if (worst !== undefined) throw worst;
  if (faults.length > 0) throw new Refusal((faults as readonly Refusal[]).flatMap(({ problems }) => problems));
  return made.flat();
}

interface Member {
  /** Several at a time. */
  make(order: Order): Promise<readonly MadePage[]>;
  leave(): Promise<unknown>;
}

/** This thread. Between its batches it hears the others. */
const self = (templates: readonly LoadedTemplate[], studio: Studio): Member => ({
  async make({ tasks, job }) {
    await new Promise((resolve) => setImmediate(resolve));
    return await makePages(tasks, job, { templates, pictures: studio.pictures, cards: studio.cards });
  },
  leave: async () => undefined,
});

function join(studio: Studio): Member {
  const thread = startThread(startFile("src/builder/workers/worker.ts"));
  const waiting = new Map<number, Waiting>();
  const fail = (error: unknown): void => {
    for (const { failed } of waiting.values()) failed(error);
  };
  thread.on("error", fail);
  thread.on("exit", (code) => fail(new Error(`Cannot make live pages: a thread ended with code ${code}`)));
  thread.on("message", async (answer: Answer) => {
    const { batch } = answer;
    const order = waiting.get(batch);
    if (answer.kind === "made") order?.done(answer.pages);
    else if (answer.kind === "refused") order?.failed(new Refusal(answer.problems));
    else if (answer.kind === "failed") order?.failed(new Failure(answer.message, answer.hint));
    else {
      try {
        const reply: Reply =
          answer.kind === "pictures"
            ? { kind: "pictures", batch, pictures: await studio.pictures(answer.originals.map(original)) }
            : { kind: "cards", batch, cards: await studio.cards(answer.cards) };
        thread.postMessage(reply);
      } catch (error) {
        order?.failed(error);
      }
    }
  });
  return {
    make: (order) =>
      new Promise<readonly MadePage[]>((done, failed) => {
        waiting.set(order.batch, { done, failed });
        thread.postMessage(order);
      }).finally(() => waiting.delete(order.batch)),
    leave: () => thread.terminate(),
  };
}

/** Who waits for a batch. */
interface Waiting {
  readonly done: (pages: readonly MadePage[]) => void;
  readonly failed: (error: unknown) => void;
}

const original = ({ path, digest }: PictureFile) => ({ path, digest, bytes: () => fs.readFileSync(path) });
