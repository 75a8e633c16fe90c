/** From a text to whether only machines read it, by its shape: an address, a number, a time, a token, a type, a tag. */

/** The longest value for machines, apart from data in an address. */
const longest = 2000;

const address =
  /^(?:(?:https?|ftp|mailto|tel|urn|tag|cid|at|file|about|javascript|android-app|ios-app):\S+|\/{1,2}[^\s/]\S*|\/)$/i;
const inlineData = /^(?:data|blob):[^\s,]{0,200}(?:,\S*)?$/i;
const path = /^(?:[\w~%@.-]+\/)+[\w~%@.,:;=&?#+-]*$/;
/** One word of ASCII: an id, a language tag, a key, the name of a type or of a file. */
const token = /^[\w$@#.:=+~%!*,;()[\]{}<>|\\^`'"-]{1,200}$/;
/** One word that ends like a sentence is a person's. */
const exclamation = /^[("'[]?[A-Z]?[a-z]+[)"'\]]?[.!?,;:]+["')\]]?$/;
const number =
  /^[+-]?\d[\d.,:/ x×%-]{0,60}(?:px|em|rem|pt|%|ms|s|kB|KB|MB|GB|bytes|[KMGT]?i?B|fps|Hz|bps|mins?|secs?|hours?|words?)?$/;
const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,80}(?:\s?;\s?[\w-]{1,40}=(?:"[\w.,+ -]{0,80}"|[\w.+-]{1,80})){0,5}$/;
/** A word in a list of classes: most have a hyphen, an underscore or a digit. */
const className =
  /^(?=[^\s]*[_\d-])[\w:/[\].%#-]+$|^(?:alt|avatar|photo|byuser|bypostauthor|comment|even|odd|pingback|post|entry|key)$/;
const timeWord =
  /^(?:\d[\d.,:/+-]*(?:st|nd|rd|th|z|am|pm|[mhds])?|[ap]\.?m\.?,?|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?,?|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?|utc|gmt|bst|[a-z]{2,4}t|z|[+-]\d{1,2}:?\d{0,2}|at|on|of|the|ago|now|today|yesterday|just|published|posted|first|last|modified|updated|created|original|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[-–—,|·])$/i;

export function isMachineValue(text: string): boolean {
  const value = text.trim();
  if (value === "" || inlineData.test(value)) return true;
  if (value.length > longest) return address.test(value) || /^[\w+/=-]+$/.test(value);
  return (
    address.test(value) ||
    path.test(value) ||
    (token.test(value) && !exclamation.test(value)) ||
    number.test(value) ||
    mediaType.test(value) ||
    isWrittenTime(value) ||
    isSourceSet(value) ||
    isClassList(value) ||
    isWordlessTag(value)
  );
}

/** A time in the words of machines or pages: "Mon 15 May 2023 12.50 BST", "First published on ...", "4m ago". */
const isWrittenTime = (value: string): boolean =>
  value.length <= 120 && /\d|now|today|yesterday/i.test(value) && value.split(/\s+/).every((one) => timeWord.test(one));

/** For example `https://e.org/a.jpg 320w, https://e.org/b.jpg 640w`. */
const isSourceSet = (value: string): boolean =>
  value
    .split(/,\s+/)
    .every((one) => address.test(one.split(/\s/, 1)[0] ?? "") && /^\S+(?:\s\d[\d.]{0,9}[wx])?$/.test(one));

const isClassList = (value: string): boolean =>
  value.length <= 400 && value.split(/\s+/).every((one) => className.test(one));

/** The tag of a picture without words: `<img src='a.png' class='avatar photo'>`. */
const isWordlessTag = (value: string): boolean =>
  /^<(?:img|br|hr|iframe|source|link)\b[^<>]*>(?:<\/iframe>)?$/i.test(value) &&
  !/\b(?:alt|title|aria-label|srcdoc|data-caption|data-alt)\s?=\s?(?:"\s*[^"\s]|'\s*[^'\s]|[^"'\s])/i.test(value) &&
  [...value.matchAll(/=\s?(?:"([^"]*)"|'([^']*)')/g)].every(([, double, single]) =>
    isMachineValue(double ?? single ?? ""),
  );
