/** What an import is asked to do, and the terminal that it uses while it works. */
import type { Terminal } from "../base/terminal/terminal.ts";
import type { FetchChoices } from "./fetch/settings.ts";
import type { ImportOptions } from "./options.ts";

export interface ImportJob {
  /** The archive's root, an absolute path. */
  readonly root: string;
  /** Files, folders, addresses and "-" (standard input), as the person names them: at least one, and "-" at most once. */
  readonly sources: readonly string[];
  readonly options: ImportOptions;
  readonly fetching: FetchChoices;
  /** True: pictures that are not in a capture are fetched from where they were published. */
  readonly fetchMedia: boolean;
  /** True: the import plans and reports, sends nothing and writes nothing. */
  readonly dryRun: boolean;
  /** True: the report is JSON, and standard output holds nothing else. */
  readonly json: boolean;
  /** Decodes a picture and says what is wrong with it; undefined where nothing is. */
  readonly pictureFault: (bytes: Uint8Array) => Promise<string | undefined>;
  readonly terminal: Pick<Terminal, "out" | "err" | "progress" | "input" | "now">;
}
