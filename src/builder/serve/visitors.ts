/**
 * Turns a request into whether it may see the archive: one of this machine's own browser, or, with `serve --host`, one from the network that
 * knows the token. A page of elsewhere can have a name of its own lead to this machine, so the name in each request counts as well.
 */
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Network } from "./network.ts";

type Next = () => void;

const ownNames: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);
const cookieName = "afterlive-token";

/**
 * Refuses requests under other names, and those from the network that do not know the token. The address with the token is answered with a
 * cookie and the way to the address without it, so that the token stays out of histories and links.
 */
export const refuseStrangers =
  (network: Network | undefined) =>
  (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    if (isFromHere(request)) next();
    else if (network === undefined || !isForThisMachine(request, network.addresses))
      refuse(response, "This server answers only under the names 127.0.0.1 and localhost");
    else if (hasCookie(request, network.token)) next();
    else if (request.method === "GET" && isEqual(askedUrl(request)?.searchParams.get("token"), network.token))
      welcome(request, response, network.token);
    else
      refuse(response, "This site is for those who have its whole address: the terminal of afterlive serve prints it");
  };

/** The same for the socket that tells the browser to reload. */
export const refuseStrangeSocket =
  (network: Network | undefined) =>
  (request: IncomingMessage, socket: Duplex): void => {
    const isGuest =
      network !== undefined && isForThisMachine(request, network.addresses) && hasCookie(request, network.token);
    if (!isFromHere(request) && !isGuest) socket.destroy();
  };

/** From this machine, under its own name. A visitor from the network can write any name. */
function isFromHere(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? "";
  return /^(?:::ffff:)?127\.|^::1$/.test(from) && isNamed(request, (name) => ownNames.has(name));
}

const isForThisMachine = (request: IncomingMessage, addresses: readonly string[]): boolean =>
  isNamed(request, (name) => addresses.includes(name));

/** Whether Host is such a name and, where there is one, Origin as well. */
function isNamed({ headers: { host, origin } }: IncomingMessage, isOurs: (name: string) => boolean): boolean {
  const isGood = (address: string): boolean => URL.canParse(address) && isOurs(new URL(address).hostname);
  return isGood(`http://${host}`) && (origin === undefined || isGood(origin));
}

const hasCookie = ({ headers }: IncomingMessage, token: string): boolean =>
  (headers.cookie ?? "").split(/;\s*/).some((pair) => isEqual(pair, `${cookieName}=${token}`));

/** In a time that does not tell how much of a guess is right. */
function isEqual(guess: string | null | undefined, secret: string): boolean {
  const [a, b] = [Buffer.from(guess ?? ""), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function askedUrl({ url = "/" }: IncomingMessage): URL | undefined {
  const address = `http://localhost${url.startsWith("/") ? "" : "/"}${url}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

function welcome(request: IncomingMessage, response: ServerResponse, token: string): void {
  response.statusCode = 303;
  response.setHeader("Set-Cookie", `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`);
  response.setHeader("Referrer-Policy", "no-referrer");
  // A path that begins with two slashes would name another host.
  response.setHeader("Location", (askedUrl(request)?.pathname ?? "/").replace(/^\/+/, "/"));
  response.end();
}

function refuse(response: ServerResponse, why: string): void {
  response.statusCode = 403;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(`${why}.\n`);
}
