/** How the page is built, served and unit-tested. */
import react from "@vitejs/plugin-react";
import { configDefaults, defineConfig } from "vitest/config";
import { contentSecurityPolicy } from "./scripts/csp.mjs";

const SLOW = "**/*.slow.test.ts"; // tests that train a model

// The "main" of tfjs is CommonJS: a second copy of the library beside the deep imports of its ES modules.
const ENTRIES_IN_NODE = ["module", "main"];

export default defineConfig(({ mode }) => ({
  base: "./", // the build works in any folder of a static site
  plugins: [react(), contentSecurityPolicy()],
  resolve: { mainFields: mode === "test" ? ENTRIES_IN_NODE : ["browser", ...ENTRIES_IN_NODE] },
  build: {
    target: "es2023",
    manifest: true, // scripts/bundle-files.mjs reads from it what the page loads at once
    assetsInlineLimit: 0, // no data: URLs, which the content security policy would refuse for fonts
  },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        entryFileNames: "worker/[name]-[hash].js",
        chunkFileNames: "worker/chunk-[name]-[hash].js",
      },
    },
  },
  test: {
    server: { deps: { inline: [/@tensorflow/] } },
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["{src,scripts,oracle}/**/*.test.ts"],
          exclude: [...configDefaults.exclude, SLOW],
        },
      },
      {
        extends: true,
        test: { name: "components", include: ["src/**/*.test.tsx"], environment: "happy-dom" },
      },
      {
        extends: true,
        test: { name: "learning", include: [SLOW], testTimeout: 600_000, hookTimeout: 600_000 },
      },
    ],
  },
}));
