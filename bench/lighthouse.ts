/** What Lighthouse says of a page on a phone: its preset for mobile, a slow 4G network and a processor four times slower, both simulated. */
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

/** Too large to come with the tests, so with a lock file of its own: `npm run lighthouse` installs it there. */
export const home = path.resolve(import.meta.dirname, "../tools/lighthouse");
const entry = path.join(home, "node_modules/lighthouse/core/index.js");
export const isInstalled = (): boolean => existsSync(entry);

export interface Audit {
  /** 0 to 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  readonly shift: number;
  /** The audits that keep a category below 100, a line each. */
  readonly faults: readonly string[];
}

interface LighthouseResult {
  readonly lhr: {
    readonly categories: Readonly<
      Record<
        string,
        {
          readonly score: number | null;
          readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
        }
      >
    >;
    readonly audits: Readonly<
      Record<
        string,
        {
          readonly score: number | null;
          readonly title: string;
          readonly displayValue?: string;
          readonly numericValue?: number;
          readonly details?: { readonly items?: readonly unknown[] };
        }
      >
    >;
  };
}
type Lighthouse = (
  url: string,
  flags: { readonly port: number; readonly logLevel: "error" },
) => Promise<LighthouseResult>;

export async function audit(bin: string, url: string): Promise<Audit> {
  const { default: lighthouse } = (await import(pathToFileURL(entry).href)) as { readonly default: Lighthouse };
  const browser = await puppeteer.launch({ executablePath: bin, args: ["--no-sandbox"] });
  try {
    const { lhr } = await lighthouse(url, { port: Number(new URL(browser.wsEndpoint()).port), logLevel: "error" });
    const score = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
    const value = (name: string) => lhr.audits[name]?.numericValue ?? Number.NaN;
    const faults = Object.entries(lhr.categories).flatMap(([category, { auditRefs }]) =>
      auditRefs.flatMap(({ id, weight }) => {
        const one = lhr.audits[id];
        if (weight === 0 || one?.score === undefined || one.score === null || one.score >= 0.995) return [];
        return [
          `${category}, ${id}: ${one.title} ${one.displayValue ?? ""} ${JSON.stringify(one.details?.items?.slice(0, 2) ?? []).slice(0, 300)}`,
        ];
      }),
    );
    return {
      performance: score("performance"),
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      seo: score("seo"),
      firstPaintMs: value("first-contentful-paint"),
      largestPaintMs: value("largest-contentful-paint"),
      blockedMs: value("total-blocking-time"),
      shift: value("cumulative-layout-shift"),
      faults,
    };
  } finally {
    await browser.close();
  }
}
