/** For `--peer-dir bench/plain`: the site that every peer prints. */
export { plain as default } from "../peer.ts";
