/** The density strip as it is drawn. */

/** The whole event as a row of bars; all numbers are percentages of its width or height. */
export interface StripView {
  readonly bars: readonly StripBar[];
  readonly barWidth: number;
  readonly days: readonly StripDay[];
  readonly ticks: readonly StripTick[];
}

/** A mark of the ruler below the bars; `text` is its time. */
export interface StripTick {
  readonly x: number;
  readonly text?: string;
}

export interface StripBar {
  readonly x: number;
  readonly height: number;
  /** The first post in it. */
  readonly id: string;
  readonly title: string;
}

/** A midnight, or the beginning of the strip. */
export interface StripDay {
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly text: string;
}
