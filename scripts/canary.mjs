/**
 * Proves that the boundaries hold: plants one violation of each and requires the check to fail on it. A violation is a
 * forbidden import, a forbidden name, or a missing part of a score function or a cell. The plants lie in temporary
 * folders with a copy of the configuration, so the source tree stays clean even after a crash.
 */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { importRules, RULES_FILE } from "./importRules.mjs";
import { findUnnoticedGaps, GAP_COUNT } from "./plantedGaps.mjs";

const IMPORTS = "eslint(no-restricted-imports)";
const CONFIGURATION = [
  ".oxlintrc.json",
  RULES_FILE,
  "package.json",
  ...["", ".base", ".engine", ".worker", ".app", ".node"].map((name) => `tsconfig${name}.json`),
];

/** Violations for the linter, by file: the rule that must fail, and the code. */
const LINT = {
  "src/engine/a.ts": [IMPORTS, `import "react";`],
  "src/engine/b.ts": [IMPORTS, `export * from "../workers/protocol";`],
  "src/engine/c.ts": [IMPORTS, `import "@tensorflow/tfjs-backend-cpu";`],
  "src/workers/a.ts": [IMPORTS, `export * from "../state/run";`],
  "src/workers/c.ts": [IMPORTS, `export * from "../components/App";`],
  "src/workers/d.ts": [
    "eslint(no-restricted-globals)",
    `export const start = () => new Worker("x");`,
  ],
  "src/lessons/a.ts": [IMPORTS, `export * from "../state/store";`],
  "src/lessons/b.ts": [IMPORTS, `export * from "../engine/model/seq2seq";`],
  "src/engine/i.ts": [IMPORTS, `export * from "../lessons/catalogue";`],
  "src/vis/d.ts": [IMPORTS, `export * from "../state/run";`],
  "src/vis/e.ts": [IMPORTS, `export * from "../components/App";`],
  "src/vis/a.ts": [IMPORTS, `export * from "../workers/client";`],
  "src/vis/b.ts": [IMPORTS, `export const load = () => import("../engine/model/seq2seq");`],
  "src/vis/f.ts": [IMPORTS, `export * from "../engine/scores/textbook";`],
  "src/vis/g.ts": [IMPORTS, `export * from "../engine/scores/dot/fused";`],
  "src/vis/h.ts": [IMPORTS, `export * from "../engine/cells/gru/textbook";`],
  "src/state/f.ts": [IMPORTS, `export * from "../engine/scores/forms/additive/textbook";`],
  "src/state/a.ts": [IMPORTS, `export * from "../components/App";`],
  "src/state/b.ts": [IMPORTS, `export * from "../workers/client";`],
  "src/state/c.ts": [IMPORTS, `export * from "../vis/curves";`],
  "src/state/d.ts": [IMPORTS, `export * from "../engine/model/seq2seq";`],
  "src/state/e.ts": [IMPORTS, `export * from "../engine/fused/pass";`],
  "src/components/e.tsx": [IMPORTS, `export * from "../workers/session";`],
  "src/components/a.tsx": [IMPORTS, `export * from "../engine/model/seq2seq";`],
  "src/components/b.tsx": [IMPORTS, `export * from "../workers/client";`],
  "src/components/c.tsx": ["react(jsx-no-literals)", `export const C = () => <p>Hello</p>;`],
  "src/components/d.tsx": [
    "eslint(no-restricted-globals)",
    `export const start = () => new Worker("x");`,
  ],
  // A figure that reads the store, directly or through a module of a panel.
  "src/components/unrolled/a.tsx": [IMPORTS, `export * from "../../state/store";`],
  "src/components/unrolled/map/a.tsx": [IMPORTS, `export * from "../../useLane";`],
  "src/components/beam/a.tsx": [IMPORTS, `export * from "../../state/slices/view";`],
  "src/components/step/a.tsx": [IMPORTS, `export * from "../useShownStep";`],
  "src/components/output/a.tsx": [IMPORTS, `export * from "../player/Stage";`],
  "src/components/unrolled/b.tsx": [IMPORTS, `export * from "../../engine/model/seq2seq";`],
  // What a student does past the log of acts, and a DOM id in the state.
  "src/components/g.tsx": [IMPORTS, `export * from "../state/actions/training";`],
  "src/components/player/a.tsx": [IMPORTS, `export * from "../../state/actions/ask";`],
  "src/state/slices/c.ts": [IMPORTS, `export * from "../../places";`],
  "src/components/f.tsx": [IMPORTS, `export * from "../storage/corpora";`],
  "src/engine/g.ts": [IMPORTS, `export * from "../storage/corpora";`],
  "src/engine/h.ts": [IMPORTS, `export * from "../languages";`],
  "src/storage/a.ts": [IMPORTS, `export * from "../state/run";`],
  "src/storage/b.ts": [IMPORTS, `export * from "../engine/model/seq2seq";`],
  "src/storage/c.ts": [IMPORTS, `import "zustand";`],
  "src/i18n/a.ts": [IMPORTS, `export * from "../components/App";`],
  "src/engine/files/a.ts": [IMPORTS, `export * from "../model/seq2seq";`],
  "src/engine/setup/a.ts": [IMPORTS, `export * from "../training/adam";`],
  "src/engine/tasks/grammar/a.ts": [IMPORTS, `export * from "../../decoding/greedy";`],
  "src/engine/text/a.ts": [IMPORTS, `export * from "../fused/pass";`],
  "src/engine/results/a.ts": [IMPORTS, `import "react";`],
  "src/workers/backend/a.ts": [IMPORTS, `export * from "../session/session";`],
  "src/workers/backend/b.ts": [IMPORTS, `export * from "../run/run";`],
  "src/workers/run/a.ts": [IMPORTS, `export * from "../session/session";`],
  "src/workers/run/b.ts": [IMPORTS, `export * from "../backend/backend";`],
  "src/workers/run/c.ts": [IMPORTS, `export * from "../../state/store";`],
  "src/vis/layout/a.ts": [IMPORTS, `export * from "../tex/markup";`],
  "src/vis/charts/a.ts": [IMPORTS, `export * from "../tex/markup";`],
  "src/vis/facts/a.ts": [IMPORTS, `export * from "../tex/markup";`],
  "src/vis/tex/a.ts": [IMPORTS, `export * from "../../engine/model/seq2seq";`],
  "src/state/slices/a.ts": [IMPORTS, `export * from "../store";`],
  "src/state/slices/b.ts": [IMPORTS, `export * from "../ports/workerPort";`],
  "src/state/ports/a.ts": [IMPORTS, `export * from "../store";`],
  "src/state/store.ts": [IMPORTS, `export * from "./actions/replay";`],
  "src/state/actions/a.ts": [IMPORTS, `export * from "../effects/url";`],
  "src/state/actions/b.ts": [IMPORTS, `export * from "../../workers/client";`],
  "src/state/effects/a.ts": [IMPORTS, `export * from "../../components/App";`],
  "src/engine/d.ts": ["eslint(no-restricted-properties)", `export const r = () => Math.random();`],
};

