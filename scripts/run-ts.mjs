/**
 * Runs a TypeScript script that uses the engine under Node: `node scripts/run-ts.mjs FILE ARGS...`
 * Node 20 cannot run TypeScript, and the imports of tfjs need a bundler. So Vite bundles the script with one copy of
 * tfjs, keeps other packages external, and a second Node process runs the result.
 */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build } from "vite";
import { fusedKernels } from "./kernels.mjs";

// Prints errors here: on an uncaught error the WebAssembly loader prints its whole source.
const START = `import("./main.mjs").catch((error) => { console.error(error); process.exit(1); });\n`;

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: node scripts/run-ts.mjs FILE ARGS...");
  process.exit(2);
}

const outDir = resolve(".cache/run", `${basename(file, ".ts")}-${process.pid}`);
try {
  await build({
    configFile: false,
    logLevel: "warn",
    plugins: [fusedKernels()],
    ssr: { noExternal: [/@tensorflow/] },
    environments: { ssr: { resolve: { mainFields: ["module", "main"] } } },
    define: { __dirname: '""' }, // the WebAssembly loader reads it; setWasmPaths sets the folder
    build: {
      ssr: resolve(file),
      outDir,
      target: "node20",
      sourcemap: true,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: "main.mjs" } },
    },
  });
  writeFileSync(join(outDir, "start.mjs"), START);
  const node = ["--enable-source-maps", join(outDir, "start.mjs"), ...args];
  process.exitCode = spawnSync(process.execPath, node, { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
