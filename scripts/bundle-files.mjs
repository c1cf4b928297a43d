/** The files of the build that load at once: the scripts in index.html, and the worker with its static imports. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DIST = "dist";
const PAGE_SCRIPT = /(?:src|href)="\.\/([^"]+\.js)"/g;
const STATIC_IMPORT = /\b(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g; // does not match import()

/** The scripts in index.html, where the bundler lists their static imports too. */
export function eagerPageScripts() {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  const files = [...html.matchAll(PAGE_SCRIPT)].map(([, path = ""]) => join(DIST, path));
  if (files.length === 0) throw new Error("bundle: index.html names no script");
  return files;
}

/** The worker's script and its static imports; vite.config.ts puts them into a folder of their own. */
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
