// Eleventy 3.1 ships no declarations: only what this project uses.
declare module "@11ty/eleventy" {
  export interface UserConfig {
    readonly globalData: Readonly<Record<string, unknown>>;
    readonly ignores: Set<string>;
    /** By their names. */
    readonly virtualTemplates: Readonly<Record<string, unknown>>;
    /** As the configuration gives it; set when plugins run. */
    readonly dir: { readonly output?: string };
    readonly benchmarkManager: { get(group: string): { setMinimumThresholdPercent(percent: number): void } };
    setTemplateFormats(formats: string): void;
    addTemplateFormats(formats: string): void;
    readonly extensionConflictMap: Readonly<Record<string, boolean>>;
    addExtension(
      extension: string,
      options: { compile(): (data: never) => string; isIncrementalMatch(): boolean; useLayouts: boolean },
    ): void;
    on(event: "eleventy.before", hear: (about: BuildAbout) => void | Promise<void>): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(name: string, content: string, data: Readonly<Record<string, unknown>>): void;
    addFilter(name: string, filter: (...given: never[]) => unknown): void;
    addTransform(
      name: string,
      transform: (
        this: { readonly page: { readonly inputPath: string } },
        content: string | undefined,
      ) => string | undefined,
    ): void;
    addWatchTarget(path: string): void;
    // biome-ignore lint/suspicious/noExplicitAny: each plugin has options of its own
    addPlugin(plugin: (settings: UserConfig, options: any) => void | Promise<void>, options?: unknown): void;
    hasPlugin(name: string): boolean;
    setUseGitIgnore(use: boolean): void;
    setFreezeReservedData(freeze: boolean): void;
  }

  /** What a build of a site is about. */
  export interface BuildAbout {
    /** Relative to the current folder. */
    readonly directories: { readonly output: string };
    readonly outputMode: "fs" | "json" | "ndjson";
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
        source?: "cli" | "script";
        configPath?: string;
        quietMode?: boolean;
        dryRun?: boolean;
        loader?: "esm" | "auto";
        config?(settings: UserConfig): void | Promise<void>;
      },
    );
    readonly logger: {
      overrideLogger(logger: Readonly<Record<"log" | "warn" | "error", (text: string) => void>>): void;
    };
    disableLogger(): void;
    toJSON(): Promise<readonly Printed[]>;
    write(): Promise<unknown>;
  }
}
