/** From an error of the system, of TLS or of a server to a fault: a message, a hint, and whether to try again. */

type FaultKind =
  /** The address may not be asked. */
  | "scheme"
  | "private"
  | "robots"
  /** The host cannot be reached. */
  | "name"
  | "network"
  | "time"
  /** The server answered with an error. */
  | "status"
  | "redirect"
  | "size"
  | "content";

export class FetchFault extends Error {
  readonly kind: FaultKind;
  readonly hint: string | undefined;
  /** Whether a later try can help. */
  readonly passing: boolean;
  /** Milliseconds of the pause that the server asked for. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: FaultKind,
    message: string,
    hint?: string,
    { passing = false, retryAfter }: { readonly passing?: boolean; readonly retryAfter?: number } = {},
  ) {
    super(message);
    this.kind = kind;
    this.hint = hint;
    this.passing = passing;
    this.retryAfter = retryAfter;
  }
}

/** Words of a server for a message: at most 100 characters, without characters that control a terminal. */
export const quotable = (words: string): string => words.replace(/[\p{Cc}\p{Cf}]+/gu, " ").slice(0, 100);

const byHand = "Save the page in a browser and import the file";

/** The fault of an answer that is no success. */
export function statusFault(status: number, retryAfter?: number): FetchFault {
  const passing = status >= 500 || status === 429 || status === 408;
  const minutes = retryAfter === undefined ? 0 : Math.ceil(retryAfter / 60_000);
  const hint = minutes > 1 ? `It asks to be left alone for ${minutes} minutes: try again then` : hintOf(status);
  return new FetchFault("status", `the server answered ${status}${meaningOf(status)}`, hint, {
    passing,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

function meaningOf(status: number): string {
  if (status === 404 || status === 410) return ": there is no such page";
  if (status === 401 || status === 402 || status === 407) return ": it wants you to be logged in";
  if (status === 403) return ": it may refuse programs";
  if (status === 429) return ": it was asked too often";
  if (status === 451) return ": it may not show the page, for legal reasons";
  return status >= 500 ? ": it has a fault, or refuses programs" : "";
}

function hintOf(status: number): string {
  if (status === 404 || status === 410) return "Look whether the address is written as you meant it";
  if (status === 429 || status >= 500) return `Try again later. ${byHand} if it stays so`;
  return byHand;
}

const reasons: Readonly<Record<string, readonly [kind: FaultKind, why: string, hint: string]>> = {
  ENOTFOUND: ["name", "no host has this name", "Look whether the address is written as you meant it"],
  EAI_AGAIN: ["name", "the name cannot be looked up now", "Look whether this machine is connected to the Internet"],
  ECONNREFUSED: ["network", "the host refuses the connection", "Look whether the address and its port are right"],
  ECONNRESET: ["network", "the server broke off the connection", "Try again later"],
  EPIPE: ["network", "the server broke off the connection", "Try again later"],
  ETIMEDOUT: ["time", "the host does not answer", "Try again later"],
  EHOSTUNREACH: ["network", "no way leads to the host", "Look whether this machine is connected to the Internet"],
  ENETUNREACH: ["network", "no way leads to the host", "Look whether this machine is connected to the Internet"],
  HPE_HEADER_OVERFLOW: ["content", "the head of the answer is too large", byHand],
  ERR_TLS_CERT_ALTNAME_INVALID: ["network", "its certificate is that of another host", byHand],
  CERT_HAS_EXPIRED: ["network", "its certificate has expired", byHand],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["network", "its certificate is signed by itself alone", byHand],
  SELF_SIGNED_CERT_IN_CHAIN: ["network", "its certificate is signed by an unknown authority", byHand],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ["network", "its certificate cannot be verified", byHand],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ["network", "its certificate is signed by an unknown authority", byHand],
  EPROTO: ["network", "it speaks no TLS that is known here", "Look whether the address begins with http or https"],
};

const lasting = new Set(["ENOTFOUND", "HPE_HEADER_OVERFLOW"]);

/** An error of the system or of Node as a fault. */
export function fetchFaultOf(error: unknown): FetchFault {
  if (error instanceof FetchFault) return error;
  // Where a host has several addresses, each has its own error.
  const one = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  if (one instanceof FetchFault) return one;
  const code = one instanceof Error && "code" in one ? String(one.code) : "";
  const known = reasons[code];
  const isTls = /^ERR_(?:SSL|TLS)|CERT|_SIGNATURE$/.test(code);
  const [kind, why, hint] =
    known ??
    (code.startsWith("HPE_")
      ? (["content", "the answer is no HTTP", "Look whether the address and its port are right"] as const)
      : isTls
        ? (["network", `no secure connection can be made (${code})`, byHand] as const)
        : (["network", one instanceof Error ? one.message : "it failed", "Try again later"] as const));
  const passing = !lasting.has(code) && !code.startsWith("HPE_") && !isTls && kind !== "content";
  return new FetchFault(kind, why, hint, { passing: passing && !/_CERT$|CERT_/.test(code) });
}
