/** How the page is built, served and unit-tested. */
import react from "@vitejs/plugin-react";
import { configDefaults, defineConfig } from "vitest/config";
import { classNames } from "./scripts/classNames.mjs";
import { contentSecurityPolicy } from "./scripts/csp.mjs";
import { ISOLATION } from "./scripts/isolation.mjs";
import { fusedKernels } from "./scripts/kernels.mjs";

const HANGS = 600_000; // ms that no test takes: no test is about the clock
const SLOW = "**/*.slow.test.ts"; // tests that train a model

// Unit tests load tfjs as one bundled file instead of some thousand modules each.
const TFJS_BUNDLED = {
  enabled: true,
  include: [
    "@tensorflow/tfjs-core",
    "@tensorflow/tfjs-core/dist/register_all_gradients",
    "@tensorflow/tfjs-backend-cpu",
    "@tensorflow/tfjs-backend-wasm",
  ],
  rolldownOptions: { transform: { define: { __dirname: '""' } } }, // tests name the wasm folder themselves
};

export default defineConfig({
  base: "./", // the build works in any folder of a static site
  appType: "mpa", // a missing file is an honest 404, as on a static site
  plugins: [react(), contentSecurityPolicy(), fusedKernels()],
  css: { modules: { generateScopedName: classNames() } },
  resolve: {
    // React has it itself; what stands in for it in an older React would come with the first script.
    alias: [{ find: /^use-sync-external-store\/shim$/, replacement: "react" }],
  },
  // Unit tests in Node: the "main" of tfjs is CommonJS, a second copy beside the deep imports of its ES modules.
  environments: { ssr: { resolve: { mainFields: ["module", "main"] } } },
  server: { headers: ISOLATION },
  preview: { headers: ISOLATION },
  build: {
    target: "es2023",
    assetsInlineLimit: 0, // no data: URLs, which the content security policy would refuse for fonts
    modulePreload: { polyfill: false }, // index.html preloads nothing that an older browser would lack
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What the page needs at once comes in one file, not in one for each set of modules that a later part shares.
      output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } },
    },
  },
  worker: {
    format: "es",
    plugins: () => [fusedKernels()],
    rolldownOptions: {
      output: {
        entryFileNames: "worker/[name]-[hash].js",
        chunkFileNames: "worker/chunk-[name]-[hash].js",
      },
    },
  },
  test: {
    deps: { optimizer: { ssr: TFJS_BUNDLED } },
    hookTimeout: HANGS,
    maxWorkers: "100%", // else one core of two stands idle
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          testTimeout: HANGS,
          include: ["{src,scripts,oracle}/**/*.test.ts"],
          exclude: [...configDefaults.exclude, SLOW],
        },
      },
      {
        extends: true,
        test: {
          name: "components",
          testTimeout: HANGS,
          include: ["src/**/*.test.tsx"],
          environment: "happy-dom",
          setupFiles: ["src/components/testing/patience.ts"],
        },
      },
      {
        extends: true,
        test: { name: "learning", include: [SLOW], testTimeout: 1_800_000 },
      },
    ],
  },
});
