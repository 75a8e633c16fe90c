/** Turns an archive into a site on this machine: serves it, builds it again on each save and reloads the browser. */
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import DevServer from "@11ty/eleventy-dev-server";
import { Failure } from "../../base/failure.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { BuildOptions } from "../options.ts";
import { ownConfiguration } from "../own-configuration.ts";
import type { BuildReport } from "../report.ts";
import { startBuilder, type Touch } from "./builds.ts";
import { type Network, openToNetwork } from "./network.ts";
import { answerRanges } from "./ranges.ts";
import { changePages, guard } from "./serve-pages.ts";
import { refuseStrangers, refuseStrangeSocket } from "./visitors.ts";
import { watchFolders } from "./watch.ts";

export interface ServeOptions extends BuildOptions {
  /** The first port to try; 0 takes any that is free. */
  readonly port: number;
  /** Shows the site to the local network as well, to those who have its whole address. */
  readonly toNetwork?: boolean;
  /** Hears that a build begins. */
  readonly onStart?: () => void;
  /** Hears why the system gives no file events: files are then looked at every second. */
  readonly onPolling?: (why: string) => void;
  /** Hears that the first port to try is in use, and which is taken instead. */
  readonly onPortInUse?: (wanted: number, taken: number) => void;
  readonly onBuild: (report: BuildReport) => void;
  /** Hears why a build was refused: the last good site stays up. */
  readonly onRefusal: (problems: readonly Problem[]) => void;
  /** Hears why the deferred files of the last build could not be rendered: its HTML is up. */
  readonly onUnfinished: (problems: readonly Problem[]) => void;
}

export interface SiteServer {
  readonly url: string;
  /** Addresses for the local network, with the token; none without `toNetwork`. */
  readonly networkUrls: readonly string[];
  close(): Promise<void>;
}

/** Resolves when the first build has ended, refused or not, and the site can be opened. */
export async function serve(options: ServeOptions): Promise<SiteServer> {
  const { root, out, port: first } = options;
  const network = options.toNetwork === true ? openToNetwork() : undefined;
  const port = await freePort(first, hostFor(network));
  if (port !== first) options.onPortInUse?.(first, port);
  fs.mkdirSync(out, { recursive: true });
  const builds = reportedBuilds(options, () => server.reload());
  const server = devServer(out, network, builds.mistakes);
  const watch = watchFolders(root, watchedNames(root), {
    onChange(files) {
      builds.build(touchOf(root, files));
    },
    onPolling: (why) => options.onPolling?.(why),
  });
  await builds.build({ templates: false });
  const taken = await listen(server, network, port);
  return {
    url: `http://127.0.0.1:${taken}/`,
    networkUrls: (network?.addresses ?? []).map((at) => `http://${at}:${taken}/?token=${network?.token}`),
    async close() {
      watch.close();
      await builds.close();
      for (const client of server.updateServer?.clients ?? []) client.terminate();
      await server.close();
    },
  };
}

interface ReportedBuilds {
  /** Resolves when the build has ended, refused or not. */
  build(touch: Touch): Promise<void>;
  /** Why the last build was refused; none if it was not. */
  readonly mistakes: () => readonly Problem[];
  close(): Promise<void>;
}

/** Builds on order, tells what came of each build, and calls `reload` where pages look different after it. */
function reportedBuilds(
  { onStart, onBuild, onRefusal, onUnfinished, onPortInUse, onPolling, port, toNetwork, ...rest }: ServeOptions,
  reload: () => void,
): ReportedBuilds {
  let mistakes: readonly Problem[] = [];
  const refuse = (problems: readonly Problem[]): void => {
    mistakes = problems;
    onRefusal(problems);
    reload();
  };
  const builder = startBuilder({ ...rest, engine: "direct" }, (answer) => {
    if (answer.kind === "progress") rest.onProgress?.(answer.done, answer.total);
    else if (answer.kind === "refused") refuse(answer.problems);
    else if (answer.kind === "unfinished") onUnfinished(answer.problems);
    else {
      const { written, removed } = answer.report.outcome;
      const changed = written.length + removed.length + mistakes.length > 0;
      mistakes = [];
      onBuild(answer.report);
      if (changed) reload();
    }
  });
  return {
    build(touch) {
      onStart?.();
      return builder
        .build(touch)
        .catch((error: unknown) => refuse([crash(error instanceof Error ? error.message : String(error))]));
    },
    mistakes: () => mistakes,
    close: () => builder.close(),
  };
}

const hostFor = (network: Network | undefined): string => (network === undefined ? "127.0.0.1" : "0.0.0.0");

/** Resolves to the port, once requests are answered. */
async function listen(server: DevServer, network: Network | undefined, port: number): Promise<number> {
  server.server.prependListener("upgrade", refuseStrangeSocket(network));
  // Not `serve`, which listens on every network of the machine.
  server.server.listen({ port, host: hostFor(network) });
  await server.ready();
  const address = server.server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

/** Serves the folder, with what is wrong over its pages. It does not listen yet. */
const devServer = (out: string, network: Network | undefined, mistakes: () => readonly Problem[]): DevServer =>
  new DevServer("afterlive", out, {
    domDiff: false,
    headers: { "Cache-Control": "no-store" },
    logger: { info() {}, log() {}, error() {} },
    messageOnStart: () => "",
    // Its second try would listen on every network of the machine.
    portReassignmentRetryCount: 0,
    middleware: [refuseStrangers(network), guard, answerRanges(out), changePages(mistakes)],
  });

/** What the site is made from, in the archive's root; with an Eleventy configuration of its own that may be anything. */
const watchedNames = (root: string): readonly string[] =>
  ownConfiguration(root) === undefined
    ? ["content", "templates", "public"]
    : fs.readdirSync(root).filter((name) => !/^(?:\.git|\.afterlive|_site|node_modules)$/.test(name));

/** What the change of some files (absolute paths) means for a build. */
function touchOf(root: string, files: ReadonlySet<string>): Touch {
  const places = [...files].map((file) => path.relative(root, file).split(path.sep));
  const pages = places.map(([top, slug, ...rest]) => (top === "content" && rest.length > 0 ? slug : undefined));
  const known = pages.filter((slug) => slug !== undefined);
  return {
    templates: places.some(([top]) => top === "templates"),
    ...(known.length === places.length && { pages: new Set(known) }),
  };
}

/** The port, or the first free one of the next twenty. */
async function freePort(first: number, host: string): Promise<number> {
  for (let port = first; port < first + 20 && port < 65_536; port += 1) if (await isFree(port, host)) return port;
  throw new Failure(`Cannot serve: ports ${first} to ${first + 19} are in use`, "Name another with --port");
}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });

const crash = (message: string): Problem =>
  fileProblem("afterlive", `Cannot build: ${message}`, "This is a mistake in afterlive: please report it");
