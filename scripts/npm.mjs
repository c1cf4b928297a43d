/** Runs npm: the one that started this process, else the one on the path. Uses nothing but Node. */
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string[]} args
 * @returns {boolean} whether npm was content
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: /** @type {const} */ ("inherit") };
  const result = npm?.endsWith("js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" }); // a script there
  return result.status === 0;
}
