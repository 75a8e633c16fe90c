/** What the browser's own trace says of a page while a reader does something: how long its main thread was busy at once, and with what. */
import type { Browser, Page } from "playwright-core";

/** A frame that takes longer is felt. */
export const feltMs = 50;

export interface Busy {
  /** The longest task, in milliseconds. */
  readonly longest: number;
  /** How many tasks took longer than `feltMs`. */
  readonly felt: number;
  /** What the longest task did, the most first: `style 210, script 30`. */
  readonly why: string;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly name?: string };
}

const causes: Readonly<Record<string, string>> = {
  UpdateLayoutTree: "style",
  Layout: "layout",
  "IntersectionObserverController::computeIntersections": "what is in sight",
  PrePaint: "paint",
  Paint: "paint",
  Commit: "paint",
  Layerize: "paint",
  HitTest: "what is under the pointer",
  ParseHTML: "HTML",
  FunctionCall: "script",
  EvaluateScript: "script",
};

/** Runs, waits until the page has come to rest, and looks at what was traced. */
export async function busyWhile(browser: Browser, page: Page, run: () => Promise<void>): Promise<Busy> {
  await browser.startTracing(page, {
    categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"],
  });
  await run();
  await page.waitForTimeout(800);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const events = mainThread(traceEvents);
  const tasks = events
    .filter(({ name }) => name === "ThreadControllerImpl::RunTask")
    .sort((a, b) => lasting(b) - lasting(a));
  const [longest] = tasks;
  if (longest === undefined) throw new Error("The trace holds no task of the page's main thread");
  return {
    longest: lasting(longest),
    felt: tasks.filter((task) => lasting(task) > feltMs).length,
    why: whyOf(longest, events),
  };
}

/** The events of the page's main thread: of all threads of that name the busiest. */
function mainThread(traced: readonly TraceEvent[]): readonly TraceEvent[] {
  const threads = traced
    .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
    .map(({ pid, tid }) => traced.filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid));
  return threads.reduce((busiest, thread) => (thread.length > busiest.length ? thread : busiest), []);
}

const lasting = ({ dur = 0 }: TraceEvent): number => dur / 1000;
const holds = (outer: TraceEvent, inner: TraceEvent): boolean =>
  outer !== inner && inner.ts >= outer.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);

/** The time of each cause, less what other causes inside it took. */
function whyOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const inside = events.filter((event) => causes[event.name] !== undefined && holds(task, event));
  const times = new Map<string, number>();
  for (const event of inside) {
    const within = inside.filter((other) => holds(event, other));
    const outermost = within.filter((other) => !within.some((between) => holds(between, other)));
    const own = lasting(event) - outermost.reduce((sum, other) => sum + lasting(other), 0);
    const cause = causes[event.name] ?? "";
    times.set(cause, (times.get(cause) ?? 0) + own);
  }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .filter(([, ms]) => ms >= 1)
    .map(([cause, ms]) => `${cause} ${Math.round(ms)}`)
    .join(", ");
}
