/** Runs npm: the one that started this process, else the one on the path. Uses only Node. */
import { spawn, spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The command that runs npm with these arguments.
 * @param {string[]} args
 */
function npmCommand(args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith("js")
    ? { command: process.execPath, args: [npm, ...args], shell: false }
    : { command: "npm", args, shell: process.platform === "win32" }; // npm is a script on Windows
}

/**
 * @param {string[]} args
 * @returns {boolean} whether npm succeeded
 */
export function runNpm(args) {
  const { command, args: all, shell } = npmCommand(args);
  return spawnSync(command, all, { cwd: ROOT, stdio: "inherit", shell }).status === 0;
}

/**
 * Runs npm in parallel, and shows or collects its output.
 * @param {string[]} args
 * @param {{ isShown: boolean }} output
 * @returns {Promise<{ ok: boolean, output: string }>} output: empty if it was shown
 */
export function startNpm(args, { isShown } = { isShown: false }) {
  const { command, args: all, shell } = npmCommand(args);
  const how = isShown ? "inherit" : "pipe";
  const child = spawn(command, all, { cwd: ROOT, stdio: ["ignore", how, how], shell });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout?.on("data", (part) => output.push(part));
  child.stderr?.on("data", (part) => output.push(part));
  return new Promise((resolve) => {
    const end = (/** @type {boolean} */ ok) =>
      resolve({ ok, output: Buffer.concat(output).toString() });
    child.on("error", () => end(false));
    child.on("close", (code) => end(code === 0));
  });
}
