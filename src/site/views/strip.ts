/** The density strip: the whole event as a row of bars. */

export interface StripView {
  readonly bars: readonly StripBar[];
  /** Ten for each bar that has room, so that no unit is wide: browsers find what is below the pointer in whole units. */
  readonly width: number;
  /** Its first moment and its last, in minutes since 1970; the script reads them. */
  readonly from: number;
  readonly to: number;
  readonly days: readonly StripDay[];
  readonly ticks: readonly StripTick[];
}

/** A tick of the ruler below the bars; `text` is its time. */
export interface StripTick {
  /** Percent of the strip's width, from the left. */
  readonly x: number;
  readonly text?: string;
}

/** A bar with the space after it is 10 wide, from the left. */
export interface StripBar {
  readonly x: number;
  /** Percent of the strip's height. */
  readonly height: number;
  /** What the pointer may hit to follow it; as high as the strip. */
  readonly area: { readonly x: number; readonly width: number };
  /** The id of its first post. */
  readonly id: string;
  readonly title: string;
}

/** The label of a day, at its midnight or at the beginning of the strip. */
export interface StripDay {
  /** As in `StripTick`. */
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly text: string;
}
