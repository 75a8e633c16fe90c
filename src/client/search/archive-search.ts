/** The search on the front page, over all live pages: the newest first, as far as the reader wants, and it says how far. */

import { make, makeButton } from "../make.ts";
import { foundMessage, message } from "../messages.ts";
import { setQueryParameter } from "../query-parameters.ts";
import { openArchiveReader } from "./archive-reader.ts";
import { failedResult, pageResults, suggestions } from "./archive-results.ts";
import { findBox } from "./find-box.ts";
import { matchesAll, parseQuery, type Term } from "./query.ts";
import { listenToArrows } from "./result-keys.ts";

/** The number of finds after which the reader is asked whether to search further. */
const enough = 60;
const typingMs = 250;

export function offerArchiveSearch(): void {
  const list = document.querySelector<HTMLElement>(".front ol#live_pages");
  if (list !== null) search(list);
}

function search(list: HTMLElement): void {
  const others = [list, ...document.querySelectorAll<HTMLElement>(".front .further")];
  const reader = openArchiveReader();

  const { box, clearing, form } = findBox("searchArchive", () => clear());

  // What it says is read out: only where a search begins to find, rests or ends.
  const result = make("output", { className: "result" });
  const progress = make("span", { className: "progress" });
  const stopping = makeButton(message("stop"), () => rest());
  const further = makeButton(message("goOn"), () => void goOn());
  const line = make("p", { className: "results" }, result, " ", progress, " ", stopping);
  const finds = make("div", { className: "finds" });
  // Where what it finds will stand.
  list.before(form, line, finds, make("p", { className: "results" }, further));

  let question = "";
  let terms: readonly Term[] = [];
  /** How many live pages were searched, how many posts found, and when to ask again. */
  let searched = 0;
  let found = 0;
  let limit = enough;
  let running: object | undefined;

  const begin = (): void => {
    question = box.value.trim();
    setQueryParameter("q", question);
    terms = parseQuery(question);
    const on = terms.length > 0;
    clearing.hidden = box.value === "";
    line.hidden = !on;
    for (const one of others) one.hidden = on;
    finds.replaceChildren();
    [searched, found, limit, running] = [0, 0, enough, undefined];
    progress.textContent = "";
    result.value = "";
    if (on) void goOn();
    else tell(undefined);
  };

  async function goOn(): Promise<void> {
    const own = {};
    running = own;
    limit = found + enough;
    tell(undefined);
    const folders = await reader.folders();
    if (running !== own) return;
    const query = `?${new URLSearchParams({ q: question })}`;
    while (folders !== undefined && searched < folders.length && found < limit) {
      const { folder, event } = await reader.event(folders, searched);
      if (running !== own) return;
      searched++;
      const posts = event?.posts.filter((post) => matchesAll(post.folded(), terms)) ?? [];
      if (event === undefined) finds.append(failedResult(folder, list));
      else if (posts.length > 0) {
        finds.append(pageResults({ event, folder, query, terms, withYear: true }, posts));
        if (found === 0) result.value = foundMessage(posts.length);
        found += posts.length;
      }
      tell(folders.length);
    }
    running = undefined;
    if (folders === undefined) finds.append(failedResult("", list));
    tell(folders?.length);
    conclude(folders !== undefined && searched === folders.length);
  }

  function rest(): void {
    running = undefined;
    tell(undefined);
    conclude(false);
  }

  /** `total`: how many live pages there are; undefined leaves what was said. */
  function tell(total: number | undefined): void {
    if (total !== undefined) progress.textContent = message("searched", { count: searched, total });
    const focused = document.activeElement;
    stopping.hidden = running === undefined;
    further.hidden = terms.length === 0 || running !== undefined || searched === total;
    // A button that goes leaves the reader with the next.
    if (focused === stopping || focused === further)
      [stopping, further, box].find((next) => !next.hidden)?.focus({ preventScroll: true });
  }

  function conclude(whole: boolean): void {
    if (found > 0) result.value = foundMessage(found);
    if (found > 0 || !whole) return;
    result.value = message("nothingFound");
    const own = terms;
    void reader.known().then((events) => {
      if (own !== terms) return;
      const nearest = suggestions(terms, events, (other) => {
        box.value = other;
        begin();
        box.focus();
      });
      if (nearest !== undefined) finds.append(nearest);
    });
  }

  function clear(): void {
    box.value = "";
    begin();
    box.focus();
  }

  let wait = 0;
  box.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(begin, typingMs);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    begin();
  });
  listenToArrows(box, finds, clear);
  begin();
}
