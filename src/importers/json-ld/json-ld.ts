/** From schema.org LiveBlogPosting, in a file or in a page, to a live page. Values that pages often get wrong are not trusted. */

import { savePage } from "../../captures/save-page.ts";
import { webAddress } from "../../markdown/address.ts";
import type { Instant } from "../../model/instant.ts";
import type { FoundPage } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import { makeWordLedger } from "../account/word-ledger.ts";
import { type Importer, type Reading, type ReadOptions, withoutLivePage } from "../contract.ts";
import { isMarkup } from "../html/html.ts";
import { type JsonFields, makeJsonFields } from "../json/fields.ts";
import { type BrokenJson, findJson, isObject, type JsonObject } from "../json/find.ts";
import { brokenJsonMessage } from "../json/json.ts";
import { makeNamedPictures } from "../pictures.ts";
import { makeOriginSite } from "../saved-page/site.ts";
import { momentOf } from "../times/json-moment.ts";
import { findBlog } from "./blog.ts";
import { bodyHabitsOf, postOf } from "./posts.ts";
import { type Graph, isPerson, makeGraph, namesIn } from "./shape.ts";
import { machineField } from "./values.ts";
import { jsonLdWarnings } from "./warnings.ts";

export const jsonLd: Importer = {
  name: "json-ld",
  title: "Structured data of a live page (schema.org LiveBlogPosting)",
  evidence: "words",
  recognises,
  read,
};

function recognises(text: string): number {
  if (!/^[\s\ufeff]*[<{[]/.test(text.slice(0, 10_000))) return 0;
  // The markup of a page that afterlive built has all its data, and its data calls the first words of a post a headline.
  if (/<meta name="?generator"? content="?afterlive\b/.test(text)) return 0;
  if (!text.includes("LiveBlogPosting") || !text.includes("liveBlogUpdate")) return 0;
  return isMarkup(text) ? 0.6 : 0.9;
}

function read(text: string, options: ReadOptions): Reading {
  const words = makeWordLedger();
  const { values, broken } = findJson(text);
  const { blog, updates, others } = findBlog(values, makeGraph(values));
  // A new graph, so that it knows only the objects to which posts refer.
  const graph = makeGraph(values);
  if (blog === undefined || updates.length === 0)
    return withoutLivePage(noUpdates(options.file, blog !== undefined, broken));
  const about = isObject(blog.mainEntityOfPage) ? blog.mainEntityOfPage : undefined;
  const site = makeOriginSite(
    blog.url,
    about?.["@id"],
    about?.url,
    blog.mainEntityOfPage,
    blog["@id"],
    options.address,
  );
  const fields = makeJsonFields(words, site);
  const pictures = makeNamedPictures(site);
  const page = readPage(blog, fields, graph);
  const habits = bodyHabitsOf(blog, updates, graph);
  const context = { fields, pictures, graph, words };
  const posts = updates.map((update, index) => postOf(update, index, context, habits, options.zone));
  fields.pass(blog, "liveBlogUpdate");
  const known = [page.publisher, ...posts.map(({ headline }) => headline), ...page.editors];
  const unread = new Map([
    ...fields.rest(blog, machineField, known),
    ...fields.rest({ liveBlogUpdate: updates }, machineField),
    ...fields.rest({ referred: [...graph.referred].filter((one) => one !== blog) }, machineField),
  ]);
  const start = typeof blog.coverageStartTime === "string" ? momentOf(blog.coverageStartTime, options.zone) : undefined;
  return {
    page,
    posts: posts.map(pictures.named),
    pictures: pictures.addresses,
    order: orderOf(posts.map(({ published }) => published)),
    account: words.account(),
    words: words.text(),
    ...(start && { began: start }),
    problems: jsonLdWarnings({
      file: options.file,
      blog,
      others,
      updates,
      posts,
      habits,
      unread,
      broken,
      isPage: /^\s*</.test(text),
      site,
      ...(start && { start }),
    }),
  };
}

function readPage(blog: JsonObject, fields: JsonFields, graph: Graph): FoundPage {
  const title = fields.line(blog, "headline", { page: "title" }) ?? fields.line(blog, "name", { page: "title" });
  if (blog.name === blog.headline) fields.lose(blog, "name", "repeated title", { page: "title" });
  const standfirst = fields.line(blog, "description", { page: "panel" });
  const people = graph.objects(blog.author).filter(isPerson);
  const own = typeof blog.author === "string" ? [[blog, "author"] as const] : [];
  const editors = [...own, ...people.map((person) => [person, "name"] as const)].flatMap(
    ([holder, key]) => fields.line(holder, key, { page: "editors" }) ?? [],
  );
  const publishing = blog.publisher ?? blog.sourceOrganization;
  const [publisher] = namesIn(publishing, graph);
  for (const one of graph.objects(publishing)) if (one.name === publisher) fields.lose(one, "name", "machine data");
  const source = typeof blog.url === "string" ? webAddress(blog.url) : undefined;
  const language =
    typeof blog.inLanguage === "string" ? /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.exec(blog.inLanguage)?.[0] : undefined;
  return {
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source }),
    ...(typeof publisher === "string" &&
      publisher.trim() !== "" && { publisher: publisher.replace(/\s+/g, " ").trim() }),
    ...(language !== undefined && { language }),
    editors,
    panel: standfirst === undefined ? [] : [standfirst],
  };
}

/** Newest first, as most pages are, unless the times show another order. */
function orderOf(times: readonly (Instant | undefined)[]): Reading["order"] {
  const dated = times.filter((time) => time !== undefined);
  const [first, last] = [dated[0], dated.at(-1)];
  return first !== undefined && last !== undefined && first.epoch < last.epoch ? "oldest-first" : "newest-first";
}

const noUpdates = (file: string, found: boolean, broken: readonly BrokenJson[]): Problem =>
  fileProblem(
    file,
    found
      ? 'Cannot find a post in the structured data: expected "liveBlogUpdate" with at least one post, got none'
      : broken[0] !== undefined
        ? brokenJsonMessage(broken[0])
        : "Cannot find a live page in the capture: expected structured data of the type LiveBlogPosting",
    savePage,
  );
