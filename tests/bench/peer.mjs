/** For `--peer-dir tests/bench`: the same as `plain/`. */
export { plain as default } from "./peer.ts";
