/**
 * The browser for the end-to-end tests: CHROMIUM_PATH, else Playwright's own, else one of the system,
 * else one that can be installed.
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
 * Whether a browser is there and its libraries too. On Windows Chrome answers --version with a window.
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
 * @throws if CHROMIUM_PATH names none
 */
export function findChromium() {
  const asked = process.env["CHROMIUM_PATH"];
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, where there is no file.`);
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
 * The path of a browser, installed if need be.
 * @throws if there is none and none can be installed
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
    "The end-to-end tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to the path of yours.",
  );
}
