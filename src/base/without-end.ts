/** A text without the characters at its end that a pattern for one character fits. */

/** By hand: a pattern for a run at the end begins anew at each character of every run, which takes time that grows with its square. */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