/** Violations for the compiler, by file: the name that it must not find, and the code. */
const TYPES = {
  "src/engine/e.ts": ["document", `export const d = () => document.title;`],
  "src/engine/f.ts": ["self", `export const s = () => self.name;`],
  "src/vis/c.ts": ["window", `export const w = () => window.innerWidth;`],
  "src/workers/b.ts": ["document", `export const d = () => document.title;`],
};

/** Code that both must accept. If they refuse it, a failure on a plant proves nothing. */
const CLEAN = {
  "src/engine/clean.ts": `export const one = 1;\n`,
  "src/i18n/clean.ts": `export const app = {};\n`,
  "src/storage/clean.ts": `import { one } from "../engine/clean";\nexport const kept = one;\n`,
  "src/vis/clean.ts": `import { one } from "../engine/clean";\nexport const two = one + one;\n`,
  "src/workers/clean.ts": `export const post = (): void => self.postMessage(1);\n`,
  "src/state/slices/clean.ts": `export const run = 1;\n`,
  "src/state/actions/clean.ts": `export { run } from "../slices/clean";\n`,
  "src/state/effects/clean.ts": `export { run } from "../actions/clean";\n`,
  "src/state/actions/acts.ts": `export { run } from "./clean";\n`,
  "src/components/acts.ts": `export { run } from "../state/actions/acts";\n`,
  "src/components/Clean.tsx": `import { two } from "../vis/clean";\nexport const Clean = () => <p>{two}</p>;\n`,
};

