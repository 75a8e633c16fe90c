/** Sites of Eleventy in folders of their own, printed by its own command. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { put } from "../builder/small-archive.ts";

const repository = path.resolve(import.meta.dirname, "../..");
const command = path.join(repository, "node_modules/@11ty/eleventy/cmd.cjs");

/** What the command says; rejects with it where it fails. */
export async function runEleventy(
  root: string,
  given: readonly string[] = ["--quiet"],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const run = promisify(execFile);
  const { stdout, stderr } = await run(process.execPath, [command, ...given], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  return stdout + stderr;
}

export const serveWithEleventy = (root: string, port: number): ChildProcess =>
  spawn(process.execPath, [command, "--serve", `--port=${port}`, "--quiet"], { cwd: root, stdio: "ignore" });

export const ownConfig = path.join(repository, ".eleventy.ts");

/** Lets modules of a folder import `afterlive/eleventy` and `@11ty/eleventy`. */
export function installInto(root: string): void {
  put(root, "package.json", '{ "type": "module" }');
  mkdirSync(path.join(root, "node_modules/@11ty"), { recursive: true });
  symlinkSync(repository, path.join(root, "node_modules/afterlive"));
  symlinkSync(path.join(repository, "node_modules/@11ty/eleventy"), path.join(root, "node_modules/@11ty/eleventy"));
}

/** A site with layouts, plugins, a transform and pages of its own; `plugin`: the words after `afterlive` in its configuration. */
export function putForeignSite(root: string, plugin: string): void {
  installInto(root);
  put(
    root,
    "eleventy.config.js",
    `import { HtmlBasePlugin, IdAttributePlugin, InputPathToUrlTransformPlugin } from "@11ty/eleventy";
import { afterlive } from "afterlive/eleventy";

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(HtmlBasePlugin);
  eleventyConfig.addPlugin(InputPathToUrlTransformPlugin);
  eleventyConfig.addPlugin(IdAttributePlugin);
  eleventyConfig.addPlugin(afterlive, ${plugin});
  eleventyConfig.addGlobalData("layout", "base.njk");
  eleventyConfig.addGlobalData("tags", ["all-of-them"]);
  eleventyConfig.addTransform("sign", function (content) {
    return this.page.outputPath?.endsWith(".html") ? content.replace("</body>", "<!-- signed --></body>") : content;
  });
  return { dir: { input: "src" }, pathPrefix: "/sub/", templateFormats: ["njk", "liquid", "md"] };
}
`,
  );
  put(root, "src/_includes/base.njk", "<!doctype html><title>{{ title }}</title><body>{{ content | safe }}</body>\n");
  put(root, "src/guide.md", "---\ntitle: A guide\n---\n## How to read\n\n[Home](index.njk)\n");
  put(
    root,
    "src/index.njk",
    `---
title: Home
---
{% for live in livePages %}<section><a href="{{ live.url }}">{{ live.title }}</a> {{ live.extent }} {{ live.dates }}
{{ live.summary.html | safe }}{{ live.summary.text }}
{% for day in live.days %}{{ day.heading }}:{% for post in day.posts %} {{ post.id }}{% endfor %}{% endfor %}</section>{% endfor %}
{% for post in livePages | newestPosts(2) %}<article><a href="{{ post.url }}">{{ post.headline }}</a>
<time datetime="{{ post.time.iso }}">{{ post.time | livePageTime }}</time> {{ post.page.title }} {{ post.html | safe }}</article>{% endfor %}
`,
  );
  put(
    root,
    "src/list.liquid",
    "---\ntitle: List\n---\n{% assign newest = livePages | newestPosts: 1 %}{% for post in newest %}{{ post.name }} {{ post.time | livePageTime }}{% endfor %} {{ collections.all-of-them.size }}\n",
  );
}
