/** The commands with their options, and the schemas of front matter, as the text of docs/reference.md. */

import type { FrontMatterFields } from "../../src/archive/schema/field.ts";
import { aboutMeanings, archiveMeanings, pageMeanings, postMeanings } from "../../src/archive/schema/meanings.ts";
import { aboutSchema, archiveSchema, pageSchema, postSchema } from "../../src/archive/schema/schema.ts";
import { type OptionSpec, sharedOptions } from "../../src/commands/command.ts";
import { exitCodesOf } from "../../src/commands/help.ts";
import { commands } from "../../src/commands/registry.ts";

const head = `# Reference

All keys of all files, and all options and exit codes of all commands. This page is made from the schema and the commands
(\`npm run reference\`), and a test compares it with them.
`;

interface DocumentedFile {
  readonly title: string;
  readonly text: string;
  readonly fields: FrontMatterFields;
  readonly meanings: Readonly<Record<string, string>>;
}

const files: readonly DocumentedFile[] = [
  {
    title: "A post",
    text: "Front matter of `content/<live page>/<any name>.md`; the Markdown below it is the post.",
    fields: postSchema,
    meanings: postMeanings,
  },
  {
    title: "page.md",
    text: "Front matter of `content/<live page>/page.md`; the list below it is the summary.",
    fields: pageSchema,
    meanings: pageMeanings,
  },
  {
    title: "archive.md",
    text: "Front matter of `content/archive.md`; the Markdown below it introduces the archive.",
    fields: archiveSchema,
    meanings: archiveMeanings,
  },
  {
    title: "about.md",
    text: "Front matter of `content/about.md`, which is optional; the Markdown below it is the archive's own words.",
    fields: aboutSchema,
    meanings: aboutMeanings,
  },
];

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const keysOf = ({ fields, meanings }: DocumentedFile): string =>
  table(
    ["key", "what it means", "what to write"],
    Object.entries(fields).map(([key, { optional, expected, example }]) => [
      `\`${key}\`${optional ? "" : " (needed)"}`,
      cell(meanings[key] ?? ""),
      `${cell(expected)}: \`${cell(example)}\``,
    ]),
  );

const optionsOf = (options: Readonly<Record<string, OptionSpec>>): string =>
  table(
    ["option", "what it does"],
    Object.entries(options).map(([name, { value, help }]) => [`\`--${name}${value ? ` ${value}` : ""}\``, cell(help)]),
  );

/** The whole text of docs/reference.md. */
export async function referencePage(): Promise<string> {
  const parts = [head, "## Files\n"];
  for (const file of files) parts.push(`### ${file.title}\n\n${file.text}\n\n${keysOf(file)}\n`);
  const loaded = await Promise.all(commands.map(async (listed) => ({ ...listed, command: await listed.load() })));
  const without = loaded.filter(({ command }) => command.without?.includes("out")).map(({ name }) => `\`${name}\``);
  const but = `Options of every command; ${without.slice(0, -1).join(", ")} and ${without.at(-1)} have no \`--out\`:\n`;
  parts.push("## Commands\n", but, `${optionsOf(sharedOptions)}\n`);
  for (const { name, summary, command } of loaded) {
    const { usage, options, examples } = command;
    const lines = examples.map(([words, what]) => `afterlive ${`${name} ${words}`.trimEnd()}   # ${what}`);
    const codes = exitCodesOf(command).map(([code, meaning]) => `${code}: ${cell(meaning)}`);
    const own = Object.keys(options).length === 0 ? "" : `\n${optionsOf(options)}\n`;
    parts.push(
      `### ${name}\n\n\`${`afterlive ${name} ${usage}`.trimEnd()}\`: ${summary}.\n\n\`\`\`sh\n${lines.join("\n")}\n\`\`\`\n${own}\nExit codes: ${codes.join(". ")}.\n`,
    );
  }
  return parts.join("\n");
}
