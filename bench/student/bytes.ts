/** Measures the bytes that the built page ships. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { eagerPageScripts, eagerWorkerScripts } from "../../scripts/bundle-files.mjs";

/** Gzipped, as a server sends them. */
export interface Bytes {
  readonly page: number; //   script that the page loads at once
  readonly worker: number; // script that the worker loads at once
  /** Scripts that the worker loads for a backend, by name; one of them holds our WebAssembly kernels as text. */
  readonly later: Readonly<Record<string, number>>;
  readonly wasm: Readonly<Record<string, number>>; // WebAssembly modules by name; a browser loads only those it can run
}

/** Sizes of the build in dist/. */
export function measureBytes(): Bytes {
  const modules = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".wasm"),
  );
  const atOnce = eagerWorkerScripts();
  const scripts = readdirSync(join("dist", "worker")).map((file) => join("dist", "worker", file));
  const later = scripts.filter((file) => file.endsWith(".js") && !atOnce.includes(file));
  return {
    page: total(eagerPageScripts()),
    worker: total(atOnce),
    later: Object.fromEntries(later.map((file) => [basename(file), gzipped(file)])),
    wasm: Object.fromEntries(modules.map((file) => [basename(file), gzipped(join("dist", file))])),
  };
}

const total = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipped(file), 0);

const gzipped = (file: string): number => gzipSync(readFileSync(file)).length;
