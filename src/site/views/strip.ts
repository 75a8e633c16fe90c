/** The density strip: the whole event as a row of bars. All numbers are percentages of its width or height, from the left. */

export interface StripView {
  readonly bars: readonly StripBar[];
  readonly barWidth: number;
  readonly days: readonly StripDay[];
  readonly ticks: readonly StripTick[];
}

/** A tick of the ruler below the bars; `text` is its time. */
export interface StripTick {
  readonly x: number;
  readonly text?: string;
}

export interface StripBar {
  readonly x: number;
  readonly height: number;
  /** The id of its first post. */
  readonly id: string;
  readonly title: string;
}

/** The label of a day, at its midnight or at the beginning of the strip. */
export interface StripDay {
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly text: string;
}
