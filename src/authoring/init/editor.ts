/** The schema of posts and the fields of blocks -> what VS Code reads in `.vscode/`: tasks and snippets. */
import { postSchema } from "../../archive/schema/schema.ts";
import { figureFields, mediaFields, quoteFields } from "../../markdown/fields.ts";
import { type MediaKind, mediaKinds } from "../../model/block.ts";
import { printJson } from "./plan.ts";

/** Reads `content/visit/a.md:3:12  warning: ...`; a line without a mark is an error. */
const problemMatcher = {
  owner: "afterlive",
  source: "afterlive",
  severity: "error",
  fileLocation: ["relative", `\${workspaceFolder}`],
  pattern: {
    regexp: "^(.+?):(\\d+):(\\d+)  (?:(warning): )?(.+)$",
    file: 1,
    line: 2,
    column: 3,
    severity: 4,
    message: 5,
  },
};

/** `.vscode/tasks.json`: the site while one writes, and one look at everything. */
export const printTasks = (): string =>
  printJson({
    version: "2.0.0",
    tasks: [
      {
        label: "afterlive: serve",
        type: "shell",
        command: "npx afterlive serve",
        isBackground: true,
        problemMatcher: {
          ...problemMatcher,
          background: { activeOnStart: true, beginsPattern: "^building", endsPattern: "^(?:built|not built)" },
        },
        presentation: { reveal: "silent", panel: "dedicated" },
      },
      {
        label: "afterlive: check",
        type: "shell",
        command: "npx afterlive check",
        problemMatcher,
        group: "test",
      },
    ],
  });

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly scope: "markdown";
  readonly body: readonly string[];
}

/** `.vscode/afterlive.code-snippets`: a post, a figure, a quotation, and each kind of `:::` block. */
export const printSnippets = (): string =>
  printJson({
    post: snippet("post", "A post: the whole file", [...postLines(), "$0"]),
    figure: snippet("figure", "A picture in media/, its caption and its credit", [
      `![\${1:What it shows}](media/\${2:picture.jpg})`,
      ...figureFields.map((name, index) => `${name}: \${${index + 3}}`),
      "$0",
    ]),
    quotation: snippet("quotation", "A quotation, and who said it", [
      `> \${1:Words}`,
      ">",
      ...quoteFields.map((name, index) => `> ${name}: \${${index + 2}}`),
      "$0",
    ]),
    ...Object.fromEntries(mediaKinds.map((kind) => [kind, mediaSnippet(kind)])),
  });

/** Front matter that a new post mostly has: the keys that it needs, its time and its headline. */
function postLines(): readonly string[] {
  const date = ["YEAR", "MONTH", "DATE"].map(current);
  const clock = ["HOUR", "MINUTE"].map(current);
  const values: Readonly<Record<string, string>> = {
    id: `p${date.join("")}-${clock.join("")}-\${1:first-words}`,
    published: `${date.join("-")}T${clock.join(":")}:00${current("TIMEZONE_OFFSET")}`,
  };
  const keys = Object.entries(postSchema).filter(
    ([key, { optional }]) => optional !== true || key === "published" || key === "headline",
  );
  let stop = 2;
  const lines = keys.map(([key, { example }]) => {
    const value = values[key];
    if (value !== undefined) return `${key}: ${value}`;
    return `${key}: \${${stop++}:${example.slice(example.indexOf(": ") + 2)}}`;
  });
  return ["---", ...lines, "---"];
}

/** A variable that VS Code fills in. */
const current = (name: string): string => `\${CURRENT_${name}}`;

const mediaSnippet = (kind: MediaKind): Snippet =>
  snippet(`:::${kind}`, `A block of the kind ${kind}; delete the lines that you do not need`, [
    `::: ${kind}`,
    ...mediaFields.map((name, index) => `${name}: \${${index + 1}${examples[name] ?? ""}}`),
    ":::",
    "$0",
  ]);

const examples: Readonly<Record<string, string>> = { Source: ":https://", Poster: ":media/picture.jpg" };

const snippet = (prefix: string, description: string, body: readonly string[]): Snippet => ({
  prefix,
  description,
  scope: "markdown",
  body,
});
