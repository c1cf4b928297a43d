/**
 * Removes required parts of a score function or a cell from a copy of the engine. The compiler must name each missing
 * part in the file that lacks it.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ENGINE = "src/engine";
const NEW_SCORE = "scaledDot";

/** @typedef {{ file: string, from: RegExp, to: string }} Edit */

/** Adds a score function that has only a name. @type {Edit} */
const NEW_NAME = {
  file: "setup/config.ts",
  from: /"general", "diagonal"/,
  to: `"general", "diagonal", "${NEW_SCORE}"`,
};

/** Removals, and the name that the compiler must report as missing. @type {readonly (Edit & { missed: string })[]} */
const GAPS = [
  { file: "scores/dot/fused.ts", from: /gradient: .*/, to: "", missed: "gradient" },
  {
    file: "scores/general/fused.ts",
    from: /"attention.key.weight": ops[^}]*/,
    to: "",
    missed: '"attention.key.weight"',
  },
  {
    file: "scores/forms/multiplicative/fused.ts",
    from: /gradient: \{[\s\S]*?\n {4}\},/,
    to: "",
    missed: "gradient",
  },
  { file: "cells/gru/layout.ts", from: /update: "z", /, to: "", missed: "update" },
  { file: "cells/tex.ts", from: / gru,/, to: "", missed: "gru" },
  { file: "cells/derivation.ts", from: / gru,/, to: "", missed: "gru" },
  { file: "fused/plain/plainOps.ts", from: / gru,/, to: "", missed: "gru" },
  { file: "fused/wasm/cellOps.ts", from: /gru: gru\(machine\),/, to: "", missed: "gru" },
  { file: "fused/webgl/webglOps.ts", from: /gru: gru\(gpu, one\),/, to: "", missed: "gru" },
  { file: "fused/webgpu/webgpuOps.ts", from: /gru: gru\(gpu, one\),/, to: "", missed: "gru" },
];

/** The files that lack a part of the new score function. */
const UNFINISHED = ["parameters", "reference", "textbook", "fused", "derivation", "tex"].map(
  (part) => ({
    file: `scores/${part}.ts`,
    missed: NEW_SCORE,
  }),
);

const EXPECTED = [...UNFINISHED, ...GAPS];

export const GAP_COUNT = EXPECTED.length;

/**
 * @param {string} folder
 * @param {Edit} edit
 * @returns {string[]} an error if the edit matches no code
 */
function makeGap(folder, { file, from, to }) {
  const path = join(folder, ENGINE, file);
  const code = readFileSync(path, "utf8");
  const changed = code.replace(from, to);
  writeFileSync(path, changed);
  return changed === code ? [`${ENGINE}/${file}: no code matches ${from}`] : [];
}

/**
 * @param {string} folder with the project's configuration
 * @param {() => { status: number | null, stdout: string }} types runs the compiler on the engine in that folder
 * @returns {string[]} gaps that the compiler did not notice
 */
export function findUnnoticedGaps(folder, types) {
  mkdirSync(join(folder, "src"), { recursive: true });
  cpSync(ENGINE, join(folder, ENGINE), {
    recursive: true,
    filter: (file) => !file.endsWith(".test.ts"),
  });
  const clean = types();
  if (clean.status !== 0) return [`the copy of the engine is refused:\n${clean.stdout}`];
  const stale = [NEW_NAME, ...GAPS].flatMap((edit) => makeGap(folder, edit));
  const refused = types().stdout.split(/\n(?! )/);
  const unnoticed = EXPECTED.filter(
    ({ file, missed }) =>
      !refused.some(
        (line) => line.startsWith(`${ENGINE}/${file}(`) && line.includes(`'${missed}' is missing`),
      ),
  );
  return [
    ...stale,
    ...unnoticed.map(({ file, missed }) => `${ENGINE}/${file}: compiles without ${missed}`),
  ];
}
