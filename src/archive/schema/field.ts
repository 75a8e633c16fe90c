/** What a value of front matter may be, as plain data and a check: all that reading needs, so that no library is loaded. */

/** From a value to a place in it: list places and keys. */
export type Path = readonly (string | number)[];

/** A form of values: what is wrong with a value, and the form as JSON Schema. */
export interface Form<T> {
  /** The places in the value that do not fit, in order; none if it fits. */
  readonly faults: (value: unknown) => readonly Path[];
  readonly json: object;
  /** Only a type: no form has it. */
  readonly fits?: T;
}

/** A key of front matter: its form, and its line of the author's manual. */
export interface Field<T> extends Form<T> {
  readonly optional: boolean;
  /** What is expected, in words. */
  readonly expected: string;
  /** A correct line to copy. */
  readonly example: string;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What the keys hold once nothing is wrong with them. */
export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

const fine: readonly Path[] = [];
const itself: readonly Path[] = [[]];

const form = <T>(json: object, fits: (value: unknown) => boolean): Form<T> => ({
  json,
  faults: (value) => (fits(value) ? fine : itself),
});

/** Text that passes a test. */
export const textThat = (fits: (text: string) => boolean, json: object = {}): Form<string> =>
  form({ type: "string", ...json }, (value) => typeof value === "string" && fits(value));

export const textLike = (pattern: RegExp): Form<string> =>
  textThat((text) => pattern.test(text), { pattern: pattern.source });

/** Text of at least one character. */
export const line = textThat((text) => text !== "", { minLength: 1 });

export const truth: Form<boolean> = form({ type: "boolean" }, (value) => typeof value === "boolean");

export const wholeNumber: Form<number> = form(
  { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  Number.isSafeInteger,
);

export const oneOf = <const W extends readonly string[]>(words: W): Form<W[number]> =>
  form({ type: "string", enum: [...words] }, (value) => typeof value === "string" && words.includes(value));

export const listOf = <T>(member: Form<T>): Form<readonly T[]> => ({
  json: { type: "array", items: member.json },
  faults: (value) =>
    Array.isArray(value)
      ? value.flatMap((one: unknown, at) => member.faults(one).map((path) => [at, ...path]))
      : itself,
});

/** A mapping that has a `name` and may have a `role`, both lines. */
export const nameAndRole: Form<{ readonly name: string; readonly role?: string | undefined }> = {
  json: {
    type: "object",
    properties: { name: line.json, role: line.json },
    required: ["name"],
    additionalProperties: false,
  },
  faults(value) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return itself;
    const { name, role }: { readonly name?: unknown; readonly role?: unknown } = value;
    return [
      ...line.faults(name).map(() => ["name"]),
      ...(role === undefined ? fine : line.faults(role).map(() => ["role"])),
    ];
  },
};

/** A key that must be there. */
export const needed = <T>({ faults, json }: Form<T>, expected: string, example: string): Field<T> => ({
  faults,
  json,
  optional: false,
  expected,
  example,
});

/** A key that may be left out. */
export const free = <T>({ faults, json }: Form<T>, expected: string, example: string): Field<T | undefined> => ({
  faults: (value) => (value === undefined ? fine : faults(value)),
  json,
  optional: true,
  expected,
  example,
});

/** Every mistake of the values, in the order of the fields: its key, then the way to it. */
export const faultsOf = (fields: Fields, values: Readonly<Record<string, unknown>>): readonly Path[] =>
  Object.entries(fields).flatMap(([name, field]) => field.faults(values[name]).map((path) => [name, ...path]));
