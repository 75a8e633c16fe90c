import path from "node:path";
import { expect, test } from "vitest";
import type { Command } from "../../src/commands/command.ts";
import { parseCall } from "../../src/commands/parse-call.ts";

const command: Command = {
  usage: "",
  examples: [],
  details: [],
  fails: "",
  options: { year: { value: "YYYY", help: "" }, title: { value: "TEXT", help: "" }, json: { help: "" } },
  run: async () => 0,
};
const parse = (...argv: readonly string[]) => parseCall("import", command, argv);

test("parseCall gives positionals, values, switches and absolute folders", async () => {
  const { positionals, values, switches, root, out } = await parse("a.html", "--year", "2024", "--json", "--root=x");
  expect(positionals).toEqual(["a.html"]);
  expect(values).toEqual({ year: "2024", root: "x" });
  expect([...switches]).toEqual(["json"]);
  expect([root, out]).toEqual([path.resolve("x"), path.resolve("x/_site")]);
});

test("parseCall takes a value that begins with a dash, and no option for a value", async () => {
  expect((await parse("--title", "- a dash", "--year", "-5")).values).toMatchObject({ title: "- a dash", year: "-5" });
  await expect(parse("--title", "--json")).rejects.toMatchObject({
    message: 'Cannot use "--title" without a value',
    hint: "Write --title TEXT",
  });
});

test("parseCall names the option that a mistyped one most likely meant", async () => {
  await expect(parse("--yeear", "2024")).rejects.toMatchObject({
    message: 'Cannot use "--yeear": import has no such option',
    hint: "Did you mean --year? afterlive import --help lists the options",
  });
  await expect(parse("--colour")).rejects.toMatchObject({ hint: "afterlive import --help lists the options" });
});

test("parseCall refuses a value for a switch, and an empty folder", async () => {
  await expect(parse("--json=yes")).rejects.toMatchObject({
    message: 'Cannot use "--json" with a value: it is a switch',
    hint: "Write --json alone",
  });
  await expect(parse("--root=")).rejects.toMatchObject({ message: 'Cannot use --root: expected a folder, got ""' });
});
