/** The package's templates where the program is compiled: tools/compile.mjs puts them here, by their file names. */
export const compiledTemplates: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {};
