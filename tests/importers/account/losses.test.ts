/** The kinds of what an import may drop: a pattern that is made of several matches what each of them matches. */
import { expect, test } from "vitest";
import { embedSentences, phraseRule } from "../../../src/importers/account/losses.ts";

const cookies = (policy: string): string =>
  `This article contains content provided by Google YouTube. We ask for your permission before anything is loaded, as they may be using cookies and other technologies. You may want to read ${policy} cookie policy, external and privacy policy, external before accepting. To view this content choose ‘accept and continue’.`;

test.each([
  "This Twitter post cannot be displayed in your browser. Please enable Javascript or try a different browser.",
  "This Twitter post cannot be displayed in your browser. Please enable Javascript or try a different browser. View original content on Twitter",
  "View original content on Twitter",
  "Allow Twitter content?",
  cookies("Google’s"),
  cookies("Google YouTube"),
  cookies("the Google YouTube’s"),
  "Skip twitter post 2 by",
  "End of twitter post",
  "View more on twitter",
  "Facebook content may contain ads.",
  "The BBC is not responsible for the content of external sites. Facebook content may contain ads.",
  "Warning: Third party content may contain adverts",
  "Accept and continue",
  "Report this social embed, make a complaint",
])("the fixed words around an embed, %j, are known alone and among the others", (sentence) => {
  expect(embedSentences.filter((pattern) => pattern.test(sentence))).toHaveLength(1);
  expect(phraseRule("embed text").pattern.test(sentence)).toBe(true);
  expect(phraseRule("repeated embed text").pattern.test(sentence)).toBe(true);
});
