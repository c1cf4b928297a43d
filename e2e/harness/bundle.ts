/** Bundles a harness into one script for a bare page: the engine, the comparison and the backend. */
import { build } from "vite";

/** Members that together cover every cell, depth, direction, score and timing. */
export const SAMPLE_MEMBERS: readonly string[] = [
  "rnn-1layer-uni-none",
  "rnn-2layer-bi-concat-luong",
  "rnn-1layer-bi-none-onehot",
  "gru-1layer-uni-additive-bahdanau",
  "gru-1layer-uni-dot-luong",
  "gru-2layer-uni-diagonal-bahdanau",
  "gru-2layer-bi-general-bahdanau",
  "gru-2layer-bi-additive-bahdanau-dropout",
  "gru-1layer-uni-additive-bahdanau-reversed",
  "lstm-1layer-uni-general-luong-feeding",
  "lstm-2layer-uni-dot-bahdanau",
  "lstm-2layer-bi-concat-luong-feeding",
];

/** Half of them, for what is slowest on a software GPU: every cell, depth, direction, score and timing once. */
export const FEW_MEMBERS: readonly string[] = [
  "rnn-1layer-bi-none-onehot",
  "gru-1layer-uni-dot-luong",
  "gru-2layer-uni-diagonal-bahdanau",
  "gru-2layer-bi-additive-bahdanau-dropout",
  "lstm-1layer-uni-general-luong-feeding",
  "lstm-2layer-bi-concat-luong-feeding",
];

type Harness = "fused" | "layout" | "oracle" | "webgpu";

const made = new Map<Harness, Promise<string>>();

/** The script of a file in this folder; a worker of Playwright makes it once. */
export function bundle(name: Harness): Promise<string> {
  const script = made.get(name) ?? make(name);
  made.set(name, script);
  return script;
}

async function make(name: Harness): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      minify: false,
      lib: { entry: `e2e/harness/${name}.ts`, formats: ["iife"], name: "harness" },
    },
  });
  const output = (Array.isArray(built) ? built[0] : built) as { output: { code: string }[] };
  return output.output[0]?.code ?? "";
}
