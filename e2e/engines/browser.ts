/** What the tests need of a browser, whatever its engine. `firefox.ts` and `webkit.ts` implement it. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The tab in front, with a pointer and a keyboard whose events the browser itself makes. */
export interface Browser {
  /** The name and the version, as the browser tells them. */
  readonly name: string;
  /** Opens an address in the present tab. */
  open(address: string): Promise<void>;
  /** The value of an expression in the page; of a promise, its result. JSON values only. */
  evaluate<T>(expression: string): Promise<T>;
  click(at: Point): Promise<void>;
  /** Presses the button at one point, moves, and lets it go at another. */
  drag(from: Point, to: Point): Promise<void>;
  /** Presses a key by its name in `KeyboardEvent.key`, with modifiers as in "Shift+Tab". */
  press(key: string): Promise<void>;
  /** Types into the focused element. */
  type(text: string): Promise<void>;
  /** Gives files to the file field that a selector finds. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  reload(): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /** Opens a further tab and works in it: a copy of the present one, or an address. */
  openTab(address: string | null): Promise<void>;
  /** Closes the tab that was opened last, and works in the one before. */
  closeTab(): Promise<void>;
  /** A PNG of the part of the page in sight. */
  screenshot(): Promise<Buffer>;
  /** The path of a file that the page has saved since the last call; null: none yet. */
  takeDownload(): string | null;
  /** Errors, breaches of the content security policy and foreign requests since the last call. */
  takeFaults(): string[];
  close(): Promise<void>;
}
