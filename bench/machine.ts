/** Describes the machine of the measurements. */
import { cpus, totalmem } from "node:os";
import { readFileSync } from "node:fs";
import { describePyTorch } from "./pytorch";
import type { Device } from "./systems/device";

/** One line each. */
export interface Machine {
  readonly processor: string;
  readonly browser: string;
  readonly gpu: string;
  readonly pytorch: string;
  readonly libraries: string;
}

export async function describeMachine(
  browser: string,
  { gpu, isSoftwareGpu, hasRelaxedSimd }: Device,
): Promise<Machine> {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    processor: `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${gigabytes} GiB`,
    browser: `${browser}, WebAssembly ${hasRelaxedSimd ? "with" : "without"} relaxed SIMD`,
    gpu: isSoftwareGpu ? `no GPU (WebGL: ${gpu})` : gpu,
    pytorch: await describePyTorch(),
    libraries: `tfjs ${versionOf("@tensorflow/tfjs-core")}, jax-js ${versionOf("@jax-js/jax")}`,
  };
}

function versionOf(name: string): string {
  const file = readFileSync(`node_modules/${name}/package.json`, "utf8");
  return (JSON.parse(file) as { version: string }).version;
}
