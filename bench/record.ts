/** What was measured before, as RECORD.md tells it, beside what is measured now: by ratios, since machines differ. */

/** The ratios of a record's last table, by what was measured. */
export function recordedRatios(markdown: string): ReadonlyMap<string, number> {
  const tables = markdown.split(/\n(?=\| what \|)/).slice(1);
  const rows = (tables.at(-1) ?? "").split("\n").slice(2);
  const ratios = rows.flatMap((line): readonly (readonly [string, number])[] => {
    const [, name, , ratio] = line.split("|").map((cell) => cell.trim());
    return name === undefined || !line.startsWith("|") || !Number.isFinite(Number(ratio))
      ? []
      : [[name, Number(ratio)]];
  });
  return new Map(ratios);
}

/** From here on a change must say why. */
const worse = 4 / 3;

/** How a ratio stands to the recorded one: `1.52, worse by more than a third`. */
export function beside(ratio: number, recorded: number | undefined): string {
  if (recorded === undefined || recorded === 0) return "new";
  const times = ratio / recorded;
  return `${times.toFixed(2)} ×${times > worse ? ", worse by more than a third" : ""}`;
}
