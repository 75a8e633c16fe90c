/** Texts on which a regular expression may be slow: repetitions of what its parts match, and an end that it does not. */
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

/** What a class may match, tried one after the other. */
const letters = [..."\"a0 A-._/'<>=:,;&#(){}[]|~^*+!?\\`@%$£é\t\n\r“”’…–\u200d\ufe0f\ufffcжالب漢"];

/** Pieces that a text may repeat; none for a pattern without a repetition that has no end. */
export function piecesFor(source: string, flags: string): readonly string[] {
  const parser = new RegExpParser();
  const mode = { unicode: flags.includes("u"), unicodeSets: flags.includes("v") };
  const pattern = parser.parsePattern(source, 0, source.length, mode);
  const pieces = new Set<string>();
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max < 100) return;
      const inner = textsOf(quantifier.element, flags);
      const before = textBefore(quantifier, flags);
      for (const text of inner) {
        pieces.add(text);
        pieces.add(before + text);
        pieces.add(text + before);
      }
      pieces.add(before + inner.slice(0, 2).join(""));
      for (const whole of pattern.alternatives.slice(0, 12)) pieces.add(textsOf(whole, flags)[0] ?? "");
    },
  });
  pieces.delete("");
  return [...pieces];
}

/** A text for what stands before a part, up to the beginning of the pattern. */
function textBefore(part: AST.QuantifiableElement | AST.Element, flags: string): string {
  let text = "";
  for (let node: AST.Node | null = part; node !== null; node = node.parent) {
    const parent: AST.Node | null = node.parent;
    if (parent?.type !== "Alternative") continue;
    const here = node as AST.Element;
    text = parent.elements
      .slice(0, parent.elements.indexOf(here))
      .map((element) => textsOf(element, flags)[0] ?? "")
      .join("")
      .concat(text);
  }
  return text;
}

/** A few short texts that a part matches, if nothing stands around it. */
function textsOf(node: AST.Node, flags: string): readonly string[] {
  switch (node.type) {
    case "Character":
      return [String.fromCodePoint(node.value)];
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass": {
      const own = new RegExp(`^${node.raw}$`, flags.replace(/[gy]/g, ""));
      const fitting = letters.filter((letter) => own.test(letter));
      return fitting.length > 3 ? [fitting[0]!, fitting[1]!, fitting.at(-1)!] : fitting;
    }
    case "Alternative":
      return [0, 1].map((which) =>
        node.elements
          .map((element) => {
            const texts = textsOf(element, flags);
            return texts[Math.min(which, texts.length - 1)] ?? "";
          })
          .join(""),
      );
    case "Group":
    case "CapturingGroup":
      return node.alternatives.slice(0, 6).flatMap((alternative) => textsOf(alternative, flags).slice(0, 2));
    case "Quantifier": {
      const times = Math.max(node.min, node.max === 0 ? 0 : 1);
      return textsOf(node.element, flags).map((text) => text.repeat(times));
    }
    default:
      return [""];
  }
}
