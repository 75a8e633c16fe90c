/** For `--peer-dir bench/full`: the pages that afterlive prints for readers. */
export { full as default } from "../peer.ts";
