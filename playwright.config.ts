/** End-to-end tests against the built page. `npm run e2e` builds it and names the browser and the port. */
import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.mjs";

const port = Number(process.env["E2E_PORT"] ?? 4199);
const address = `http://127.0.0.1:${port}/`;
const executablePath = findChromium();

const QUIET = ["--disable-background-networking", "--disable-component-update", "--no-pings"];
// All of these: without Vulkan, a canvas that WebGPU draws on takes the browser's GPU process down.
const SOFTWARE_WEBGPU = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
  "--use-vulkan=swiftshader",
];
const SOFTWARE_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

/** How to start the browser with these switches. */
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
  workers: 2,
  retries: 1, // for the trace alone: what fails once has failed
  failOnFlakyTests: true,
  // No test is about the clock: these end a test that hangs, on a machine that does ten other things beside.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  reporter: [["list"], ["json", { outputFile: ".cache/reports/e2e.json" }]],
  use: {
    baseURL: address,
    locale: "en-US",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    trace: "on-first-retry", // a trace costs a quarter of the time
    screenshot: "only-on-failure",
  },
  projects: [
    // Headless Chromium offers WebGL in software, which the page is to refuse in favour of WebAssembly.
    { name: "wasm", grepInvert: /@webgl|@webgpu|@fallback/, use: launch([]) },
    { name: "webgl", grep: /@webgl/, use: launch(SOFTWARE_WEBGL) },
    { name: "webgpu", grep: /@webgpu/, use: launch([...SOFTWARE_WEBGL, ...SOFTWARE_WEBGPU]) },
    // What a student without a GPU has: no WebGL at all. Playwright's own switch would bring it back.
    {
      name: "fallback",
      grep: /@fallback/,
      use: launch(["--enable-gpu"], { without: ["--enable-unsafe-swiftshader"] }),
    },
    // Pictures of figures, which must not depend on the letters that this machine has, or on how it draws them.
    {
      name: "gallery",
      testDir: "gallery",
      fullyParallel: false,
      snapshotPathTemplate: "{testDir}/screenshots/{arg}{ext}",
      expect: { timeout: 60_000, toHaveScreenshot: { maxDiffPixels: 20, threshold: 0.1 } },
      use: {
        ...launch(["--font-render-hinting=none", "--disable-lcd-text"], {
          env: { FONTCONFIG_FILE: resolve("gallery/fonts.conf") },
        }),
        contextOptions: { reducedMotion: "reduce" },
      },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
    timeout: 300_000,
  },
});
