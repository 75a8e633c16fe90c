// Eleventy's server ships no declarations: only what this project uses.
declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";

  export default class EleventyDevServer {
    constructor(
      name: string,
      folder: string,
      options: {
        domDiff: boolean;
        headers: Readonly<Record<string, string>>;
        logger: { info(): void; log(): void; error(): void };
        messageOnStart(): string;
        portReassignmentRetryCount: number;
        middleware: readonly ((request: IncomingMessage, response: ServerResponse, next: () => void) => void)[];
      },
    );
    readonly server: Server;
    readonly updateServer?: { readonly clients: Iterable<{ terminate(): void }> };
    ready(): Promise<void>;
    reload(): void;
    close(): Promise<void>;
  }
}
