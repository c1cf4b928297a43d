/**
 * Installs the dependencies when they are missing, incomplete or different from package-lock.json.
 * Uses only Node, because on a fresh clone it runs before the first install.
 */
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT, runNpm } from "./npm.mjs";

const MARKER = join(ROOT, ".cache", "installing"); // exists during an install, and after an interrupted one

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

/** Ends the process with one sentence when this Node is too old for the tools. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (fits) return;
  console.error(
    `Seq2Seq Lab needs Node 20.19, 22.12, 24 or newer; this is Node ${process.versions.node}. Get one from https://nodejs.org.`,
  );
  process.exit(1);
}

/**
 * Why an installed package does not fit; null if it fits.
 * @param {string} path
 * @param {{ version?: string, integrity?: string, optional?: boolean }} wanted
 * @param {{ version?: string, integrity?: string } | undefined} found
 */
function faultOf(path, wanted, found) {
  if (!found && wanted.optional) return null; // for another operating system
  const same =
    found?.version === wanted.version &&
    (!wanted.integrity || found?.integrity === wanted.integrity);
  if (!same) return `do not match package-lock.json (${path.replace(/.*node_modules\//, "")})`;
  return existsSync(join(ROOT, path, "package.json")) ? null : `are incomplete (${path})`;
}

/** Why the installed packages do not fit; null if they fit. */
function findFault() {
  if (!existsSync(join(ROOT, "node_modules", ".package-lock.json"))) return "are not installed yet";
  if (existsSync(MARKER)) return "were left half installed";
  const installed = readJson("node_modules/.package-lock.json").packages;
  for (const [path, wanted] of Object.entries(readJson("package-lock.json").packages)) {
    const fault = path === "" ? null : faultOf(path, wanted, installed[path]); // "" is the project itself
    if (fault !== null) return fault;
  }
  return null;
}

/** Ends the process if the install fails. */
export function ensureInstalled() {
  checkNode();
  const fault = findFault();
  if (fault === null) return;
  console.log(`The dependencies ${fault}: running npm ci, which takes about a minute ...`);
  mkdirSync(dirname(MARKER), { recursive: true });
  writeFileSync(MARKER, "");
  if (!runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"])) {
    console.error("npm ci failed, see above. Nothing runs without the dependencies.");
    process.exit(1);
  }
  rmSync(MARKER);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  ensureInstalled();
