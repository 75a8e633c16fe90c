/**
 * From a file's name to what made it, where that was no person: an editor, an operating system or a program that keeps folders alike. The
 * one list for reading, building and serving.
 */

/** True for what editors, systems and downloads leave beside a file, such as `a.md~`, `#a.md#`, `.a.md.swp`, `._a.md`, `a.md.orig`. */
export const isLeftover = (name: string): boolean => left.test(name);

const left =
  /^(?:\.#.*|#.*#|\._.*|\.~.*|~\$.*|.*~|.*\.(?:sw[a-z]|swpx|kate-swp|bak|orig|tmp|temp|part|crdownload)|4913|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/**
 * The name of the file that this one is a copy of, made by a program that keeps folders alike (Dropbox, Syncthing, Nextcloud, OneDrive,
 * iCloud, Google Drive) or by a file manager. `names` are those of its folder; undefined where the original is not among them.
 */
export function copiedFrom(name: string, names: ReadonlySet<string>): string | undefined {
  const [, stem = "", ending = ""] = /^(.+?)((?:\.[A-Za-z0-9]+)?)$/.exec(name) ?? [];
  for (const mark of copyMarks) {
    const original = stem.replace(mark, "");
    if (original !== stem && original !== "" && names.has(`${original}${ending}`)) return `${original}${ending}`;
  }
  return undefined;
}

/** What stands between the original's name and its ending. */
const copyMarks: readonly RegExp[] = [
  // Dropbox in its languages, Nextcloud, Seafile, pCloud and others: "(Ana's conflicted copy 2024-05-17)", "[Conflict]".
  / ?[([][^()[\]]*(?:conflict|conflit|konflikt|conflicto|conflito|conflitto|競合|冲突|衝突|конфликт)[^()[\]]*[)\]]$/iu,
  // Syncthing, Resilio, older Nextcloud.
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$/,
  /[._-]conflict(?:-\d{8}-\d{6})?$/i,
  // Windows and macOS: "a - Copy", "a copy 2"; iCloud: "a 2"; Google Drive: "a (1)".
  / ?[-–]? ?(?:copy|copie|kopie|copia|cópia)(?: \(?\d{1,3}\)?)?$/i,
  / \(?\d{1,3}\)?$/,
  // OneDrive adds the name of the machine.
  /-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}$/,
];
