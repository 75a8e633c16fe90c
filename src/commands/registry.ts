/** The commands in the order in which a person meets them. A command's module is loaded when the command is run or explained. */
import type { ListedCommand } from "./command.ts";

export const commands: readonly ListedCommand[] = [
  {
    name: "init",
    summary: "begin an archive in a folder",
    load: async () => (await import("./authoring/init.ts")).initCommand,
  },
  {
    name: "import",
    summary: "turn captures of a live page into Markdown posts in content/",
    load: async () => (await import("./import.ts")).importCommand,
  },
  {
    name: "new page",
    summary: "begin a live page by hand",
    load: async () => (await import("./authoring/new-page.ts")).newPageCommand,
  },
  {
    name: "new post",
    summary: "begin a post by hand, with its id and its time filled in",
    load: async () => (await import("./authoring/new-post.ts")).newPostCommand,
  },
  {
    name: "media add",
    summary: "put a picture into media/ and its figure into a post",
    load: async () => (await import("./authoring/media-add.ts")).mediaAddCommand,
  },
  {
    name: "check",
    summary: "list every problem in content/, with its place and what to write instead",
    load: async () => (await import("./check.ts")).checkCommand,
  },
  {
    name: "build",
    summary: "render content/ into a folder of plain HTML",
    load: async () => (await import("./build.ts")).buildCommand,
  },
  {
    name: "merge",
    summary: "join the parts of a site that several machines have built",
    load: async () => (await import("./merge.ts")).mergeCommand,
  },
  {
    name: "serve",
    summary: "serve the site on this machine and rebuild it on each save",
    load: async () => (await import("./serve.ts")).serveCommand,
  },
  {
    name: "deploy",
    summary: "build the site and publish it to a host, whole or not at all",
    load: async () => (await import("./deploy.ts")).deployCommand,
  },
  {
    name: "published",
    summary: "record the addresses of the built site, where you publish it by other means",
    load: async () => (await import("./published.ts")).publishedCommand,
  },
  {
    name: "upgrade",
    summary: "move the archive to the next format, where there is one",
    load: async () => (await import("./authoring/upgrade.ts")).upgradeCommand,
  },
  {
    name: "completion",
    summary: "print a script that completes commands in bash, zsh or fish",
    load: async () => (await import("./completion/completion.ts")).completionFor(commands),
  },
];
