/** Rules of markdown-it for links, pictures and autolinks: a link has a permitted address, and no picture is inside text. */
import type { MarkdownIt, StateInline } from "markdown-it";
import { linkAddress } from "../address.ts";
import { badLink, droppedTitle, inlinePicture } from "../problems.ts";
import { type Environment, environment } from "./environment.ts";

const BANG = 0x21;
const OPEN = 0x5b;
const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]+|[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*)>/iy;

interface Target {
  /** As written, escapes resolved. */
  readonly address: string;
  readonly title: string;
  /** The offset just after it. */
  readonly end: number;
  readonly label?: string;
}

export function useLinks(md: MarkdownIt): void {
  md.inline.ruler.at("link", link);
  md.inline.ruler.at("image", picture);
  md.inline.ruler.at("autolink", auto);
}

function link(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== OPEN) return false;
  const env = environment(state.env);
  if (!hasAfter(env, state, "]")) return false;
  const { pos, posMax } = state;
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos, true);
  if (labelEnd < 0) return false;
  const target = readTarget(state, env, pos + 1, labelEnd);
  if (target === undefined) return false;
  const href = linkAddress(target.address);
  if (href === undefined) {
    if (!silent) env.found(badLink(target.address), pos);
    return false;
  }
  if (!silent) {
    if (target.label !== undefined) env.used.add(target.label);
    if (target.title !== "") env.found(droppedTitle(target.title), pos);
    state.pos = pos + 1;
    state.posMax = labelEnd;
    const token = state.push("link_open", "a", 1);
    token.meta = { href, offset: pos };
    state.linkLevel++;
    state.md.inline.tokenize(state);
    state.linkLevel--;
    state.push("link_close", "a", -1);
  }
  state.pos = target.end;
  state.posMax = posMax;
  return true;
}

function picture(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  if (src.charCodeAt(pos) !== BANG || src.charCodeAt(pos + 1) !== OPEN) return false;
  const env = environment(state.env);
  if (!hasAfter(env, state, "]")) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos + 1, false);
  if (labelEnd < 0) return false;
  const target = readTarget(state, env, pos + 2, labelEnd);
  if (target === undefined) return false;
  if (!silent) {
    env.found(inlinePicture(target.address), pos);
    if (target.label !== undefined) env.used.add(target.label);
    state.pending += src.slice(pos, target.end);
  }
  state.pos = target.end;
  return true;
}

function auto(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  autolink.lastIndex = state.pos;
  const words = autolink.exec(state.src)?.[1];
  if (words === undefined || state.pos + words.length + 2 > state.posMax) return false;
  const href = linkAddress(/^[^:]*@/.test(words) ? `mailto:${words}` : words);
  if (href === undefined) {
    if (!silent) environment(state.env).found(badLink(words), state.pos);
    return false;
  }
  if (!silent) {
    state.push("link_open", "a", 1).meta = { href, offset: state.pos };
    state.push("text", "", 0).content = words;
    state.push("link_close", "a", -1);
  }
  state.pos += words.length + 2;
  return true;
}

function readTarget(state: StateInline, env: Environment, labelStart: number, labelEnd: number): Target | undefined {
  return readInlineTarget(state, env, labelEnd + 1) ?? readReference(state, env, labelStart, labelEnd);
}

/** `(address "title")` at `start`. */
function readInlineTarget(state: StateInline, env: Environment, start: number): Target | undefined {
  const { src, posMax } = state;
  if (start >= posMax || src.charCodeAt(start) !== 0x28 || !hasAfter(env, state, ")")) return undefined;
  let pos = skipSpace(src, start + 1, posMax);
  let address = "";
  const destination = state.md.helpers.parseLinkDestination(src, pos, posMax);
  if (destination.ok) {
    address = destination.str;
    pos = destination.pos;
  }
  let title = "";
  const afterSpace = skipSpace(src, pos, posMax);
  const marker = src.charAt(afterSpace);
  if (
    afterSpace > pos &&
    (marker === '"' || marker === "'" || marker === "(") &&
    hasAfter(env, state, marker === "(" ? ")" : marker)
  ) {
    const read = state.md.helpers.parseLinkTitle(src, afterSpace, posMax);
    if (read.ok) {
      title = read.str;
      pos = read.pos;
    }
  }
  pos = skipSpace(src, pos, posMax);
  return pos < posMax && src.charCodeAt(pos) === 0x29 ? { address, title, end: pos + 1 } : undefined;
}

/** `[label]`, `[]` or nothing after the words: an address that is defined elsewhere in the text. */
function readReference(state: StateInline, env: Environment, labelStart: number, labelEnd: number): Target | undefined {
  if (env.references === undefined) return undefined;
  let end = labelEnd + 1;
  let label = "";
  if (end < state.posMax && state.src.charCodeAt(end) === OPEN) {
    const close = state.md.helpers.parseLinkLabel(state, end);
    if (close >= 0) {
      label = state.src.slice(end + 1, close);
      end = close + 1;
    }
  }
  if (label === "") label = state.src.slice(labelStart, labelEnd);
  label = state.md.utils.normalizeReference(label);
  const found = env.references[label];
  return found === undefined ? undefined : { address: found.href, title: found.title, end, label };
}

function skipSpace(src: string, from: number, to: number): number {
  let pos = from;
  while (pos < to && " \t\n".includes(src.charAt(pos))) pos++;
  return pos;
}

/** Whether a mark occurs after the place. One search for each mark keeps all of this linear. */
export function hasAfter(env: Environment, state: StateInline, mark: string): boolean {
  if (env.lastOf.src !== state.src) env.lastOf = { src: state.src, places: new Map() };
  let place = env.lastOf.places.get(mark);
  if (place === undefined) {
    place = state.src.lastIndexOf(mark);
    env.lastOf.places.set(mark, place);
  }
  return place > state.pos;
}
