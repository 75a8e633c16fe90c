/** A time as pages show it. */
export interface TimeView {
  readonly iso: string;
  /** `04:28` */
  readonly clock: string;
  /** `BST` */
  readonly zone: string;
  /** `17 May 2024` */
  readonly date: string;
  /** `Friday 17 May 2024` */
  readonly longDate: string;
}
