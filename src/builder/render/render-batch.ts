/** Turns some live pages into staged files: reads them, makes their pictures, renders what is out of date, stores their records. */
import path from "node:path";
import { type Problem, Refusal } from "../../model/problem.ts";
import type { Pictures } from "../../site/pictures/images.ts";
import { stagingIn } from "../output/staging.ts";
import { renderCards } from "./cards.ts";
import { type PageResult, pageResult } from "./page-result.ts";
import { type LivePageRead, readLivePage, viewLivePage } from "./read-live-page.ts";
import type { PageTask, RenderJob, RenderTools } from "./render-job.ts";
import { renderOutdated } from "./render-outdated.ts";
import { planFiles } from "./up-to-date.ts";

/** The tasks fit into memory together. Throws Refusal with all that is wrong with any of them. */
export async function renderBatch(
  tasks: readonly PageTask[],
  job: RenderJob,
  tools: RenderTools,
): Promise<readonly PageResult[]> {
  const read = tasks.map((task) => readLivePage(task, job));
  const made = await makePictures(read, job, tools);
  const problems = [...read.flatMap((page) => page.read.problems), ...made.problems];
  if (problems.some(({ severity }) => severity === "error")) throw new Refusal(problems);
  const pages = read.flatMap((page) => viewLivePage(page, made.pictures, job));
  const templates = tools.templates.filter(({ template }) => template.of === "live page");
  const planned = pages.map(({ site, last }) =>
    templates.flatMap((loaded) => planFiles(loaded, site, job.renderKey, last)),
  );
  const rendered = await renderOutdated(planned.flat(), stagingIn(job.stage), job);
  const cards = await renderCards(
    pages.flatMap(({ site: { card }, last }) => (card === undefined ? [] : [{ card, last }])),
    job.renderKey,
    tools.cards,
  );
  return pages.map((page, index) =>
    pageResult(
      page,
      { planned: planned[index] ?? [], rendered, cards, problems: ownProblems(page, made.problems) },
      job,
    ),
  );
}

type MadePictures = Pick<Pictures, "pictures" | "problems">;

/** Makes the pictures of the live pages whose records do not have them all, or finds them in the cache. */
async function makePictures(
  read: readonly LivePageRead[],
  { root }: RenderJob,
  tools: RenderTools,
): Promise<MadePictures> {
  const originals = read.flatMap(({ archived, knownPictures }) =>
    archived === undefined || knownPictures !== undefined ? [] : [...archived.media.values()],
  );
  if (originals.length === 0) return { pictures: new Map(), problems: [] };
  const { pictures, problems } = await tools.pictures(originals);
  // Problems name files from the archive's root.
  const shown = (file: string): string => path.relative(root, file).split(path.sep).join("/");
  return { pictures, problems: problems.map((one) => ({ ...one, file: shown(one.file) })) };
}

/** The problems of a live page: of its content, and of its pictures among those of its batch. */
const ownProblems = ({ task, read }: LivePageRead, ofPictures: readonly Problem[]): readonly Problem[] => [
  ...read.problems,
  ...ofPictures.filter(({ file }) => file.startsWith(`content/${task.slug}/`)),
];
