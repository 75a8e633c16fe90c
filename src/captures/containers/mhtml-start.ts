/** From the start of a file to whether it is a page saved as one file (MHTML, RFC 2557): it begins with headers, as an e-mail does. */

/** `start` is the beginning of a file. Each line is looked at once. */
export function isMhtml(start: string): boolean {
  let header = "";
  let lines = 0;
  for (const line of start.split(/\r?\n/, 60)) {
    if (lines > 0 && /^[ \t]/.test(line) && line.trim() !== "") header += ` ${line.trim()}`;
    else if (/^[!-9;-~]{1,60}:/.test(line)) header = line;
    else return false;
    lines += 1;
    if (/^content-type:\s{0,10}multipart\/related\b/i.test(header)) return true;
  }
  return false;
}
