/** Turns whole numbers into plural categories (CLDR plural rules), without ICU, so that a site does not depend on the machine. */

export const frenchPlural = (value: number): "one" | "many" | "other" => {
  if (value === 0 || value === 1) return "one";
  return value % 1_000_000 === 0 ? "many" : "other";
};

export const persianPlural = (value: number): "one" | "other" => (value === 0 || value === 1 ? "one" : "other");

/** Russian and Ukrainian. */
export const eastSlavicPlural = (value: number): "one" | "few" | "many" => {
  const last = value % 10;
  const teens = value % 100 >= 11 && value % 100 <= 14;
  if (last === 1 && !teens) return "one";
  return last >= 2 && last <= 4 && !teens ? "few" : "many";
};

export const arabicPlural = (value: number): "zero" | "one" | "two" | "few" | "many" | "other" => {
  if (value === 0) return "zero";
  if (value === 1) return "one";
  if (value === 2) return "two";
  const last = value % 100;
  if (last >= 3 && last <= 10) return "few";
  return last >= 11 ? "many" : "other";
};

/** Makes a function that chooses the plural form of a number and puts the number in place of `{count}`. */
export const counting =
  <Category extends string>(categoryOf: (value: number) => Category, print: (value: number) => string) =>
  (value: number, forms: Readonly<Record<Category, string>>): string =>
    forms[categoryOf(value)].replace("{count}", print(value));

/** The digits of a whole number in groups of three. */
export const grouped = (value: number, separator: string): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, separator);
