/** What a measurement gives, and what can be measured. */

export interface Sample {
  readonly milliseconds: number;
  /** Peak resident memory of the process, in bytes. */
  readonly peak: number;
}

export interface Row {
  readonly name: string;
  /** One measurement. */
  measure(): Sample;
}
