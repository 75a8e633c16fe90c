/** Files that were passed over in a folder or a container, as values for `--json` and as a warning. */
import { count } from "../base/terminal/amounts.ts";
import { someNames } from "../captures/containers/file-names.ts";

export interface PassedOver {
  /** The folder or container. */
  readonly in: string;
  readonly files: readonly string[];
}

/** `noun` is what the files are ("file"), `what` is what they are not ("capture"); `container` is the folder or file that holds them. */
export function passedOver(container: string, noun: string, what: string, files: readonly string[]): string {
  const [are, were] = files.length === 1 ? [`is no ${what}`, "was"] : [`are no ${what}s`, "were"];
  const names = files.map((file) => file.replace(`${container}, `, ""));
  return `${container}  warning: ${count(files.length, noun)} in it ${are} and ${were} passed over: ${someNames(names)}`;
}
