/** End-to-end tests of the built page. `npm run e2e` builds the page and sets the browser and the port. */
import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { WITHOUT_FEATURES } from "./scripts/chromiumSwitches.mjs";
import { findChromium } from "./scripts/find-chromium.mjs";

const port = Number(process.env["E2E_PORT"] ?? 4199);
const address = `http://127.0.0.1:${port}/`;
const executablePath = findChromium();

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--no-pings",
  WITHOUT_FEATURES,
];
// All of them are needed: without Vulkan, a canvas with WebGPU content crashes the browser's GPU process.
const SOFTWARE_WEBGPU = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
  "--use-vulkan=swiftshader",
];
const SOFTWARE_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

const launch = (
  args: readonly string[],
  { without = [], env = {} }: { without?: readonly string[]; env?: Record<string, string> } = {},
) => ({
  launchOptions: {
    ...(executablePath === null ? {} : { executablePath }),
    args: [...QUIET, ...args],
    ignoreDefaultArgs: [...without],
    env: { ...process.env, ...env },
  },
});

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  workers: 3, // on two cores: a few tests wait, most of them for a limit of the page
  retries: 1, // records a trace; a test that fails once has failed
  failOnFlakyTests: true,
  // No test depends on the clock: these limits only end a test that hangs, also on a busy machine.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  reporter: [["list"], ["json", { outputFile: ".cache/reports/e2e.json" }]],
  use: {
    baseURL: address,
    serviceWorkers: "block", // a page opens as on a first visit
    locale: "en-US",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    trace: "on-first-retry", // a trace of every test would cost a quarter of the run time
    screenshot: "only-on-failure",
  },
  // The longest tests come first, so that no worker ends with one while the others have nothing left.
  projects: [
    { name: "webgpu", grep: /@webgpu/, use: launch([...SOFTWARE_WEBGL, ...SOFTWARE_WEBGPU]) },
    { name: "webgl", grep: /@webgl/, use: launch(SOFTWARE_WEBGL) },
    // Screenshots of figures must not depend on the machine's fonts or on its font rendering.
    {
      name: "gallery",
      testDir: "gallery",
      fullyParallel: false,
      snapshotPathTemplate: "{testDir}/screenshots/{arg}{ext}",
      expect: { timeout: 120_000, toHaveScreenshot: { maxDiffPixels: 20, threshold: 0.1 } },
      use: {
        ...launch(["--font-render-hinting=none", "--disable-lcd-text"], {
          env: { FONTCONFIG_FILE: resolve("gallery/fonts.conf") },
        }),
        contextOptions: { reducedMotion: "reduce" },
      },
    },
    // A machine without any WebGL. Playwright's default switch would enable WebGL in software.
    {
      name: "fallback",
      grep: /@fallback/,
      use: launch(["--enable-gpu"], { without: ["--enable-unsafe-swiftshader"] }),
    },
    // Firefox and WebKit, which the tests start themselves.
    { name: "engines", testDir: "e2e/engines", grepInvert: /@pictures/ },
    // Headless Chromium has WebGL in software; the page must refuse it and use WebAssembly.
    {
      name: "wasm",
      testIgnore: "engines/**",
      grepInvert: /@webgl|@webgpu|@fallback|@byHand/,
      use: launch([]),
    },
    // Long checks that `npm test` leaves out.
    ...(process.env["BY_HAND"]
      ? [
          { name: "byHand", grep: /@byHand/, use: launch([]) },
          { name: "pictures", testDir: "e2e/engines", grep: /@pictures/ },
        ]
      : []),
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
    timeout: 300_000,
  },
});
