/**
 * The browser for the end-to-end tests: CHROMIUM_PATH, else Playwright's own, else one of the system, else a new install.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const FIXED_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) =>
    join(process.env[name] ?? "", "Google", "Chrome", "Application", "chrome.exe"),
  ),
];

/**
 * Whether the browser and its libraries exist. On Windows --version would open a window, so the file is enough.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 120_000, stdio: "ignore" }).status === 0;
}

function findSystemBrowser() {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...FIXED_PLACES].find(starts) ?? null;
}

/**
 * The path of an installed browser, or null.
 * @throws if CHROMIUM_PATH names a missing file
 */
export function findChromium() {
  const asked = process.env["CHROMIUM_PATH"];
  if (asked) {
    if (!existsSync(asked))
      throw new Error(`CHROMIUM_PATH is ${asked}, but this file does not exist.`);
    return asked;
  }
  const own = chromium.executablePath();
  return starts(own) ? own : findSystemBrowser();
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function tryInstall(command, args) {
  console.log(`No Chromium or Chrome found: trying ${command} ${args.join(" ")} ...`);
  const shell = process.platform === "win32"; // npx is a script there
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], shell }).status === 0;
}

/**
 * The path of a browser; installs one if necessary.
 * @throws if no browser exists and the install fails
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (tryInstall("npx", ["playwright", "install", "chromium"])) {
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    tryInstall("apt-get", ["update", "-q"]);
    tryInstall("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"]);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(
    "The end-to-end tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its path.",
  );
}
