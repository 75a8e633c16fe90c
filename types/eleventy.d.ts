// Eleventy 3.1 ships no declarations: only what this project uses.
declare module "@11ty/eleventy" {
  export interface UserConfig {
    addTemplateFormats(formats: string): void;
    addExtension(extension: string | string[], options: { key: string }): void;
    addGlobalData(name: string, value: unknown): void;
    setLibrary(engine: "md", library: unknown): void;
    addPassthroughCopy(map: Record<string, string>): void;
  }
}
