/** Turns a card into SVG: a title, hairlines, and the event as bars in the colour of time. Its texts are outlines. */
import { cardSize } from "../pictures/recipes.ts";
import type { Card, CardStrip } from "./card.ts";
import type { CardFaces } from "./faces.ts";
import { settable } from "./letters.ts";
import { type FontSizes, type SetText, setText, type TextStyle } from "./set-text.ts";

/** Raise it when the drawing changes: it is part of the cache key. */
export const drawingVersion = 1;

/** The light colours of src/style/. */
const colours = { paper: "#fbfbfc", ink: "#1a1f29", quiet: "#566070", rule: "#d9dde4", time: "#51389b" } as const;

const margin = 72;
const measure = cardSize.width - 2 * margin;
/** Pixels from the top: the baseline of the head, the rule below it, the line on which the bars stand. */
const [head, ruleBelow, floor] = [80, 106, 560] as const;

/** Sizes of a title, at most four lines between the rule and the strip. Arabic letters reach further up and down. */
const titleSizes: Readonly<Record<"ltr" | "rtl", FontSizes>> = {
  ltr: [
    { size: 86, lines: 2 },
    { size: 74, lines: 3 },
    { size: 62, lines: 4 },
    { size: 54, lines: 4 },
    { size: 46, lines: 4 },
  ],
  rtl: [
    { size: 74, lines: 2 },
    { size: 62, lines: 3 },
    { size: 52, lines: 4 },
    { size: 44, lines: 4 },
  ],
};
const leading = { ltr: 1.14, rtl: 1.34 } as const;
/** From the top of a line to its baseline, in ems. */
const rise = { ltr: 0.74, rtl: 0.94 } as const;
const headSizes: FontSizes = [{ size: 27, lines: 1 }];
const leadSizes: FontSizes = [{ size: 30, lines: 2 }];
const markSizes: FontSizes = [{ size: 21, lines: 1 }];

export function drawCard(card: Card, faces: CardFaces): string {
  const { language, direction } = card;
  const large: TextStyle = { faces: faces.title, direction, language };
  // Names and words of the interface may have another direction than the page.
  const small: TextStyle = { faces: faces.small, direction: "auto", language };
  const set: SetSmall = (text, sizes, room = measure) => setText(text, small, room, sizes);
  const title = setText(card.title, large, measure, titleSizes[direction]);
  // Where the fonts lack a letter of the title, the card has no words at all.
  const worded = settable(card.title, faces.title) !== undefined;
  const strip =
    card.strip && drawStrip(card.strip, worded ? 96 : 380, worded ? (text) => set(text, markSizes) : () => undefined);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    ...(worded ? [...headOf(card, set), ...titleOf(card, title, set)] : []),
    strip ?? (worded ? rule(floor, colours.time, 3) : emblem),
    "</svg>",
  ].join("");
}

type SetSmall = (text: string, sizes: FontSizes, room?: number) => SetText | undefined;

/** The head: the publisher where lines begin, the days and the numbers where lines end. */
function headOf({ over, time, facts, direction }: Card, set: SetSmall): readonly string[] {
  const days = set(time, headSizes);
  const extent = set(facts, headSizes);
  const wide = (text: SetText | undefined): number => (text === undefined ? 0 : widthOf(text) + gap);
  const room = measure - wide(days) - wide(extent);
  const name = room < 200 ? undefined : set(over, headSizes, room);
  // Without a name the days and the extent begin the line.
  const start = name === undefined ? 0 : room + gap;
  const at = { y: head, direction };
  return [
    ...(name === undefined ? [] : [place(name, { ...at, colour: colours.ink })]),
    ...(days === undefined ? [] : [place(days, { ...at, indent: start, colour: colours.time })]),
    ...(extent === undefined ? [] : [place(extent, { ...at, indent: start + wide(days), colour: colours.quiet })]),
    rule(ruleBelow, colours.rule, 1),
  ];
}

