/** Builds the benchmark's page like the app, into another folder. */
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { ISOLATION } from "../src/serviceWorker/isolation.ts";
import { fusedKernels } from "../scripts/kernels.mjs";

export default defineConfig({
  root: resolve("bench"),
  base: "./",
  publicDir: false,
  logLevel: "warn",
  plugins: [fusedKernels()],
  worker: { format: "es", plugins: () => [fusedKernels()] },
  preview: { headers: ISOLATION },
  build: {
    target: "es2023",
    outDir: resolve(".cache/bench"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000, // kB; students never load this page
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
