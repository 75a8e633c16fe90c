/** Which afterlive this is. */
import { packageVersion } from "../base/package-folder.ts";

/** `afterlive 1.2.3`. */
export const version = (): string => `afterlive ${packageVersion()}`;
