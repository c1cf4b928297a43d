/**
 * Compiles the AssemblyScript kernels of src/engine/fused/wasm/assembly when the page, a test or a script imports
 * `./kernels.generated`. The import returns them as base64 text, so the page needs no extra file and no request.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { latestFile } from "./latestFile.mjs";
import { ROOT } from "./npm.mjs";

const IMPORTED = "./kernels.generated";
const MODULE = "\0fused-kernels"; // Rollup convention: a module that is not a file
const SOURCES = join(ROOT, "src/engine/fused/wasm/assembly");
const CACHE = join(ROOT, ".cache/kernels");

const FLAGS = ["--optimizeLevel", "3", "--shrinkLevel", "0", "--runtime", "stub"];
const VARIANTS = {
  simd: [...FLAGS, "--enable", "simd"],
  relaxed: [...FLAGS, "--enable", "simd", "--enable", "relaxed-simd"],
};

/** @returns {import("vite").Plugin} */
export function fusedKernels() {
  return {
    name: "fused-kernels",
    resolveId: (source) => (source === IMPORTED ? MODULE : undefined),
    async load(id) {
      if (id !== MODULE) return undefined;
      for (const file of sourceFiles()) this.addWatchFile(join(SOURCES, file));
      return kernelModule();
    },
  };
}

/** JavaScript that exports both variants; from the cache if the sources are unchanged. */
function kernelModule() {
  return latestFile(CACHE, `${fingerprint()}.js`, async () => {
    const lines = [];
    for (const [name, flags] of Object.entries(VARIANTS)) {
      const bytes = await compile(flags);
      lines.push(`export const ${name} = "${Buffer.from(bytes).toString("base64")}";\n`);
    }
    return lines.join("");
  });
}

function sourceFiles() {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts")).toSorted();
}

/** Changes with the sources, the flags and the compiler. */
function fingerprint() {
  const hash = createHash("sha256").update(JSON.stringify(VARIANTS)).update(compilerVersion());
  for (const file of sourceFiles()) hash.update(file).update(readFileSync(join(SOURCES, file)));
  return hash.digest("hex").slice(0, 16);
}

function compilerVersion() {
  /** @type {{ version: string }} */
  const { version } = createRequire(import.meta.url)("assemblyscript/package.json");
  return version;
}

/**
 * @param {readonly string[]} flags
 * @returns {Promise<Uint8Array>}
 */
async function compile(flags) {
  const { main } = await import("assemblyscript/asc"); // slow to load and rarely needed
  let bytes = new Uint8Array();
  let messages = "";
  const { error } = await main(
    ["index.ts", "--baseDir", SOURCES, "--outFile", "kernels.wasm", ...flags],
    {
      stderr: { write: (text) => void (messages += text.toString()) },
      writeFile: (_, contents) => {
        if (typeof contents !== "string") bytes = new Uint8Array(contents);
      },
    },
  );
  if (error || messages !== "") throw new Error(`kernels: ${error?.message ?? ""}\n${messages}`);
  return bytes;
}
