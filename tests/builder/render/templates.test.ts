import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../../src/builder/build.ts";
import { options, put, refused, script, smallArchive } from "../small-archive.ts";

const template = (name: string, body: string) =>
  `export default { name: "x", of: "archive", views: () => [${JSON.stringify(name)}], path: (view) => view, render: () => { ${body} } };\n`;

test("build prints a template of the archive's own in place of the package's", async () => {
  const root = await smallArchive();
  put(root, "templates/index.11ty.js", template("index.html", 'return "mine";'));
  await buildSite(options(root));
  expect(readFileSync(path.join(root, "_site/index.html"), "utf8")).toBe("mine");
  expect(existsSync(path.join(root, "_site/visit/index.html"))).toBe(true);
});

test("build prints only the archive's own templates if the folder says so", async () => {
  const root = await smallArchive();
  put(root, "templates/all.11ty.js", template("index.html", 'return "all";'));
  put(root, "templates/replaces-all", "");
  const { outcome } = await buildSite(options(root));
  expect(outcome.written.filter((file) => file.endsWith(".html"))).toEqual(["index.html"]);
});

test.each([
  [
    "throws",
    template("x.html", '\nthrow new Error("no such thing");'),
    /^templates\/x\.11ty\.js {2}Cannot print this template: no such thing$/,
  ],
  [
    "throws an error of Node",
    template("x.html", "\nreturn Buffer.from(5);"),
    /^templates\/x\.11ty\.js {2}Cannot print this template: The first argument must be of type string/,
  ],
  [
    "looks for a file that is not there",
    `import fs from "node:fs";\n${template("x.html", 'return fs.readFileSync("/no/such/file", "utf8");')}`,
    /^templates\/x\.11ty\.js {2}Cannot print this template: ENOENT: no such file or directory/,
  ],
  [
    "throws where it names its views",
    `export default { name: "x", of: "live page", views: (page) => page.posts, path: (view) => view.nothing.path, render: () => "" };`,
    /^templates\/x\.11ty\.js {2}Cannot print this template: Cannot read properties of undefined \(reading 'path'\)$/,
  ],
  ["does not parse", "export default {;", /^templates\/x\.11ty\.js {2}Cannot load this template: /],
  [
    "is none",
    "export const a = 1;",
    /^templates\/x\.11ty\.js {2}Cannot use this template: expected its default export to be a template$/,
  ],
  [
    "writes another's page",
    template("index.html", 'return "";'),
    /^templates\/x\.11ty\.js {2}Cannot write "index.html" twice: "afterlive\/templates\/index.11ty.ts" writes it too, and both have this path$/,
  ],
  [
    "leads out of the site",
    template("../x.html", 'return "";'),
    /^templates\/x\.11ty\.js {2}Cannot write "\.\.\/x\.html": expected a path such as "state-visit\/index.html"$/,
  ],
])("build names the template that %s", async (_, text, expected) => {
  const root = await smallArchive();
  put(root, "templates/x.11ty.js", text);
  expect((await refused(options(root))).join("\n")).toMatch(expected);
  expect(existsSync(path.join(root, "x.html"))).toBe(false);
});

test("build prints nothing to the terminal, not even when a template fails", async () => {
  const root = await smallArchive();
  const run = () =>
    spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `try { ${script(root).replace(/import \{ buildSite \} from (.*);/, "const { buildSite } = await import($1);")} } catch (error) { process.exitCode = error.problems.length; }`,
      ],
      { cwd: root, encoding: "utf8" },
    );
  expect(run()).toMatchObject({ status: 0, stdout: "", stderr: "" });
  put(root, "templates/x.11ty.js", template("x.html", 'throw new Error("no");'));
  expect(run()).toMatchObject({ status: 1, stdout: "", stderr: "" });
});
