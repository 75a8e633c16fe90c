/** For `--peer-dir bench`: the same as `plain/`. */
export { plain as default } from "./peer.ts";
