/** Turns the mistakes for which a build was refused into a sheet over the page, with the place and the hint of each. */
import { html, type SafeHtml } from "../../base/html.ts";
import { formatProblem, type Problem, sortProblems } from "../../model/problem.ts";

/** This many are shown; the terminal has all. */
const shownMost = 10;

/** The page with the sheet at the end of its body; the page itself where there is no mistake. */
export function withMistakes(page: string, problems: readonly Problem[]): string {
  const errors = sortProblems(problems.filter(({ severity }) => severity === "error"));
  if (errors.length === 0) return page;
  const styled = page.replace(policy, "$1 'unsafe-inline'");
  const end = styled.lastIndexOf("</body>");
  const at = end < 0 ? styled.length : end;
  return `${styled.slice(0, at)}${sheet(errors).value}${styled.slice(at)}`;
}

/** Styles in attributes are forbidden in pages that are built. */
const policy = /(<meta http-equiv="Content-Security-Policy" content="[^"]*\bstyle-src 'self')/i;

function sheet(errors: readonly Problem[]): SafeHtml {
  const lines = errors.slice(0, shownMost).map(formatProblem).join("\n\n");
  const more =
    errors.length > shownMost ? `\n\nand ${errors.length - shownMost} more: the terminal has all of them` : "";
  return html`<div id="afterlive-mistakes" role="alert" style="${style}"><strong>Not built: this is the last good site</strong>

${lines}${more}</div>`;
}

const style =
  "position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;padding:1rem 1.5rem;z-index:2147483647;" +
  "background:#fff;color:#111;border-top:4px solid #b3261e;font:1rem/1.5 ui-monospace,monospace;" +
  "white-space:pre-wrap;overflow-wrap:anywhere;direction:ltr;text-align:start";
