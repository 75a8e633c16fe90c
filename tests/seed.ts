/**
 * `AFTERLIVE_SEED`: the same tries in every run, so that a commit is judged alike each time. Without it each run tries others, and
 * a failure prints the seed that repeats it.
 */
import fc from "fast-check";

const seed = Number(process.env.AFTERLIVE_SEED ?? "");
if (process.env.AFTERLIVE_SEED && Number.isInteger(seed)) fc.configureGlobal({ seed });
