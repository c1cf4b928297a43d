/** Firefox and WebKit for the tests of the main job: the ones of the system. `npm run engines` as root installs them on Debian. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const PACKAGES = ["firefox-esr", "webkit2gtk-driver", "xvfb"];
/** Debian keeps the test browser of WebKitGTK outside PATH, in a folder for each kind of processor. */
const LIBRARIES = "/usr/lib";
const MINI_BROWSER = ["webkit2gtk-4.1/MiniBrowser", "webkitgtk-6.0/MiniBrowser"];

/** @param {readonly string[]} names programs that do the same, the best first */
function findOnPath(names) {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** The path of Firefox, or null. */
export function findFirefox() {
  return process.platform === "linux" ? findOnPath(["firefox-esr", "firefox"]) : null;
}

/** The path of WebKit's test browser, or null: it needs its driver and a screen in memory, too. */
export function findWebkit() {
  const hasDriver = ["WebKitWebDriver", "Xvfb"].every((name) => findOnPath([name]) !== null);
  if (process.platform !== "linux" || !hasDriver) return null;
  const folders = ["", ...readdirSync(LIBRARIES).filter((name) => name.endsWith("-linux-gnu"))];
  const paths = folders.flatMap((folder) =>
    MINI_BROWSER.map((path) => join(LIBRARIES, folder, path)),
  );
  return paths.find((path) => existsSync(path)) ?? null;
}

/** On Debian as root, installs what is missing. A failure is no error: the tests are skipped and say so. */
export function ensureEngines() {
  if (findFirefox() !== null && findWebkit() !== null) return;
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return;
  console.log(`Not all engines found: trying apt-get install ${PACKAGES.join(" ")} ...`);
  const once = ["-q", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=30"];
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...PACKAGES]])
    spawnSync("apt-get", [...args, ...once], { stdio: ["ignore", "inherit", "inherit"] });
}
