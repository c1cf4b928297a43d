/**
 * `npm run e2e [-- PLAYWRIGHT ARGUMENTS]`: builds the page, finds a browser and a free port, runs Playwright.
 * With --built as the first argument it skips the build and uses dist/. With --project=byHand it runs the long checks
 * that `npm test` leaves out, with --project=pictures it takes pictures of the page in Firefox and WebKit.
 */
import { spawnSync } from "node:child_process";
import { build } from "vite";
import { ensureEngines } from "./find-engines.mjs";
import { ensureChromium } from "./find-chromium.mjs";
import { findFreePort } from "./free-port.mjs";

const BY_HAND = /^--project=(byHand|pictures)$/;

const args = process.argv.slice(2);
const built = args[0] === "--built";
const chosen = args.slice(built ? 1 : 0);
if (!built) await build({ logLevel: "warn" });

if (chosen.includes("--project=engines")) ensureEngines(); // else only those that the machine has

try {
  const env = {
    ...process.env,
    CHROMIUM_PATH: ensureChromium(),
    E2E_PORT: String(await findFreePort()),
    ...(chosen.some((arg) => BY_HAND.test(arg)) ? { BY_HAND: "1" } : {}),
  };
  const cli = ["node_modules/@playwright/test/cli.js", "test", ...chosen];
  process.exitCode = spawnSync(process.execPath, cli, { stdio: "inherit", env }).status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