const gap = 32;

/** The emblem of public/favicon.svg, for a card without words and bars. */
const emblem = `<g fill="${colours.time}"><rect x="480" y="135" width="8" height="360"/><rect x="480" y="185" width="240" height="30"/><rect x="480" y="300" width="160" height="30"/><rect x="480" y="415" width="210" height="30"/></g>`;

function titleOf({ lead, direction, strip }: Card, title: SetText | undefined, set: SetSmall): readonly string[] {
  const { size = 0, lines = [] } = title ?? {};
  const tall = leading[direction];
  const first = ruleBelow + 44 + size * rise[direction];
  const below = first + Math.max(0, lines.length - 1) * size * tall + 70;
  const sentence = below < (strip === undefined ? 470 : 380) ? set(lead, leadSizes) : undefined;
  return [
    ...(title === undefined ? [] : [place(title, { y: first, tall, colour: colours.ink, direction })]),
    ...(sentence === undefined ? [] : [place(sentence, { y: below, tall: 1.4, colour: colours.quiet, direction })]),
  ];
}

/** Bars on a ruler. `height`: of the tallest bar, in pixels. */
function drawStrip(strip: CardStrip, height: number, small: (text: string) => SetText | undefined): string {
  const top = floor - height;
  const across = (percent: number): number => margin + (measure * percent) / 100;
  const bars = strip.bars.map(([x, share]) => {
    const tall = (height * share) / 100;
    return `<rect x="${px(across(x))}" y="${px(floor - tall)}" width="${px((measure * strip.barWidth) / 100)}" height="${px(tall)}"/>`;
  });
  const days = strip.days.map(({ x, text = "", anchor }) => {
    const set = small(text);
    const at = across(x);
    const words = set && put(set, anchor === "end" ? at - 8 - widthOf(set) : at + 8, top - 12, colours.quiet);
    return `${mark(at, top - 28, floor)}${words ?? ""}`;
  });
  const ticks = strip.ticks.map(({ x, text }) => {
    const set = text === undefined ? undefined : small(text);
    const at = across(x);
    const words = set && put(set, at - widthOf(set) / 2, floor + 34, colours.quiet);
    return `${mark(at, floor, floor + (text === undefined ? 5 : 9))}${words ?? ""}`;
  });
  return `${days.join("")}<g fill="${colours.time}">${bars.join("")}</g>${rule(floor, colours.quiet, 1)}${ticks.join("")}`;
}

const mark = (x: number, from: number, to: number): string =>
  `<rect x="${px(x)}" y="${px(from)}" width="1" height="${px(to - from)}" fill="${colours.quiet}"/>`;

const rule = (y: number, colour: string, height: number): string =>
  `<rect x="${margin}" y="${y}" width="${measure}" height="${height}" fill="${colour}"/>`;

const widthOf = ({ size, lines }: SetText): number => size * Math.max(...lines.map(({ width }) => width));

interface Placed {
  /** The first baseline. */
  readonly y: number;
  /** Line height in ems. */
  readonly tall?: number;
  readonly colour: string;
  readonly direction: "ltr" | "rtl";
  /** Pixels from the edge where lines begin. */
  readonly indent?: number;
}

const place = (text: SetText, { y, tall = 1, colour, direction, indent = 0 }: Placed): string =>
  text.lines
    .map((line, index) => {
      const x = direction === "ltr" ? margin + indent : margin + measure - indent - line.width * text.size;
      return put({ ...text, lines: [line] }, x, y + index * text.size * tall, colour);
    })
    .join("");

/** One line, from its left end. */
const put = ({ size, lines }: SetText, x: number, y: number, colour: string): string =>
  `<g transform="translate(${px(x)} ${px(y)}) scale(${size})" fill="${colour}">${lines[0]?.svg ?? ""}</g>`;

const px = (value: number): number => Math.round(value * 100) / 100;
