/** The library yaml, loaded when a text first needs it: most front matter is read without it. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Node keeps what it has loaded: a second call costs nothing. */
export const yaml = (): typeof import("yaml") => require("yaml");
