/** How the gallery is built for its screenshots: under the page's content security policy, into a folder of its own. */
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contentSecurityPolicy } from "../scripts/csp.mjs";

export default defineConfig({
  root: resolve("gallery"),
  base: "./",
  publicDir: false,
  logLevel: "warn",
  plugins: [react(), contentSecurityPolicy()],
  build: {
    target: "es2023",
    outDir: resolve(".cache/gallery"),
    emptyOutDir: true,
    assetsInlineLimit: 0, // no data: URLs, which the policy would refuse for fonts
    minify: false,
    chunkSizeWarningLimit: 10_000, // kB; no visitor waits for it
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
