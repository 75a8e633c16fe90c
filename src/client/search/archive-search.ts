/** The search on the front page: reads live page after live page, the newest first, and lists the posts that match. */
import { make, makeButton } from "../make.ts";
import { foundMessage, message } from "../messages.ts";
import { setQueryParameter } from "../query-parameters.ts";
import { type ArchiveReader, type LoadedPage, openArchiveReader } from "./archive-reader.ts";
import { failedResult, pageResults, suggestions } from "./archive-results.ts";
import { type FindBox, findBox } from "./find-box.ts";
import { matchesAll, parseQuery, type Term } from "./query.ts";
import { listenToArrows } from "./result-keys.ts";

/** After this many more posts were found, the search stops and asks whether to go on. */
const enough = 60;
const typingMs = 250;

interface Panel extends FindBox {
  /** A live region, which is read aloud: it changes only where a search first finds something, stops or ends. */
  readonly result: HTMLOutputElement;
  readonly progress: HTMLElement;
  readonly stop: HTMLButtonElement;
  readonly goOn: HTMLButtonElement;
  readonly line: HTMLElement;
  readonly results: HTMLElement;
}

/** One query, and how far it was searched. */
interface Run {
  readonly query: string;
  readonly terms: readonly Term[];
  /** Live pages. */
  searched: number;
  /** Posts. */
  found: number;
}

interface ArchiveSearch {
  /** The live pages, which stand on the page before a search. */
  readonly list: HTMLElement;
  readonly reader: ArchiveReader;
  readonly panel: Panel;
  run: Run;
  /** The loop that reads now. A loop ends where it finds another one here. */
  pass: object | undefined;
}

export function offerArchiveSearch(): void {
  const list = document.querySelector<HTMLElement>(".front ol#live_pages");
  if (list === null) return;
  const clear = (): void => ask(search, "");
  const stop = makeButton(message("stop"), () => pause(search));
  const goOn = makeButton(message("goOn"), () => void readOn(search));
  const panel = openPanel(list, findBox("searchArchive", clear), stop, goOn);
  const search: ArchiveSearch = { list, reader: openArchiveReader(), panel, run: startRun(""), pass: undefined };
  let wait = 0;
  panel.box.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(begin, typingMs, search);
  });
  panel.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    begin(search);
  });
  listenToArrows(panel.box, panel.results, clear);
  begin(search);
}

function openPanel(list: HTMLElement, find: FindBox, stop: HTMLButtonElement, goOn: HTMLButtonElement): Panel {
  const result = make("output", { className: "result" });
  const progress = make("span", { className: "progress" });
  const line = make("p", { className: "results" }, result, " ", progress, " ", stop);
  const results = make("div", { className: "finds" });
  list.before(find.form, line, results, make("p", { className: "results" }, goOn));
  return { ...find, result, progress, stop, goOn, line, results };
}

const startRun = (query: string): Run => ({ query, terms: parseQuery(query), searched: 0, found: 0 });

/** Searches for other words, which the reader did not type. */
function ask(search: ArchiveSearch, query: string): void {
  search.panel.box.value = query;
  begin(search);
  search.panel.box.focus();
}

/** Searches from the newest live page on for the words in the box; without words the list of live pages returns. */
function begin(search: ArchiveSearch): void {
  const { box, clearing, line, results, progress, result } = search.panel;
  search.run = startRun(box.value.trim());
  search.pass = undefined;
  setQueryParameter("q", search.run.query);
  const isOn = search.run.terms.length > 0;
  clearing.hidden = box.value === "";
  line.hidden = !isOn;
  for (const one of [search.list, ...document.querySelectorAll<HTMLElement>(".front .further")]) one.hidden = isOn;
  results.replaceChildren();
  progress.textContent = "";
  result.value = "";
  if (isOn) void readOn(search);
  else showState(search, undefined);
}

/** Reads live pages until enough more is found, all are read, or another pass begins. */
async function readOn(search: ArchiveSearch): Promise<void> {
  const pass = {};
  search.pass = pass;
  const { run, reader } = search;
  const limit = run.found + enough;
  showState(search, undefined);
  const folders = await reader.folders();
  if (search.pass !== pass) return;
  while (folders !== undefined && run.searched < folders.length && run.found < limit) {
    const page = await reader.page(folders, run.searched);
    if (search.pass !== pass) return;
    run.searched++;
    showPage(search, page);
    showState(search, folders.length);
  }
  search.pass = undefined;
  if (folders === undefined) search.panel.results.append(failedResult("", search.list));
  showState(search, folders?.length);
  conclude(search, run.searched === folders?.length);
}

function pause(search: ArchiveSearch): void {
  search.pass = undefined;
  showState(search, undefined);
  conclude(search, false);
}

/** Lists the posts of a live page that match. */
function showPage({ run, panel, list }: ArchiveSearch, { folder, index }: LoadedPage): void {
  const posts = index?.posts.filter((post) => matchesAll(post.folded(), run.terms)) ?? [];
  if (index === undefined) panel.results.append(failedResult(folder, list));
  if (index === undefined || posts.length === 0) return;
  const query = `?${new URLSearchParams({ q: run.query })}`;
  panel.results.append(pageResults({ index, folder, query, terms: run.terms, withYear: true }, posts));
  if (run.found === 0) panel.result.value = foundMessage(posts.length);
  run.found += posts.length;
}

/** `total`: how many live pages there are; undefined leaves the progress as it is. */
function showState({ panel, run, pass }: ArchiveSearch, total: number | undefined): void {
  const { progress, stop, goOn, box } = panel;
  if (total !== undefined) progress.textContent = message("searched", { count: run.searched, total });
  const focused = document.activeElement;
  stop.hidden = pass === undefined;
  goOn.hidden = run.terms.length === 0 || pass !== undefined || run.searched === total;
  // A button that is hidden hands the focus on.
  if (focused === stop || focused === goOn)
    [stop, goOn, box].find((next) => !next.hidden)?.focus({ preventScroll: true });
}

/** Says what was found; where the whole archive has nothing, suggests other words. */
function conclude(search: ArchiveSearch, isWhole: boolean): void {
  const { run, panel, reader } = search;
  if (run.found > 0) panel.result.value = foundMessage(run.found);
  if (run.found > 0 || !isWhole) return;
  panel.result.value = message("nothingFound");
  void reader.known().then((indexes) => {
    if (search.run !== run) return;
    const other = suggestions(run.terms, indexes, (query) => ask(search, query));
    if (other !== undefined) panel.results.append(other);
  });
}
