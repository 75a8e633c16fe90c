/** The messages of the script in the language of the interface, from the variable `afterlive` that the page's script begins with. */

/** A text in its plural forms (CLDR). */
type Forms = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

export type MessageName =
  | "searchEvent"
  | "searchHint"
  | "searchArchive"
  | "searched"
  | "stop"
  | "goOn"
  | "notSearched"
  | "allFound"
  | "nearest"
  | "elsewhere"
  | "hereAndElsewhere"
  | "onPage"
  | "clear"
  | "nothingFound"
  | "filter"
  | "label"
  | "byline"
  | "day"
  | "any"
  | "onlyKeyEvents"
  | "onlyPictures"
  | "showing"
  | "times"
  | "pageTime"
  | "readerTime"
  | "eventTime"
  | "asOf"
  | "asOfNote"
  | "asOfLeave"
  | "asOfShown"
  | "pause"
  | "copy"
  | "copied"
  | "share"
  | "resume"
  | "dismiss"
  | "keyboard"
  | "keyNext"
  | "keyPrevious"
  | "keySearch"
  | "keyHelp"
  | "keyClose"
  | "keysOn";

export type Messages = { readonly [name in MessageName]: string } & { readonly found: Forms };

/** How a language writes whole numbers: its digits from 0 to 9, and the separator of groups of three. */
interface Digits {
  readonly digits: string;
  readonly separator: string;
}

declare const afterlive: Digits & { readonly language: string; readonly words: Messages };

/** The language of the interface (BCP 47): that of the page, where the interface is translated into it. */
export const language = (): string => afterlive.language;

/** A message with its values in place of `{name}`. */
export const message = (name: MessageName, values: Readonly<Record<string, string | number>> = {}): string =>
  fillIn(afterlive.words[name], values, afterlive);

/** "3 posts found". */
export const foundMessage = (count: number): string =>
  pluralMessage(afterlive.words.found, count, afterlive.language, afterlive);

const numeral = (value: number, { digits, separator }: Digits): string =>
  String(value)
    .replace(/\B(?=(\d{3})+$)/g, separator)
    .replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

export const fillIn = (text: string, values: Readonly<Record<string, string | number>>, digits: Digits): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name] ?? placeholder;
    return typeof value === "number" ? numeral(value, digits) : value;
  });

export const pluralMessage = (forms: Forms, count: number, language: string, digits: Digits): string =>
  fillIn(forms[new Intl.PluralRules(language).select(count)] ?? forms.other, { count }, digits);
