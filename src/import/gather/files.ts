/** Files, folders and standard input, as a person names them -> the documents in them. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { holdsLivePages } from "../../archive/read/archive-folder.ts";
import { printableWords } from "../../base/printable.ts";
import { count } from "../../base/terminal/amounts.ts";
import type { Terminal } from "../../base/terminal/terminal.ts";
import { type Budget, makeBudget } from "../../captures/budget.ts";
import { someNames } from "../../captures/containers/file-names.ts";
import type { FoundDocument } from "../../captures/document.ts";
import { limits, megabytes } from "../../captures/limits.ts";
import { type Opened, openCapture, openFolder } from "../../captures/open.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { type PassedOver, passedOver } from "../passed-over.ts";
import { filesInFolder, finderBeside } from "./folder-files.ts";

type GatherTerminal = Pick<Terminal, "err" | "input">;

interface OpenedSources {
  readonly documents: readonly FoundDocument[];
  /** The files and records that are no captures, by the folder or container that holds them. */
  readonly passedOver: readonly PassedOver[];
}

/**
 * Opens all of them, or throws a Refusal that names each one that cannot be opened. `bytes()` of a document reads its file anew each
 * time, so that the bytes of one are in memory. Of documents with equal bytes the first is given.
 */
export async function openNamed(files: readonly string[], terminal: GatherTerminal): Promise<OpenedSources> {
  const problems: Problem[] = [];
  for (const file of files) problems.push(...faultsOf(file));
  if (problems.length > 0) throw new Refusal(problems);
  const budget = makeBudget();
  const documents: FoundDocument[] = [];
  const passed: PassedOver[] = [];
  for (const file of files) {
    const opened = await open(file, budget, terminal);
    if ("problem" in opened) {
      problems.push(opened.problem);
      continue;
    }
    for (const one of opened.documents) documents.push(one);
    const shown = printableWords(file);
    const all = [...opened.passed, ...(opened.records ?? [])];
    if (all.length > 0) passed.push({ in: shown, files: all });
    if (opened.passed.length > 0) terminal.err(passedOver(shown, "file", "capture", opened.passed));
    for (const warning of opened.warnings) terminal.err(`${shown}  warning: ${warning}`);
  }
  if (problems.length > 0) throw new Refusal(problems);
  return { documents: eachOnce(documents, terminal), passedOver: passed };
}

async function open(file: string, budget: Budget, terminal: GatherTerminal): Promise<Opened> {
  if (file === "-") {
    const bytes = await terminal.input(limits.file);
    return bytes === undefined
      ? { problem: tooLarge("standard input", `more than ${megabytes(limits.file)}`) }
      : openCapture({ file: "standard input", name: "standard-input", bytes }, { budget });
  }
  if (statSync(file).isDirectory()) return openFolder(file, filesInFolder(file), budget);
  return openCapture(
    { file, name: path.basename(file), bytes: readFileSync(file), again: async () => readFileSync(file) },
    { budget, beside: finderBeside(file) },
  );
}

/** Why a file cannot be opened, as far as its kind and size show. */
function faultsOf(file: string): readonly Problem[] {
  if (file === "-") return [];
  const fault = (message: string, hint: string): readonly Problem[] => [fileProblem(file, message, hint)];
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined)
    return fault(
      `Cannot find the capture "${file}"`,
      "Check the path; - reads standard input, and an address begins with https://",
    );
  if (stats.isDirectory())
    return holdsLivePages(file)
      ? fault(
          `Cannot import the folder "${file}": it holds live pages of an archive, not captures`,
          "Name the files to be imported, or a folder of captures alone",
        )
      : [];
  if (!stats.isFile())
    return fault(
      `Cannot read the capture "${file}": it is not a file`,
      "Save it to a file, or give - and send it to standard input",
    );
  return stats.size > limits.file ? [tooLarge(file, megabytes(stats.size))] : [];
}

const tooLarge = (file: string, size: string): Problem =>
  fileProblem(
    file,
    `Cannot read the capture "${file}": it has ${size}, and a capture has at most ${megabytes(limits.file)}`,
    "Save the text of the live page alone, a page at a time",
  );

/** Leaves out each document whose bytes an earlier one has, and warns of it. */
function eachOnce(documents: readonly FoundDocument[], terminal: GatherTerminal): readonly FoundDocument[] {
  const first = new Map<string, FoundDocument>();
  const equal: FoundDocument[] = [];
  for (const document of documents)
    if (first.has(document.digest)) equal.push(document);
    else first.set(document.digest, document);
  const [one] = equal;
  if (one !== undefined)
    terminal.err(
      `${one.among ?? one.file}  warning: ${count(equal.length, "document")} in the import ${equal.length === 1 ? "is" : "are"} the same as another and ${equal.length === 1 ? "was" : "were"} read once: ${someNames(equal.map(({ file }) => file))}`,
    );
  return [...first.values()];
}
