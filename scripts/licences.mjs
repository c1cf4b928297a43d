/**
 * `npm run licences [-- --write] [--offline]`: the licences of all packages whose code reaches the visitor, and what the
 * registry knows against them. Fails on a licence that is not permissive, on an advisory, and where public/licences.txt,
 * the notice that the page ships, is not up to date. `--write` writes the notice; `--offline` does not ask the registry.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT, startNpm } from "./npm.mjs";

const NOTICE = join(ROOT, "public/licences.txt");

/** Development dependencies whose code is part of the build: the service worker's, and what bundler and compiler add. */
const ADDED = ["workbox-precaching", "vite", "rolldown", "assemblyscript"];
/** Of these tools only a few lines of their own reach the visitor, and nothing that they import. */
const TOOLS = ["vite", "rolldown", "assemblyscript"];

const PERMISSIVE = [
  "MIT",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
];

/** @typedef {{ name: string, version: string, licence: string, folder: string }} Package */
/** @typedef {{ version?: string, license?: string, dependencies?: Record<string, string> }} Locked */

/**
 * Every package whose code may reach the visitor, by name. Types are no code.
 * @returns {Package[]}
 */
export function shippedPackages() {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  /** @type {Map<string, Package>} */
  const found = new Map();
  const waiting = [...Object.keys(packages[""]?.dependencies ?? {}), ...ADDED].map((name) => ({
    name,
    from: "",
  }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = resolve(packages, next.from, next.name);
    if (folder === null || found.has(folder) || next.name.startsWith("@types/")) continue;
    const { version = "", license = "", dependencies = {} } = packages[folder] ?? {};
    found.set(folder, { name: next.name, version, licence: license, folder });
    if (TOOLS.includes(next.name)) continue;
    waiting.push(...Object.keys(dependencies).map((name) => ({ name, from: folder })));
  }
  return [...found.values()].toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

/**
 * The folder in which Node finds a package from another one.
 * @param {Record<string, Locked>} packages
 * @param {string} from
 * @param {string} name
 */
function resolve(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const folder = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
    if (packages[folder]) return folder;
    if (at === "") return null;
  }
}

/** @param {readonly Package[]} packages */
export const notPermissive = (packages) =>
  packages
    .filter(({ licence }) => !PERMISSIVE.includes(licence))
    .map(({ name, licence }) => `${name}: ${licence || "no licence"}`);

/**
 * The notice: each package with its version and licence, and the text of each licence with the packages that it is of.
 * @param {readonly Package[]} packages
 */
export function noticeOf(packages) {
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const each of packages) {
    const text = textOf(each);
    texts.set(text, [...(texts.get(text) ?? []), `${each.name} ${each.version} (${each.licence})`]);
  }
  const parts = [...texts].map(([text, names]) => `${names.join("\n")}\n\n${text}`);
  const rule = `\n\n${"-".repeat(80)}\n\n`;
  return `Seq2Seq Lab contains code of these packages.${rule}${parts.join(rule)}\n`;
}

/** What a tool contains stays with the developer. */
const BUNDLED = /^#+ Licen[cs]es of bundled dependencies/m;
const NO_TEXT = "The package has no text of its licence.";

/** @param {Package} each */
function textOf({ folder }) {
  const path = join(ROOT, folder);
  if (!existsSync(path)) throw new Error(`licences: ${folder} is not installed`);
  const file = readdirSync(path).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  if (!file) return NO_TEXT;
  const text = readFileSync(join(path, file), "utf8").replaceAll("\r\n", "\n");
  return (text.split(BUNDLED)[0] ?? "").trim();
}

export const isUpToDate = () =>
  existsSync(NOTICE) && readFileSync(NOTICE, "utf8") === noticeOf(shippedPackages());

/**
 * The advisories against these packages.
 * @param {readonly Package[]} packages
 * @returns {Promise<string[] | null>} null where the registry does not answer
 */
async function advisoriesAgainst(packages) {
  const { output } = await startNpm(["audit", "--json"]);
  /** @type {{ vulnerabilities?: Record<string, { severity: string, nodes: string[] }> }} */
  const report = JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1) || "{}");
  if (!report.vulnerabilities) return null;
  return Object.entries(report.vulnerabilities)
    .filter(([, { nodes }]) => packages.some(({ folder }) => nodes.includes(folder)))
    .map(([name, { severity }]) => `${name}: ${severity}`);
}

async function main() {
  const packages = shippedPackages();
  if (process.argv.includes("--write")) writeFileSync(NOTICE, noticeOf(packages));
  for (const { name, version, licence } of packages)
    console.log(`${licence.padEnd(14)}${name} ${version}`);
  const faults = notPermissive(packages).map((fault) => `not permissive: ${fault}`);
  if (!isUpToDate())
    faults.push("public/licences.txt is not up to date: npm run licences -- --write");
  if (!process.argv.includes("--offline")) {
    const advisories = await advisoriesAgainst(packages);
    if (advisories === null)
      console.log("npm audit: not asked, because the registry does not answer");
    else faults.push(...advisories.map((advisory) => `npm audit: ${advisory}`));
  }
  console.log(faults.length === 0 ? `${packages.length} packages, no fault` : faults.join("\n"));
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
