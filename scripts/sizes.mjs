/**
 * `npm run sizes`: the lengths of the product's functions and files, in lines of code without blanks and comments.
 * Fails on a file over the limit, and if the median or the 90th percentile of functions is out of range.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { parseSync, Visitor } from "vite";
import { ROOT } from "./npm.mjs";

const MAX_FILE = 250;
const MEDIAN = { least: 4, most: 14 }; // of functions
const MAX_NINETIETH = 25; // percentile of functions
const LISTED = 8; // largest files

/** Tests, their helpers, and AssemblyScript, whose function decorators do not parse. */
const LEFT_OUT = /\.test\.tsx?$|(^|\/)testing\/|\/wasm\/assembly\//;
const TEXTS = /^i18n\//; // texts have no limit

/** @typedef {{ readonly name: string, readonly lines: number }} Sized */

/** Paths relative to src. */
function productFiles() {
  return readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !LEFT_OUT.test(file));
}

/**
 * Replaces comments by blanks, so positions in the code stay valid.
 * @param {string} source
 * @param {readonly { start: number, end: number }[]} comments
 */
function withoutComments(source, comments) {
  let [code, from] = ["", 0];
  for (const { start, end } of comments) {
    code += source.slice(from, start) + source.slice(start, end).replaceAll(/[^\n]/g, " ");
    from = end;
  }
  return code + source.slice(from);
}

const countLines = (/** @type {string} */ code) => code.match(/^.*\S.*$/gm)?.length ?? 0;

/** @typedef {{ readonly start: number, readonly end: number }} Place */

/**
 * The positions of named functions: declarations, methods, and function constants.
 * @param {import("vite").ParseResult["program"]} program
 */
function namedFunctions(program) {
  /** @type {{ name: Place | null, place: Place }[]} */
  const found = [];
  new Visitor({
    FunctionDeclaration: (node) => void found.push({ name: node.id, place: node }),
    MethodDefinition: (node) => void found.push({ name: node.key, place: node }),
    VariableDeclarator({ id, init }) {
      if (init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression")
        found.push({ name: id, place: init });
    },
  }).visit(program);
  return found;
}

/**
 * @param {string} file
 * @returns {{ file: Sized, functions: Sized[] }}
 */
function measure(file) {
  const source = readFileSync(join(ROOT, "src", file), "utf8");
  const { program, comments, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const code = withoutComments(source, comments);
  const functions = namedFunctions(program).map(({ name, place }) => ({
    name: `${file} ${name ? code.slice(name.start, name.end) : "default"}`,
    lines: countLines(code.slice(place.start, place.end)),
  }));
  return { file: { name: file, lines: countLines(code) }, functions };
}

/**
 * The quantile of a list, longest first.
 * @param {readonly Sized[]} sorted
 * @param {number} share
 */
const linesAt = (sorted, share) =>
  sorted[Math.floor((1 - share) * (sorted.length - 1))]?.lines ?? 0;

const longestFirst = (/** @type {Sized} */ a, /** @type {Sized} */ b) => b.lines - a.lines;
const measured = productFiles().map(measure);
const functions = measured.flatMap((each) => each.functions).toSorted(longestFirst);
const files = measured.map((each) => each.file).toSorted(longestFirst);
const [median, ninetieth] = [linesAt(functions, 0.5), linesAt(functions, 0.9)];
const written = files.filter(({ name }) => !TEXTS.test(name));

console.log(
  `${functions.length} functions: median ${median} lines, 90th percentile ${ninetieth}, longest ${functions[0]?.lines} (${functions[0]?.name})`,
);
console.log(
  `${files.length} files: median ${linesAt(files, 0.5)} lines, 90th percentile ${linesAt(files, 0.9)}; the largest except texts:`,
);
for (const { name, lines } of written.slice(0, LISTED)) console.log(`  ${lines}  ${name}`);

const problems = [
  ...written
    .filter(({ lines }) => lines > MAX_FILE)
    .map(({ name, lines }) => `${name} has ${lines} lines of code, more than ${MAX_FILE}`),
  ...(median < MEDIAN.least || median > MEDIAN.most
    ? [`the median function has ${median} lines, not ${MEDIAN.least} to ${MEDIAN.most}`]
    : []),
  ...(ninetieth > MAX_NINETIETH
    ? [
        `one function in ten has more than ${MAX_NINETIETH} lines: the 90th percentile is ${ninetieth}`,
      ]
    : []),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
