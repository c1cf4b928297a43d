/** Builds the service worker with the list of all files of the build, for use without a network. */
import { VitePWA } from "vite-plugin-pwa";
import { SERVICE_WORKER } from "../src/serviceWorker/messages.ts";

const LARGEST_FILE = 4_000_000; // bytes; a larger one is a mistake

export function serviceWorker() {
  return VitePWA({
    strategies: "injectManifest",
    srcDir: "src/serviceWorker",
    filename: SERVICE_WORKER.replace(/js$/, "ts"),
    injectRegister: false, // the page does it in idle time
    manifest: false,
    injectManifest: {
      rollupFormat: "iife", // for the other format the plugin sets an option of Rollup that Vite warns about
      globPatterns: ["**/*.{html,js,css,wasm,woff2,json,safetensors,svg}"],
      dontCacheBustURLsMatching: /(?:assets|worker)\/.+-[\w-]{8}\.\w+$/, // the name changes with the content
      maximumFileSizeToCacheInBytes: LARGEST_FILE,
    },
  });
}
