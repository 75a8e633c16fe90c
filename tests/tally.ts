/** Counts what a test run did, so that it ends with one line a script can read: `N passed, N failed`. */
import { appendFileSync, writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule } from "vitest/node";

/** What became of the tests of a run. A file that could not be loaded and an error outside all tests count as failed. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** `12 passed, 0 failed`, and `, 3 skipped` where any were. */
const printCounts = (counts: Counts): string =>
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped === 0 ? "" : `, ${counts.skipped} skipped`}`;

/** A vitest reporter. With AFTERLIVE_TALLY naming a file it keeps the counts there, up to date after every test file, and
 * the names of failed tests in a file beside it, `NAME.failed`. */
export class Tally implements Reporter {
  readonly #states = new Map<string, "passed" | "failed" | "skipped">();
  readonly #failedNames = new Map<string, string>();
  readonly #broken = new Set<string>();

  onTestRunStart(): void {
    this.#states.clear();
    this.#failedNames.clear();
    this.#broken.clear();
  }

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state !== "pending") this.#states.set(test.id, state);
    if (state === "failed") this.#fail(test.id, `${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestModuleEnd(module: TestModule): void {
    this.#note(module);
    this.#keep(0);
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    for (const module of modules) this.#note(module);
    this.#keep(errors.length);
    // Not at once: other reporters print their summary in this same round.
    process.once("exit", () => process.stdout.write(`${printCounts(this.#counts(errors.length))}\n`));
  }

  #note(module: TestModule): void {
    for (const test of module.children.allTests()) this.onTestCaseResult(test);
    const failedTests = [...module.children.allTests("failed")].length;
    if (module.state() === "failed" && failedTests === 0) this.#broken.add(module.moduleId);
  }

  /** Kept at once: a suite that is stopped prints no summary, and the file of the test may not have ended. */
  #fail(id: string, name: string): void {
    if (this.#failedNames.has(id)) return;
    this.#failedNames.set(id, name);
    const file = process.env.AFTERLIVE_TALLY;
    if (file) appendFileSync(`${file}.failed`, `Failed: ${name}\n`);
  }

  #counts(errors: number): Counts {
    const of = (wanted: string) => [...this.#states.values()].filter((state) => state === wanted).length;
    return { passed: of("passed"), failed: of("failed") + this.#broken.size + errors, skipped: of("skipped") };
  }

  #keep(errors: number): void {
    const file = process.env.AFTERLIVE_TALLY;
    if (!file) return;
    const { passed, failed, skipped } = this.#counts(errors);
    writeFileSync(file, `${passed} ${failed} ${skipped}\n`);
  }
}
