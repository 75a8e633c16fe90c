/** Servers on this machine alone, which end with their test, and fetchers that may ask them. */
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createPlainServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { type Fetcher, type FetcherSettings, makeFetcher } from "../../../src/captures/fetch/fetcher.ts";

/** The address of a server, without a path. */
export async function serve(answer: RequestListener): Promise<string> {
  const made = createServer(answer).listen(0, "127.0.0.1");
  await once(made, "listening");
  onTestFinished(() => {
    made.closeAllConnections();
    made.close();
  });
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

/** The address of a server that speaks whatever it likes. */
export async function serveBytes(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const made = createPlainServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    answer(socket);
  }).listen(0, "127.0.0.1");
  await once(made, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    made.close();
  });
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const quickSettings: FetcherSettings = {
  userAgent: "afterlive/0.0.0",
  allowed: [{ host: "127.0.0.1" }],
  pause: 0,
  retryPause: 1,
  patience: 2000,
  longest: 60_000,
  allowance: 2 ** 20,
  ignoreRobots: true,
  now: () => Date.now(),
};

/** A fetcher without pauses that may ask this machine. */
export const quickFetcher = (settings: Partial<FetcherSettings> = {}): Fetcher =>
  makeFetcher({ ...quickSettings, ...settings });

export const wanted = { accept: "*/*", limit: 2 ** 20 } as const;
