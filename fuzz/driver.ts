/** What the monkey needs of a browser. `chromium.ts` implements it; another engine needs these few calls only. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Driver {
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
  /**
   * Types through the engine's own input method: each text replaces the one before, and the last one is taken. Without
   * it the monkey makes the events in the page.
   */
  compose?(texts: readonly string[]): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  reload(): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /** Opens a further tab and works in it: a copy of the present one, or an address. */
  openTab(address: string | null): Promise<void>;
  /** Closes the tab that was opened last, and works in the one before. */
  closeTab(): Promise<void>;
  /** Errors, breaches of the content security policy and foreign requests since the last call. */
  takeFaults(): string[];
  /** The bytes of the page's heap after a collection, if the engine tells them. */
  heapBytes?(): Promise<number>;
  close(): Promise<void>;
}

/** A browser that is running, and opens a fresh profile for each episode. */
export interface Engine {
  readonly name: string;
  openProfile(address: string): Promise<Driver>;
  close(): Promise<void>;
}
