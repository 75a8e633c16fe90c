/** From a line of any text to what it looks like: a list mark, a name, a role, a sentence. */

/** A list mark at the head of a line. */
export interface ListMark {
  readonly mark: string;
  /** The offset of the words. */
  readonly after: number;
  readonly number?: number;
}

export function bulletMark(text: string): ListMark | undefined {
  const match = /^([•◦▪‣∙·*–-])(?:\s+|$)/.exec(text) ?? /^([•◦▪‣])(?=\S)/.exec(text);
  return match === null ? undefined : { mark: match[1] ?? "", after: match[0].length };
}

export function numberMark(text: string): ListMark | undefined {
  const match = /^(\d{1,9})\.(?:\s+|$)/.exec(text);
  return match === null ? undefined : { mark: `${match[1]}.`, after: match[0].length, number: Number(match[1]) };
}

/** True for a dot of any kind. A dash or an asterisk can begin a paragraph too. */
export const isSureBullet = (mark: ListMark): boolean => !/^[*–-]$/.test(mark.mark);

/** True for a text that ends as a sentence does, and not as names and titles do. */
export const endsLikeText = (text: string): boolean => /[.!?:;,…"”'’)\]–-]$/.test(text) && !/\b[A-Z]\.$|\)$/.test(text);

/** True for a line that may be the name of a person or an organisation: each word but particles begins with a capital. */
export function isNameLike(text: string): boolean {
  if (text.length > 90 || /[\d"“”:;!?]|[^A-Z.][.]$/.test(text) || !/^[\p{Lu}\p{Lo}@]/u.test(text)) return false;
  const words = text.split(/[\s,&/]+/).filter(Boolean);
  return (
    words.length <= 14 &&
    words.every((word) => /^[\p{Lu}\p{Lo}@(]|^['’]?\p{Lu}/u.test(word) || particles.test(word)) &&
    !/^(?:A|An)\s/.test(text)
  );
}
const particles =
  /^(?:and|of|the|in|at|for|de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|bint|ibn|al|el|ap|y|e|und|et|al-\p{L}+|el-\p{L}+|d['’]\p{L}+|bbc|with|on)$/u;

/** True for the name of a person as bylines write it: two to five words, or several such names. */
export const isPersonLike = (text: string): boolean =>
  isNameLike(text) && /^\S+(?: \S+){1,4}$|,| and | & /.test(text) && !/^(?:The|In|On|At)\s/.test(text);

export const isRoleLike = (text: string): boolean =>
  text.length <= 110 &&
  !/[.!?:;]$/.test(text.replace(/(?:\b[A-Za-z]\.)+$/, "")) &&
  !/["“”]$|^["“‘]/.test(text) &&
  /\p{L}/u.test(text);

/** True for a role with a word that only roles have. */
export const isSureRole = (text: string): boolean =>
  isRoleLike(text) &&
  /\b(?:correspondent|editor|reporters?|reporting|journalists?|analyst|producer|presenter|commentator|columnist|writer|newsreader|specialist|team|BBC|News|Sport|Verify|Westminster|Newsroom|Monitoring)\b/i.test(
    text,
  );
