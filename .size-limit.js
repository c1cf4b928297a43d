/** What a student waits for: script loaded at once, gzipped. WebAssembly and lazily loaded parts do not count. */
import { eagerPageScripts, eagerWorkerScripts } from "./scripts/bundle-files.mjs";

export default [
  { name: "page script", path: eagerPageScripts(), limit: "135 kB", gzip: true },
  { name: "worker script", path: eagerWorkerScripts(), limit: "220 kB", gzip: true },
];
