/** Threads that make live pages side by side. Each has loaded the templates for itself; pictures are made by whoever called. */
import fs from "node:fs";
import { Failure } from "../base/failure.ts";
import { startFile } from "../base/package-folder.ts";
import { Refusal } from "../model/problem.ts";
import type { Answer, Order, PictureFile } from "./crew-member.ts";
import type { Job, MadePage, Task } from "./make-pages.ts";
import { startThread } from "./program.ts";
import type { Studio } from "./studio.ts";

/** Makes the batches, in any order, by so many threads; gives what came of them in the order of the batches. */
export async function makeByCrew(
  batches: readonly (readonly Task[])[],
  job: Job,
  studio: Studio,
  threads: number,
): Promise<readonly MadePage[]> {
  const made: (readonly MadePage[])[] = [];
  const faults: unknown[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const member = join(studio);
    try {
      for (let index = next++; index < batches.length; index = next++) {
        try {
          made[index] = await member.make({ tasks: batches[index] ?? [], job });
        } catch (error) {
          // The mistakes of all batches are told together; anything else ends the work.
          faults.push(error);
          if (!(error instanceof Refusal)) next = batches.length;
        }
      }
    } finally {
      await member.leave();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, batches.length) }, work));
  const worst = faults.find((fault) => !(fault instanceof Refusal));
  if (worst !== undefined) throw worst;
  if (faults.length > 0) throw new Refusal((faults as readonly Refusal[]).flatMap(({ problems }) => problems));
  return made.flat();
}

interface Member {
  make(order: Order): Promise<readonly MadePage[]>;
  leave(): Promise<unknown>;
}

function join(studio: Studio): Member {
  const thread = startThread(startFile("src/build/crew-member.ts"));
  let settle: { done: (pages: readonly MadePage[]) => void; failed: (error: unknown) => void } | undefined;
  thread.on("error", (error) => settle?.failed(error));
  thread.on("exit", (code) => settle?.failed(new Error(`Cannot make live pages: a thread ended with code ${code}`)));
  thread.on("message", async (answer: Answer) => {
    if (answer.kind === "made") settle?.done(answer.pages);
    else if (answer.kind === "refused") settle?.failed(new Refusal(answer.problems));
    else if (answer.kind === "failed") settle?.failed(new Failure(answer.message, answer.hint));
    else {
      try {
        thread.postMessage(await studio.pictures(answer.originals.map(original)));
      } catch (error) {
        settle?.failed(error);
      }
    }
  });
  return {
    make: (order) =>
      new Promise((done, failed) => {
        settle = { done, failed };
        thread.postMessage(order);
      }),
    leave() {
      settle = undefined;
      return thread.terminate();
    },
  };
}

const original = ({ path, digest }: PictureFile) => ({ path, digest, bytes: () => fs.readFileSync(path) });
