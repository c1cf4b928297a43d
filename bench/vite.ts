/** How the benchmark's page is built: as the app is, into a folder of its own. */
import { resolve } from "node:path";
import type { InlineConfig } from "vite";

export const BENCH_PAGE: InlineConfig = {
  configFile: false,
  root: resolve("bench"),
  base: "./",
  publicDir: false,
  logLevel: "warn",
  build: {
    target: "es2023",
    outDir: resolve(".cache/bench"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000, // kB; nobody waits for it
    rolldownOptions: { checks: { pluginTimings: false } },
  },
};
