/**
 * `npm run e2e [-- PLAYWRIGHT ARGUMENTS]`: builds the page, finds a browser and a free port, runs Playwright.
 * With --built as the first argument it skips the build and uses dist/. With --project=byHand it runs the long checks
 * that `npm test` leaves out.
 */
import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { build } from "vite";
import { ensureChromium } from "./find-chromium.mjs";

/** @returns {Promise<number>} a free port */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

const args = process.argv.slice(2);
const built = args[0] === "--built";
if (!built) await build({ logLevel: "warn" });

try {
  const env = {
    ...process.env,
    CHROMIUM_PATH: ensureChromium(),
    E2E_PORT: String(await findFreePort()),
    ...(args.includes("--project=byHand") ? { BY_HAND: "1" } : {}),
  };
  const cli = ["node_modules/@playwright/test/cli.js", "test", ...args.slice(built ? 1 : 0)];
  process.exitCode = spawnSync(process.execPath, cli, { stdio: "inherit", env }).status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
