/** What every figure says of itself, and how it writes numbers. */

/** The parts of a figure's name. */
export interface About {
  readonly language: string;
  readonly title: string;
  readonly description: string;
}

/** Numbers in the language of the figure. */
export interface Numbers {
  readonly number: (value: number, decimals?: number) => string;
  readonly fixed: (value: number, decimals: number) => string;
  readonly percent: (share: number, decimals?: number) => string;
}
