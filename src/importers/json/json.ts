/** From what an importer of data read to a `Reading`, with warnings; and the problems of data without posts. */
import { savePage } from "../../captures/save-page.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import { fileProblem } from "../../model/problem.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { type Reading, withoutLivePage } from "../contract.ts";
import type { NamedPictures } from "../pictures.ts";
import { findPlaces } from "../places.ts";
import { siteWarnings } from "../saved-page/site.ts";
import { untimedWarning } from "../times/time-posts.ts";
import type { JsonFields } from "./fields.ts";
import type { BrokenJson, Json } from "./find.ts";
import { unreadFieldsMessage } from "./unread-fields.ts";

interface Read {
  readonly file: string;
  readonly page: FoundPage;
  /** In the order of the data, without names of pictures. */
  readonly posts: readonly FoundPost[];
  readonly words: WordLedger;
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
  /** The data that was read. Strings in it that no importer read are counted. */
  readonly data: Json;
  readonly isMachine: (path: string) => boolean;
  /** Words that were kept without an account, such as the name of a service: a field may repeat them. */
  readonly known?: readonly (string | undefined)[];
  /** The parts of the data that are not JSON. */
  readonly broken?: readonly BrokenJson[];
  readonly warnings?: readonly (readonly [message: string, hint: string])[];
}

export function readingOf({
  file,
  page,
  posts,
  words,
  fields,
  pictures,
  data,
  isMachine,
  known = [],
  broken = [],
  warnings = [],
}: Read): Reading {
  const unread = fields.rest(data, isMachine, [page.publisher, ...known]);
  const times = posts.map(({ published }) => published);
  const dated = times.filter((time) => time !== undefined);
  const order = (dated[0]?.epoch ?? 0) < (dated.at(-1)?.epoch ?? 0) ? "oldest-first" : "newest-first";
  const places = findPlaces(times, order);
  const untimed = posts.filter(({ published }) => published === undefined);
  const messages: readonly (readonly [message: string, hint: string])[] = [
    ...warnings,
    ...(pictures.site === undefined ? [] : siteWarnings(pictures.site)),
    ...broken
      .slice(0, 5)
      .map((one) => [brokenJsonMessage(one), "Nothing is to be done if all posts are there"] as const),
    ...(untimed.length === 0 ? [] : [untimedWarning(untimed)]),
    ...(unread.size === 0 ? [] : [[unreadFieldsMessage(unread), "They stay in the capture, in captures/"] as const]),
  ];
  return {
    page,
    posts: posts.map((post, index) => {
      const place = places[index];
      return pictures.named(place === undefined ? post : { ...post, order: place });
    }),
    order,
    account: words.account(),
    words: words.text(),
    pictures: pictures.addresses,
    problems: messages.map(([message, hint]) => fileProblem(file, message, hint, "warning")),
  };
}

/** The reading of data without posts. */
export function noPosts(file: string, expected: string, [broken]: readonly BrokenJson[] = []): Reading {
  const message =
    broken === undefined ? `Cannot find a post in the capture: expected ${expected}` : brokenJsonMessage(broken);
  const hint = `Save the data of a live page, or the page itself. ${savePage}`;
  return withoutLivePage(fileProblem(file, message, hint));
}

/** The message about data that is not JSON. */
export function brokenJsonMessage({ script, character, expected, got, source }: BrokenJson): string {
  const where = `${script === undefined ? "" : `script ${script}, `}character ${character}`;
  const words = source.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return `Cannot read the capture's structured data (${where}): expected ${expected}, got ${got.trim() === "" ? "the end" : `"${got.trim()}"`}; ${words === 1 ? "1 word in it was" : `${words} words in it were`} left out`;
}
