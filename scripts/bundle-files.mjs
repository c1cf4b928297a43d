/** Which files of the build are loaded at once: Vite's manifest for the page, static imports for the worker. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DIST = "dist";
const STATIC_IMPORT = /\b(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g; // import() has a bracket and is left out

/** The script of index.html and all that it imports statically. */
export function eagerPageScripts() {
  /** @type {Record<string, { file: string, imports?: string[] }>} */
  const manifest = JSON.parse(readFileSync(join(DIST, ".vite", "manifest.json"), "utf8"));
  /** @type {Set<string>} */
  const files = new Set();
  /** @param {string} key */
  const visit = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`bundle: the manifest lacks ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  visit("index.html");
  return [...files].map((file) => join(DIST, file));
}

/** The worker's script and all that it imports statically; vite.config.ts puts them into a folder of their own. */
export function eagerWorkerScripts() {
  const folder = join(DIST, "worker");
  /** @type {Set<string>} */
  const files = new Set();
  /** @param {string} name */
  const visit = (name) => {
    if (files.has(name)) return;
    files.add(name);
    const code = readFileSync(join(folder, name), "utf8");
    for (const [, path = ""] of code.matchAll(STATIC_IMPORT)) visit(path.replace("./", ""));
  };
  readdirSync(folder)
    .filter((name) => name.startsWith("trainer.worker-") && name.endsWith(".js"))
    .forEach(visit);
  if (files.size === 0) throw new Error("bundle: dist/worker has no worker script");
  return [...files].map((file) => join(folder, file));
}
