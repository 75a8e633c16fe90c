// Eleventy 3.1 ships no declarations: only what this project uses.
declare module "@11ty/eleventy" {
  export interface UserConfig {
    readonly globalData: Readonly<Record<string, unknown>>;
    readonly ignores: Set<string>;
    addTemplateFormats(formats: string): void;
    addExtension(extension: string | string[], options: { key: string }): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(name: string, template: { data: unknown; render(data: unknown): string }): void;
    addPassthroughCopy(map: Readonly<Record<string, string>>): void;
    setUseGitIgnore(use: boolean): void;
  }

  export interface Printed {
    readonly inputPath: string;
    /** Relative to the current folder; false for a page that is not written. */
    readonly outputPath: string | false;
    readonly content: string;
  }

  export default class Eleventy {
    constructor(
      input: string | undefined,
      output: string | undefined,
      options: {
        configPath: string;
        quietMode: boolean;
        dryRun: boolean;
        loader: "esm";
        config(settings: UserConfig): void;
      },
    );
    disableLogger(): void;
    toJSON(): Promise<readonly Printed[]>;
  }
}
