/** For `--peer-dir bench/hugo-full`: Hugo, printing the pages that afterlive prints for readers. */
export { hugoFull as default } from "../hugo.ts";
