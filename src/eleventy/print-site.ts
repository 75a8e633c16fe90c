/**
 * A process that prints an archive's site with the archive's own Eleventy configuration. See `builder/eleventy-site.ts`. A
 * process of its own has the archive as its current folder, as Eleventy wants it, and sees a changed configuration as it is now.
 */
import path from "node:path";
import Eleventy, { type UserConfig } from "@11ty/eleventy";
import { withoutEnd } from "../base/without-end.ts";
import type { PrintAnswer, PrintOrder } from "../builder/eleventy-site.ts";
import { offerPackage } from "../builder/render/package-modules.ts";
import { fileProblem, type Problem } from "../model/problem.ts";
import { afterlive, type LivePages } from "./plugin.ts";

const order = JSON.parse(process.argv[2] ?? "") as PrintOrder;
let used: UserConfig | undefined;
offerPackage();

const eleventy = new Eleventy(undefined, order.folder, {
  // It prints into the folder that is given here, as Eleventy's command does, and not into that of the configuration.
  source: "cli",
  configPath: order.config,
  // What is quiet gives no warnings to the logger either.
  quietMode: false,
  config(settings) {
    used = settings;
    settings.addPlugin(addDefaults);
  },
});

/** Plugins run when the configuration has been read. */
async function addDefaults(settings: UserConfig): Promise<void> {
  // These tell how long a configuration takes, past the logger that is set here.
  for (const group of ["Configuration", "Data"]) settings.benchmarkManager.get(group).setMinimumThresholdPercent(101);
  for (const folder of [order.site, settings.dir.output, "_site"]) if (folder) settings.ignores.add(`${folder}/**`);
  if (!settings.hasPlugin("afterlive") && settings.globalData.livePages === undefined)
    await settings.addPlugin(afterlive);
}

const warnings: Problem[] = [];

async function print(): Promise<PrintAnswer> {
  eleventy.logger.overrideLogger({
    log() {},
    warn: (text) => warnings.push(fileProblem(order.config, oneLine(text), hint, "warning")),
    error() {},
  });
  try {
    await eleventy.write();
  } catch (error) {
    return { kind: "refused", problems: problemsOf(error) };
  }
  const pages = (used?.globalData.livePages as LivePages | undefined)?.() ?? [];
  const posts = pages.reduce((sum, page) => sum + page.posts.length, 0);
  return { kind: "printed", livePages: pages.length, posts, warnings };
}

/** Eleventy wraps an error in errors of its own, each of which says more about where it happened. */
function problemsOf(error: unknown): readonly Problem[] {
  const chain: Error[] = [];
  for (let at: unknown = error; at instanceof Error && !chain.includes(at); ) {
    chain.push(at);
    at = (at as { originalError?: unknown }).originalError ?? at.cause;
  }
  const known = chain.flatMap((one) => (one as { problems?: readonly Problem[] }).problems ?? []);
  if (known.length > 0) return known;
  const messages = chain.map(({ message }) => oneLine(message));
  const said = messages.filter((one, index) => !messages.slice(0, index).some((outer) => outer.includes(one)));
  const files = messages.flatMap((one) =>
    [...one.matchAll(/\.\/([\w@/.-]+)/g)].map(([, file = ""]) => withoutEnd(file, /[^\w]/)),
  );
  // No file holds the templates of live pages.
  const file = files.find((one) => one !== "" && !one.endsWith(".afterlive"));
  const message = `Eleventy cannot print this site: ${said.length === 0 ? String(error) : said.join(": ")}`;
  return [fileProblem(file ?? order.config, message, hint)];
}

const hint = "Mend it, or remove the configuration: afterlive then prints the archive by itself";

/** Without the colours of a terminal, and with the paths of the site. */
const oneLine = (text: string): string =>
  text
    .replaceAll(`./${order.folder.split(path.sep).join("/")}/`, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
    .replace(/\u001b\[[0-9;]*m/g, "")
    .replace(/^\[11ty\] (?:Warning: )?/, "")
    .replace(/\s+/g, " ")
    .trim();

// A build that was killed must not print into the folder of the next one.
process.once("disconnect", () => process.exit());

print().then((answer) => {
  process.send?.(answer);
  process.disconnect();
});
