/** An event of 1,500 posts: the page that is the hardest to read smoothly. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Posts of the length that posts have, without pictures; the live page is `log`. */
export function writeLongEvent(root: string): void {
  const content = path.join(root, "content/log");
  mkdirSync(content, { recursive: true });
  writeFileSync(path.join(root, "content/archive.md"), "---\ntitle: Logs\nlanguage: en-GB\n---\nLogs.\n");
  writeFileSync(
    path.join(content, "page.md"),
    "---\ntitle: The log of a river\nzone: Europe/London\nlanguage: en-GB\n---\n- A log\n",
  );
  for (let n = 0; n < 1500; n++) {
    const published = `${new Date(Date.parse("2024-05-16T06:00:00Z") + n * 120_000).toISOString().slice(0, 19)}+00:00`;
    const text = `The gauge at the mill stood at ${n} millimetres and rose by a hand every hour. `.repeat(5);
    const label = n % 9 === 0 ? "label: Analysis\n" : "";
    writeFileSync(
      path.join(content, `p-${n}.md`),
      `---\nid: p-${n}\npublished: ${published}\nheadline: The gauge shows ${n} millimetres\n${label}---\n${text}\n\n${text}\n`,
    );
  }
}
