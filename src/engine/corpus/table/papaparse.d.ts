/** The part of Papa Parse that the reader uses. Its own types bring the whole of Node's into every project. */
interface Step {
  readonly data: readonly string[];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number }; // the position after the row
}

interface Config {
  readonly delimiter: string;
  readonly newline: "\n" | "\r";
  readonly fastMode: boolean; // splits at delimiters and line ends alone, so quotes are ordinary characters
  readonly step: (row: Step, parser: { abort(): void }) => void;
}

declare const Papa: { parse(text: string, config: Config): void };
// oxlint-disable-next-line import/no-default-export -- as the package has it
export { Papa as default };
