/** The title of an archive -> the README of its folder, for those who work in it. */

export const printReadme = (title: string): string => `# ${title.replace(/[\\`*_{}[\]<>#|]/g, "\\$&")}

An archive of live pages, made with afterlive. All of it is text in \`content/\`, which you can edit.

\`\`\`sh
npm install                            # once; keep package-lock.json with the archive
npx afterlive import saved-page.html   # writes content/<live page>/
npx afterlive new page                 # or begin a live page by hand
npx afterlive new post
npx afterlive media add photo.jpg content/<live page>/<post>.md
npm start                              # shows the site, and rebuilds it when you save a post
npm run check                          # lists each problem, and what to write instead
npm run build                          # writes _site, which any file server can host
\`\`\`

Before you put it online, write its address into \`content/archive.md\`: \`url: https://example.org/live/\`. With a push to the
branch \`main\`, \`.github/workflows/pages.yml\` publishes it to GitHub Pages, if the settings of the repository allow that.

In VS Code, run the task "afterlive: serve": mistakes are listed under "Problems". In a post, type \`figure\`, \`quotation\` or
\`:::video\`, in a new file \`post\`, and press Ctrl+Space.

A live page belongs to its publisher: to host other people's words and pictures you need their permission.
\`npx afterlive help\` lists all commands.
`;
