/** The search on the front page: reads live page after live page, the newest first, and lists the posts that match. */
import { make, makeButton } from "../make.ts";
import { foundMessage, message } from "../messages.ts";
import { setQueryParameter } from "../query-parameters.ts";
import { type ArchiveReader, openArchiveReader } from "./archive-reader.ts";
import { failedResult, pageResults, suggestions } from "./archive-results.ts";
import { findBox } from "./find-box.ts";
import { matchesAll, parseQuery } from "./query.ts";
import { listenToArrows } from "./result-keys.ts";

/** After this many more posts were found, the search stops and asks whether to go on. */
const enough = 60;
const typingMs = 250;

interface Search {
  /** The live pages, which stand on the page before a search. */
  readonly list: HTMLElement;
  readonly reader: ArchiveReader;
  readonly results: HTMLElement;
  readonly status: Status;
  /** Searches for other words, which the reader did not type. */
  readonly ask: (query: string) => void;
}

export function offerArchiveSearch(): void {
  const list = document.querySelector<HTMLElement>(".several");
  if (list === null) return;
  const others = [list, ...document.querySelectorAll<HTMLElement>(".front .further")];
  const { box, clearing, form } = findBox("searchArchive", () => ask(""));
  const results = make("div", { className: "finds" });
  const status = openStatus(
    box,
    () => run.pause(),
    () => run.readOn(),
  );
  const ask = (query: string): void => {
    box.value = query;
    begin();
    box.focus();
  };
  const search = { list, reader: openArchiveReader(), results, status, ask };
  let run = startRun("", search);
  /** Searches from the newest live page on for the words in the box; without words the list of live pages returns. */
  const begin = (): void => {
    run.leave();
    const query = box.value.trim();
    setQueryParameter("q", query);
    clearing.hidden = box.value === "";
    const isOn = parseQuery(query).length > 0;
    status.line.hidden = !isOn;
    for (const one of others) one.hidden = isOn;
    results.replaceChildren();
    status.result.value = "";
    status.show(false, false, "");
    run = startRun(query, search);
    if (isOn) void run.readOn();
  };
  list.before(form, status.line, results, make("p", { className: "results" }, status.further));
  listenToQuery(box, form, begin);
  listenToArrows(box, results, () => ask(""));
  begin();
}

/** One query, and how far it was searched. */
interface Run {
  /** Reads live pages until enough more is found or all are read. */
  readonly readOn: () => Promise<void>;
  readonly pause: () => void;
  /** Another query replaces this one. */
  readonly leave: () => void;
}

function startRun(query: string, { list, reader, results, status, ask }: Search): Run {
  const terms = parseQuery(query);
  let searched = 0;
  let found = 0;
  /** The loop that reads now. A loop ends where it finds another one here. */
  let pass: object | undefined;
  const readOn = async (): Promise<void> => {
    const own = {};
    const limit = found + enough;
    pass = own;
    status.show(true, false);
    const folders = await reader.folders();
    while (pass === own && folders !== undefined && searched < folders.length && found < limit) {
      const { folder, index } = await reader.page(folders, searched);
      if (pass !== own) return;
      const posts = index?.posts.filter((post) => matchesAll(post.folded(), terms)) ?? [];
      const context = { folder, query: `?${new URLSearchParams({ q: query })}`, terms };
      if (index === undefined) results.append(failedResult(folder, list));
      else if (posts.length > 0) {
        results.append(pageResults({ ...context, index }, posts));
        if (found === 0) status.result.value = foundMessage(posts.length);
        found += posts.length;
      }
      status.show(true, false, message("searched", { count: ++searched, total: folders.length }));
    }
    if (pass !== own) return;
    if (folders === undefined) results.append(failedResult("", list));
    end(searched !== folders?.length);
  };
  /** Says what was found; where the whole archive has nothing, suggests other words. */
  const end = (hasMore: boolean): void => {
    pass = undefined;
    status.show(false, hasMore);
    if (found > 0) status.result.value = foundMessage(found);
    else if (!hasMore) {
      status.result.value = message("nothingFound");
      void reader.known().then((indexes) => {
        const other = pass === undefined && suggestions(terms, indexes, ask);
        if (other) results.append(other);
      });
    }
  };
  return {
    readOn,
    pause: () => end(true),
    leave: () => {
      pass = {};
    },
  };
}

/** How far a search came, with the buttons that stop it and go on. */
interface Status {
  readonly line: HTMLElement;
  readonly further: HTMLButtonElement;
  /** A live region, which is read aloud: it changes only where a search first finds something, stops or ends. */
  readonly result: HTMLOutputElement;
  /** `progress`: absent leaves it as it is. */
  readonly show: (isReading: boolean, hasMore: boolean, progress?: string) => void;
}

function openStatus(box: HTMLInputElement, pause: () => void, readOn: () => void): Status {
  const result = make("output", { className: "result" });
  const shown = make("span", { className: "progress" });
  const stop = makeButton(message("stop"), pause);
  const further = makeButton(message("goOn"), readOn);
  const show: Status["show"] = (isReading, hasMore, progress) => {
    if (progress !== undefined) shown.textContent = progress;
    const focused = document.activeElement;
    stop.hidden = !isReading;
    further.hidden = !hasMore;
    // A button that is hidden hands the focus on.
    if (focused === stop || focused === further)
      [stop, further, box].find((next) => !next.hidden)?.focus({ preventScroll: true });
  };
  return { line: make("p", { className: "results" }, result, " ", shown, " ", stop), further, result, show };
}

/** Calls `begin` once the reader pauses typing, or presses Enter. */
function listenToQuery(box: HTMLInputElement, form: HTMLFormElement, begin: () => void): void {
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
}
