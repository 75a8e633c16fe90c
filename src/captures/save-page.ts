/** Hints for the person: what to do with a text that cannot be read. A saved page holds all of the text, and more. */

export const savePage =
  "Open the live page in a browser, save the page as HTML (Ctrl+S, or Cmd+S on a Mac) and import that file";

/** What to do with a saved page without posts: a script may have shown them after it was saved. */
export const saveAgain =
  "Save the page again (Ctrl+S, or Cmd+S on a Mac) when all its posts are on the screen and import that file";
