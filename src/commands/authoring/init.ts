/** `init`: a folder becomes an archive that begins. */
import path from "node:path";
import { refuseNewerFormat } from "../../archive/format.ts";
import { hasArchiveFile } from "../../archive/new/archive-file.ts";
import { readFront } from "../../archive/read/read.ts";
import { archiveSchema } from "../../archive/schema/schema.ts";
import { expectFolder, initArchive, titleOfFolder } from "../../authoring/init/init.ts";
import { install, needsInstall } from "../../authoring/init/install.ts";
import { type Call, type Command, UsageError } from "../command.ts";
import { answerFor } from "./answers.ts";

export const initCommand: Command = {
  usage: "[FOLDER] [options]",
  examples: [
    ["my-archive", "begin an archive in a new folder"],
    ['--title "River towns" --language en-GB', "begin one in this folder, without a question"],
  ],
  details: [
    "Begins an archive in FOLDER, which need not exist (default: the current folder): content/archive.md, .gitignore,\npackage.json with this version of afterlive, tasks and snippets for VS Code in .vscode/, a workflow that publishes\nto GitHub Pages, and a README. Asks for the title and the language where it can.",
    "In a folder with files it adds what is missing and replaces nothing. It tells of each file what it did.",
    "Where this afterlive came as a packed file (.tgz), npm installs it in FOLDER, since no registry has it.",
  ],
  fails: "the folder cannot be written to, and nothing was changed; or npm cannot install the packed file",
  needsNoArchive: true,
  without: ["out"],
  options: {
    title: { value: "TEXT", help: "the title of the archive (default: the name of the folder)" },
    language: { value: "TAG", help: "the language of its front page, such as en-GB (default: en)" },
    "no-install": { help: "leave npm install to me, where this afterlive is a packed file" },
  },
  async run(call) {
    const root = rootOf(call);
    expectFolder(root);
    refuseNewerFormat(root);
    const settings = hasArchiveFile(root) ? readFront(root).said.settings : await askSettings(call, root);
    const { title, language } = settings;
    const files = await initArchive({ root, title, language });
    const width = Math.max(...files.map((file) => file.path.length));
    for (const { path: file, report } of files) call.terminal.out(`${file.padEnd(width)}  ${report}`);
    const installs = needsInstall(root) && !call.switches.has("no-install");
    if (installs) {
      call.terminal.out("\nnpm installs the packed file, for this archive alone");
      install(root, process.env);
    }
    for (const line of nextSteps(root, installs)) call.terminal.out(line);
    return 0;
  },
};

function rootOf({ positionals, values, root }: Call): string {
  const [folder, ...rest] = positionals;
  if (rest.length > 0)
    throw new UsageError(`Cannot use "${rest[0]}": expected one folder`, "Begin one archive at a time");
  if (folder !== undefined && values.root !== undefined)
    throw new UsageError(`Cannot use both "${folder}" and --root`, `Write: afterlive init ${folder}`);
  if (folder === "")
    throw new UsageError('Cannot begin an archive in "": expected a folder', "Write: afterlive init my-archive");
  return folder === undefined ? root : path.resolve(folder);
}

async function askSettings(call: Call, root: string): Promise<{ readonly title: string; readonly language: string }> {
  const { title, language } = archiveSchema;
  return {
    title: await answerFor(call, { option: "title", question: "Title", field: title, usual: titleOfFolder(root) }),
    language: await answerFor(call, { option: "language", question: "Language", field: language, usual: "en" }),
  };
}

function nextSteps(root: string, isInstalled: boolean): readonly string[] {
  const folder = path.relative(process.cwd(), root);
  const shown = /[^\w./\\-]/.test(folder) ? `"${folder}"` : folder;
  return [
    "",
    "What to do next:",
    ...(folder === "" ? [] : [`  cd ${shown}`]),
    ...(isInstalled ? [] : ["  npm install"]),
    "  npx afterlive import ../saved-page.html   or: npx afterlive new page",
    "  npm start",
  ];
}