/** Creates a temporary folder with the project's configuration and packages. */
function borrowProject() {
  const made = mkdtempSync(join(tmpdir(), "seq2seq-lab-canary-"));
  for (const file of CONFIGURATION) copyFileSync(file, join(made, file));
  symlinkSync(resolve("node_modules"), join(made, "node_modules"), "junction");
  return made;
}

const folder = borrowProject();
const engineFolder = borrowProject();

/**
 * @param {string} file
 * @param {string} code
 */
function plant(file, code) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), code);
}

/**
 * Runs a tool on the planted files.
 * @param {string} tool
 * @param {string[]} args
 */
function run(tool, args, cwd = folder) {
  const cli = resolve("node_modules", tool);
  return spawnSync(process.execPath, [cli, ...args], { cwd, encoding: "utf8" });
}

const lint = () => run("oxlint/bin/oxlint", ["--format=unix", "src"]);
const types = () => run("typescript/bin/tsc", ["-b", "--checkers", "1", "--pretty", "false"]);
const engineTypes = () =>
  run(
    "typescript/bin/tsc",
    ["-p", "tsconfig.engine.json", "--checkers", "1", "--pretty", "false"],
    engineFolder,
  );

/**
 * @param {string[]} lines
 * @param {string} start
 * @param {string} words
 */
const has = (lines, start, words) =>
  lines.some((line) => line.startsWith(start) && line.includes(words));

/** @returns {string[]} violations that no check noticed */
function findMisses() {
  if (readFileSync(RULES_FILE, "utf8") !== importRules())
    return [`${RULES_FILE} does not match scripts/importRules.mjs: run npm run imports.`];
  for (const [file, code] of Object.entries(CLEAN)) plant(file, code);
  for (const { status, stdout, stderr } of [lint(), types()])
    if (status !== 0) return [`the clean files are refused:\n${stdout}${stderr}`];

  for (const [file, [, code = ""]] of Object.entries({ ...LINT, ...TYPES })) plant(file, code);
  const refused = lint().stdout.split("\n");
  const unknown = types().stdout.split("\n");
  return [
    ...Object.entries(LINT)
      .filter(([file, [rule = ""]]) => !has(refused, `${file}:`, rule))
      .map(([file, [rule]]) => `${file}: ${rule} does not refuse it`),
    ...Object.entries(TYPES)
      .filter(([file, [name = ""]]) => !has(unknown, `${file}(`, `'${name}'`))
      .map(([file, [name]]) => `${file}: the compiler accepts "${name}"`),
  ];
}

try {
  const misses = [...findMisses(), ...findUnnoticedGaps(engineFolder, engineTypes)];
  for (const miss of misses) console.error(miss);
  const planted = Object.keys(LINT).length + Object.keys(TYPES).length + GAP_COUNT;
  if (misses.length === 0) console.log(`All ${planted} planted violations were refused.`);
  else process.exitCode = 1;
} finally {
  for (const made of [folder, engineFolder]) rmSync(made, { recursive: true, force: true });
}
