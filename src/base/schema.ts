/** Schemas as plain data: from a value to the places where it does not fit, and the same rules as JSON Schema. Loads no library. */

/** The way to a place in a value: indexes of lists and keys of mappings. */
export type Path = readonly (string | number)[];

/** What values of the type T look like. */
export interface Schema<T> {
  /** The places in the value that do not fit, in order; none if it fits. */
  readonly faults: (value: unknown) => readonly Path[];
  /** JSON Schema, draft 2020-12. */
  readonly json: object;
  /** True for a key that may be absent. */
  readonly optional?: boolean;
  /** For the compiler only: no schema has this property. */
  readonly type?: T;
}

export type Keys = Readonly<Record<string, Schema<unknown>>>;

/** The type of the values that fit. */
export type ValueOf<S> = S extends Schema<infer T> ? T : never;

/** What a mapping of these keys holds once nothing is wrong with it. */
export type ValuesOf<K extends Keys> = {
  readonly [N in keyof K as undefined extends ValueOf<K[N]> ? never : N]: ValueOf<K[N]>;
} & {
  readonly [N in keyof K as undefined extends ValueOf<K[N]> ? N : never]?: ValueOf<K[N]>;
};

export const fits = <T>(schema: Schema<T>, value: unknown): value is T => schema.faults(value).length === 0;

const fine: readonly Path[] = [];
const itself: readonly Path[] = [[]];

const schemaOf = <T>(json: object, isRight: (value: unknown) => boolean): Schema<T> => ({
  json,
  faults: (value) => (isRight(value) ? fine : itself),
});

/** Text that passes a test; `json` says as much of the test as JSON Schema can. */
export const textThat = (isRight: (text: string) => boolean, json: object = {}): Schema<string> =>
  schemaOf({ type: "string", ...json }, (value) => typeof value === "string" && isRight(value));

export const textLike = (pattern: RegExp, json: object = {}): Schema<string> =>
  textThat((text) => pattern.test(text), { ...json, pattern: pattern.source.replaceAll("\\/", "/") });

export const anyText = (json: object = {}): Schema<string> => textThat(() => true, json);

/** Text of at least one character. */
export const someText = (json: object = {}): Schema<string> =>
  textThat((text) => text !== "", { ...json, minLength: 1 });

export const truth: Schema<boolean> = schemaOf({ type: "boolean" }, (value) => typeof value === "boolean");

export const wholeNumber: Schema<number> = schemaOf(
  { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  Number.isSafeInteger,
);

/** A whole number from 1. */
export const countingNumber: Schema<number> = schemaOf(
  { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
);

/** One text, number or truth value. */
export const scalar: Schema<string | number | boolean> = schemaOf(
  { type: ["string", "number", "boolean"] },
  (value) => typeof value === "string" || typeof value === "boolean" || Number.isFinite(value),
);

export const constant = <const T extends string | boolean>(only: T, json: object = {}): Schema<T> =>
  schemaOf({ const: only, ...json }, (value) => value === only);

export const oneOf = <const W extends readonly string[]>(words: W, json: object = {}): Schema<W[number]> =>
  schemaOf({ ...json, enum: [...words] }, (value) => typeof value === "string" && words.includes(value));

export interface ListJson {
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly description?: string;
}

export const listOf = <T>(member: Schema<T>, json: ListJson = {}): Schema<readonly T[]> => ({
  json: { type: "array", items: member.json, ...json },
  faults(value) {
    if (!Array.isArray(value) || value.length < (json.minItems ?? 0)) return itself;
    if (json.uniqueItems === true && new Set(value).size < value.length) return itself;
    return value.flatMap((one: unknown, at) => member.faults(one).map((path) => [at, ...path]));
  },
});

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A mapping with these keys. Other keys are no fault here, although JSON Schema names them as one. */
export const mappingOf = <const K extends Keys>(keys: K): Schema<ValuesOf<K>> => ({
  json: {
    type: "object",
    properties: Object.fromEntries(Object.entries(keys).map(([name, { json }]) => [name, json])),
    required: Object.keys(keys).filter((name) => keys[name]?.optional !== true),
    additionalProperties: false,
  },
  faults: (value) => (isMapping(value) ? faultsOf(keys, value) : itself),
});

/** Every mistake of the values, in the order of the keys: its key, then the way to it. */
export const faultsOf = (keys: Keys, values: Readonly<Record<string, unknown>>): readonly Path[] =>
  Object.entries(keys).flatMap(([name, key]) => key.faults(values[name]).map((path) => [name, ...path]));

/** A mapping of any keys, whose values all fit one schema. */
export const mappingTo = <T>(member: Schema<T>): Schema<Readonly<Record<string, T>>> => ({
  json: { type: "object", additionalProperties: member.json },
  faults: (value) =>
    isMapping(value)
      ? Object.entries(value).flatMap(([name, one]) => member.faults(one).map((path) => [name, ...path]))
      : itself,
});

/** A key that may be absent. */
export const optional = <T>({ faults, json }: Schema<T>): Schema<T | undefined> => ({
  faults: (value) => (value === undefined ? fine : faults(value)),
  json,
  optional: true,
});
