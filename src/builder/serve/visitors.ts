/**
 * Turns a request into whether it comes from this machine's own browser and for this server. A page of elsewhere can have a name of its
 * own lead to 127.0.0.1, and could read the archive under that name.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

const ownNames: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether Host is a name of this machine and, where there is one, Origin as well. */
function isOwnRequest({ headers }: Pick<IncomingMessage, "headers">): boolean {
  const { host, origin } = headers;
  return isOwn(`http://${host}`) && (origin === undefined || isOwn(origin));
}

function isOwn(address: string): boolean {
  return URL.canParse(address) && ownNames.has(new URL(address).hostname);
}

/** Refuses requests under other names. */
export function refuseStrangers(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  if (isOwnRequest(request)) next();
  else {
    response.statusCode = 403;
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end("This server answers only under the names 127.0.0.1 and localhost.\n");
  }
}

/** The same for the socket that tells the browser to reload. */
export function refuseStrangeSocket(request: IncomingMessage, socket: Duplex): void {
  if (!isOwnRequest(request)) socket.destroy();
}
