/** What the tests need of a browser, whatever its engine: what the monkey needs, files and pictures. */
import type { Driver } from "../../fuzz/driver";

/** The page that a browser is started for, and how. */
export interface Visited {
  /** Scheme, host and port: a request to another origin is a fault. */
  readonly origin: string;
  /** Whether the visitor saves data, so that the page starts nothing by itself. */
  readonly savesData: boolean;
}

/** `firefox.ts` and `webkit.ts` implement it. The browser itself makes the events of pointer and keyboard. */
export interface Browser extends Driver {
  /** The name and the version, as the browser tells them. */
  readonly name: string;
  /** Gives files to the file field that a selector finds. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** A PNG of the part of the page in sight. */
  screenshot(): Promise<Buffer>;
  /** The path of a file that the page has saved since the last call; null: none yet. */
  takeDownload(): string | null;
}
