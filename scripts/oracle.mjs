/** `npm run oracle`: checks the PyTorch reference, and the fixtures against it; `-- --write` writes the fixtures. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findTorch, TORCH_MISSING } from "./find-torch.mjs";
import { ROOT } from "./npm.mjs";

/**
 * @param {string} python
 * @param {string} script
 * @param {string[]} args
 */
function run(python, script, args = []) {
  const options = { stdio: /** @type {const} */ ("inherit") };
  return spawnSync(python, [join(ROOT, "oracle", script), ...args], options).status === 0;
}

const python = findTorch();
if (python === null) console.error(TORCH_MISSING);
const holds =
  python !== null &&
  run(python, "selfcheck.py") &&
  ["check.py", "bleu.py"].every((script) => run(python, script, process.argv.slice(2)));
process.exitCode = holds ? 0 : 1;
