/** Finds a Python with PyTorch for the oracle: the one on the path, else the system's. Uses only Node. */
import { spawnSync } from "node:child_process";

const CANDIDATES = ["python3", "/usr/bin/python3"]; // the second one finds Debian's python3-torch

export const TORCH_MISSING =
  "The oracle needs a Python 3 with PyTorch and NumPy; on Debian: apt-get install python3-torch libopenblas0-pthread";

/** @param {string} python */
function hasTorch(python) {
  return spawnSync(python, ["-c", "import numpy, torch"], { stdio: "ignore" }).status === 0;
}

/** The command of a Python with PyTorch and NumPy, or null. */
export function findTorch() {
  return CANDIDATES.find(hasTorch) ?? null;
}
