/** Help: examples first, exit codes of every command, as wide as the terminal; and the name of a mistyped command. */
import { describe, expect, test } from "vitest";
import { commandHelp, overview } from "../../src/commands/help.ts";
import { familyOf, findCommand } from "../../src/commands/line/find-command.ts";
import { parseCall } from "../../src/commands/parse-call.ts";
import { commands } from "../../src/commands/registry.ts";

describe.each(commands.map((listed) => [listed.name, listed] as const))("the help of %s", (name, { load }) => {
  test("shows examples first, and says what each exit code means", async () => {
    const lines = commandHelp(name, await load(), 80).split("\n");
    expect(lines[0]).toMatch(/^usage: /);
    expect(lines[2]).toBe("Examples:");
    expect(lines[3]).toMatch(new RegExp(`^  afterlive ${name}`));
    const codes = lines.slice(lines.indexOf("Exit codes:") + 1).join("\n");
    for (const code of [0, 1, 2]) expect(codes).toMatch(new RegExp(`^  ${code}  \\w`, "m"));
  });

  test.each([50, 80, 120])("is at most %i columns wide, but for a word that is longer", async (width) => {
    const lines = commandHelp(name, await load(), width).split("\n");
    // An example stands on a line of its own, so that it can be copied.
    const wide = lines.filter((line) => line.length > width && !line.startsWith("  afterlive "));
    expect(wide.filter((line) => line.trim().includes(" "))).toEqual([]);
  });

  test("has examples that its options and positionals allow", async () => {
    const command = await load();
    for (const [words] of command.examples) {
      const argv = [...words.split(" >", 1)[0]!.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain ?? "",
      );
      const { positionals } = await parseCall(name, command, argv);
      if (command.choices !== undefined) expect(command.choices).toContain(positionals[0]);
    }
  });
});

test("overview is at most as wide as the terminal", () => {
  for (const width of [50, 80, 120])
    expect(
      overview(commands, width)
        .split("\n")
        .filter((line) => line.length > width && !/^ {2}afterlive/.test(line)),
    ).toEqual([]);
});

describe("findCommand", () => {
  test("takes two words before one, and gives the rest", async () => {
    expect(await findCommand(commands, ["new", "post", "a", "--at"])).toMatchObject({
      listed: { name: "new post" },
      rest: ["a", "--at"],
    });
    expect(await findCommand(commands, ["import", "post"])).toMatchObject({
      listed: { name: "import" },
      rest: ["post"],
    });
    expect(familyOf(commands, "new").map(({ name }) => name)).toEqual(["new page", "new post"]);
  });

  test.each([
    [["improt"], "Did you mean import? afterlive help lists the commands"],
    [["new", "pots"], "Did you mean new post? afterlive help lists the commands"],
    [["meda"], "Did you mean media? afterlive help lists the commands"],
    [["zzzzzz"], "afterlive help lists the commands"],
    [["new"], "Write: afterlive new page"],
    [["new", "--title"], "Write: afterlive new page"],
  ])("for %j has the hint %j", async (argv, hint) => {
    await expect(findCommand(commands, argv)).rejects.toMatchObject({ hint });
  });
});
