/** What somebody whose text cannot be read can do instead: a saved page has all that its text has, and more. */

export const savePage =
  "Open the live page in a browser, save the page as HTML (Ctrl+S, or Cmd+S on a Mac) and import that file";

/** The same for a saved page in which no posts are: a script may have shown them after the page was saved. */
export const saveAgain =
  "Save the page again (Ctrl+S, or Cmd+S on a Mac) when all its posts are on the screen and import that file";
