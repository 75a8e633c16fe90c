/** Imports of long live pages, each form in turn: whole commands into an empty archive. */
import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Row, Sample } from "./sample.ts";
import { copiedText, savedData, savedHtml, savedJsonLd } from "./saved-pages.ts";

type MeasureCommand = (args: readonly string[], scratch: string) => Sample;

/** `measureCommand` runs a whole command, in `scratch`. */
export function importRows(scratch: string, measureCommand: MeasureCommand): readonly Row[] {
  const captures = [
    { name: "HTML", file: "page.html", text: savedHtml(1_500) },
    { name: "text", file: "page.txt", text: copiedText(1_500) },
    { name: "the BBC's data", file: "page.json", text: savedData(1_500) },
    { name: "JSON-LD", file: "ld.json", text: savedJsonLd(1_500) },
  ];
  return captures.map(({ name, file, text }) => {
    const capture = path.join(scratch, file);
    writeFileSync(capture, text);
    return {
      name: `import 1500 long posts, ${Math.round(Buffer.byteLength(text) / 1e6)} MB of ${name}`,
      measure() {
        // A folder of its own, which stays until the end: ext4 is slow to give out again what was deleted in the last seconds.
        const root = mkdtempSync(path.join(scratch, "import-"));
        return measureCommand(
          ["import", capture, "--root", root, "--slug", "long", "--title", "Long", "--year", "2025"],
          scratch,
        );
      },
    };
  });
}
