/** The words of the script, in the language of the interface: the variable `afterlive`, which stands before the script. */

/** A text in the forms that its number asks for. */
type Forms = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

type Name =
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
  | "play"
  | "pause"
  | "copy"
  | "copied"
  | "resume"
  | "dismiss"
  | "keyboard"
  | "keyNext"
  | "keyPrevious"
  | "keySearch"
  | "keyHelp"
  | "keyClose"
  | "keysOn";

export type Words = { readonly [name in Name]: string } & { readonly found: Forms };

declare const afterlive: { readonly language: string; readonly words: Words };

/** A text of the interface, with values where it has `{name}`. */
export const say = (name: Name, values: Readonly<Record<string, string | number>> = {}): string =>
  fill(afterlive.words[name], values);

/** How many posts have the words that the reader looks for. */
export const sayFound = (count: number): string => inNumber(afterlive.words.found, count, afterlive.language);

export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

export const inNumber = (forms: Forms, count: number, language: string): string =>
  fill(forms[new Intl.PluralRules(language).select(count)] ?? forms.other, { count });
