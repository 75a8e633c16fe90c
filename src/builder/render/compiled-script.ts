/** The script of the pages where the program is compiled: tools/compile.mjs puts it here. */
export const compiledScript: string | undefined = undefined;
