/** The build of the gallery for screenshots, with the page's content security policy. */
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
    assetsInlineLimit: 0, // the content security policy refuses data: URLs for fonts
    minify: false,
    chunkSizeWarningLimit: 10_000, // kB; the gallery is not deployed
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
