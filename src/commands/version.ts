/** Which afterlive this is. */
import { packageVersion } from "../base/version.ts";

/** `afterlive 1.2.3`. */
export const version = (): string => `afterlive ${packageVersion()}`;
