/** Planned captures -> nothing, or a Refusal: every character of a capture stands in the planned Markdown or in its ledger. */
import { unaccounted } from "../importers/account/account.ts";
import { Refusal } from "../model/problem.ts";
import type { PlannedCapture } from "./plan/plan.ts";

/** Throws a Refusal with a problem for each piece of a capture that is missing. */
export function checkAccounts(captures: readonly PlannedCapture[]): void {
  const missing = captures.flatMap(({ capture: { file, text, reading }, plan }) =>
    unaccounted(reading.words ?? text, reading.account, plan.written, file.file),
  );
  if (missing.length > 0) throw new Refusal(missing);
}
