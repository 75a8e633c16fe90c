/** From the number of a process to when it began: a later process can have the same number. */
import { readFileSync, readlinkSync } from "node:fs";
import { codeOf } from "../failure.ts";

/**
 * When the process began, in the form of the system, letters and digits only; "" where the system does not tell; "ended" where it has
 * ended and its parent has not asked for its exit code.
 */
export function processStart(pid: number): string {
  try {
    if (process.platform === "linux") {
      // A container may be shown the processes of another one, where its numbers mean others.
      if (readlinkSync("/proc/self") !== String(process.pid)) return "";
      // The program's name stands in brackets and may hold spaces; behind it the state is the first field, the start time the twentieth.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return fields[0] === "Z" ? "ended" : (fields[19] ?? "");
    }
    if (process.platform === "win32") return "";
    // Loaded here, because only a Mac needs it.
    const { execFileSync } = process.getBuiltinModule("node:child_process");
    const asked = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    return asked.replace(/[^A-Za-z0-9]/g, "");
  } catch {
    return "";
  }
}

/** Whether the process of that number runs and began at `start`; true where that cannot be told. */
export function processIsAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  const now = processStart(pid);
  return start === "" || now === "" || now === start;
}
