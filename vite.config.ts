/** How the page is built, served and unit-tested. */
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { configDefaults, defineConfig } from "vitest/config";
import { classNames } from "./scripts/classNames.mjs";
import { contentSecurityPolicy } from "./scripts/csp.mjs";
import { ISOLATION } from "./src/serviceWorker/isolation.ts";
import { fusedKernels } from "./scripts/kernels.mjs";
import { lateGroups } from "./scripts/lateGroups.mjs";
import { serviceWorker } from "./scripts/serviceWorker.ts";
import { workerRequests } from "./scripts/workerRequests.mjs";

const HANGS = 600_000; // ms; no test depends on the clock, so a longer test hangs
const SLOW = "**/*.slow.test.ts"; // tests that train a model
/** Tests of functions without a state, a backend or a storage of their own: their files share their modules. */
const PURE = [
  "src/{vis,state/slices,engine/{tasks,text,corpus,setup,results,edits,alone}}/**/*.test.ts",
  "src/i18n/!(lateTexts).test.ts",
  "src/lessons/!(playLessons|shippedGoal|feedingTheTruth).test.ts",
];

/** Scripts of texts alone have a folder of their own: `e2e/strings` replaces the texts in them. */
const isText = (module: string): boolean => /\/src\/i18n\/(?:en|ko)\b/.test(module);

// Unit tests load tfjs as one bundled file instead of some thousand modules each.
const TFJS_BUNDLED = {
  enabled: true,
  include: [
    "@tensorflow/tfjs-core",
    "@tensorflow/tfjs-core/dist/register_all_gradients",
    "@tensorflow/tfjs-backend-cpu",
    "@tensorflow/tfjs-backend-wasm",
  ],
  rolldownOptions: { transform: { define: { __dirname: '""' } } }, // tests set the wasm folder themselves
};

/**
 * The preview closes no idle connection. By default it does after 5 s, and a request that a test sends at this moment
 * fails: browsers repeat it, what stands between them and the server does not.
 */
const patientPreview: Plugin = {
  name: "patient-preview",
  configurePreviewServer: ({ httpServer }) => {
    if ("keepAliveTimeout" in httpServer) httpServer.keepAliveTimeout = 0; // no limit
  },
};

export default defineConfig({
  base: "./", // the build works in any folder of a static site
  appType: "mpa", // a missing file is a 404, as on a static site
  plugins: [react(), contentSecurityPolicy(), fusedKernels(), serviceWorker(), patientPreview],
  css: { modules: { generateScopedName: classNames() } },
  resolve: {
    // React 19 exports the hook itself, so the stand-in for older versions stays out of the page script.
    alias: [{ find: /^use-sync-external-store\/shim$/, replacement: "react" }],
  },
  // Unit tests in Node: the "main" of tfjs is CommonJS and would load a second copy beside its ES modules.
  environments: { ssr: { resolve: { mainFields: ["module", "main"] } } },
  server: { headers: ISOLATION },
  preview: { headers: ISOLATION },
  build: {
    target: "es2023",
    assetsInlineLimit: 0, // the content security policy refuses data: URLs for fonts
    modulePreload: { polyfill: false }, // index.html preloads nothing
    rolldownOptions: {
      checks: { pluginTimings: false },
      // One file for the first picture. By default the bundler makes a file per set of shared modules.
      output: {
        codeSplitting: {
          groups: [{ name: "page", tags: ["$initial"], priority: 1 }, ...lateGroups()],
        },
        chunkFileNames: ({ moduleIds }) =>
          `assets/${moduleIds.length > 0 && moduleIds.every(isText) ? "texts/" : ""}[name]-[hash].js`,
      },
    },
  },
  worker: {
    format: "es",
    plugins: () => [fusedKernels(), workerRequests()],
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
    expect: { poll: { timeout: HANGS } },
    maxWorkers: "100%", // the default leaves one core of two idle
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          testTimeout: HANGS,
          include: ["{src,scripts,oracle,bench,fuzz}/**/*.test.ts"],
          exclude: [...configDefaults.exclude, SLOW, ...PURE],
        },
      },
      {
        extends: true,
        test: {
          name: "pure",
          testTimeout: HANGS,
          include: PURE,
          exclude: [...configDefaults.exclude, SLOW],
          pool: "threads",
          isolate: false, // a file would spend more on its modules than on its tests
        },
      },
      {
        extends: true,
        test: {
          name: "components",
          testTimeout: HANGS,
          include: ["src/**/*.test.tsx"],
          environment: "happy-dom",
          setupFiles: [
            "src/components/testing/asyncTimeout.ts",
            "src/components/testing/loadedActs.ts",
            "src/components/testing/popover.ts",
          ],
        },
      },
      {
        extends: true,
        test: { name: "learning", include: [SLOW], testTimeout: 1_800_000 },
      },
    ],
  },
});
