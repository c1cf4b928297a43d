/** Brings up the first backend that passes its self-test: the requested one, WebAssembly, WebGL on a real GPU, JavaScript. */
import { backend, env, removeBackend, setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import plainWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simdWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import threadedWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";
import { type ExampleGradient, gradientAlone } from "../../engine/fused/exampleGradient";
import type { Ops } from "../../engine/fused/ops";
import { gradientByTeam } from "../../engine/fused/threads/sharedGradient";
import { TENSOR_SHAPES, testArithmetic } from "../../engine/selfTest";
import type { ModelShape } from "../../engine/setup/modelShape";
import type { Arithmetic } from "../../engine/training/learner";
import { textbook } from "../../engine/training/textbookLearner";
import type { BackendName, BackendReport, MissedBackend, RequestedBackend } from "../protocol";
import {
  chooseComputation,
  type Computation,
  fusedOps,
  wasmOps,
  type TensorBackend,
} from "./computation";
import { onThreadsLost, openTeam } from "./threads";
import type { BroughtUp } from "./timeBackends";
import { onWebgpuLost, openWebgpu } from "./webgpu";

/** No backend passes its self-test; the message lists the failures. */
export class NoBackendError extends Error {
  /** Whether a backend was not tested, because its script did not load. */
  readonly isMissing: boolean;

  constructor(message: string, isMissing: boolean) {
    super(message);
    this.isMissing = isMissing;
  }
}

/** The script of a backend did not load, which says nothing about the device. */
class MissingScriptError extends Error {}

/**
 * In the order of trial. WebAssembly is up first, and a graphics card pays only for larger models: the page moves to it
 * once it has measured so. WebGPU and threads come up on request only.
 */
const ORDER: readonly BackendName[] = ["wasm", "webgl", "cpu"];

type WorkingBackend = Extract<BroughtUp, { kind: "works" }>;
type Attempt = Exclude<BroughtUp, WorkingBackend> | (WorkingBackend & Computation);

export interface ChosenBackend {
  readonly report: BackendReport;
  readonly arithmetic: Arithmetic;
}

/**
 * Brings up a backend.
 * @param asked the backend to try first; only a link may request a software GPU
 * @param skip backends that have failed since the page was loaded
 * @throws NoBackendError
 */
export async function chooseBackend(
  asked: RequestedBackend | null,
  skip: readonly BackendName[],
): Promise<ChosenBackend> {
  const failures = new Map<BackendName, Attempt>();
  const first = asked ? [asked.name] : [];
  const candidates = [...first, ...ORDER.filter((name) => name !== asked?.name)];
  for (const name of candidates.filter((candidate) => !skip.includes(candidate))) {
    const attempt = await bringUp(name, asked?.by === "link" && name === asked.name);
    if (attempt.kind === "works") {
      const { arithmetic, path, fault } = attempt;
      const reason = name === asked?.name ? asked.by : name === "wasm" ? "first" : "wasmFailed";
      const missed = asked && missedBackend(asked.name, failures);
      const detail = describe(failures, fault);
      return { report: { name, reason, missed, path, detail }, arithmetic };
    }
    failures.set(name, attempt);
  }
  const isMissing = [...failures.values()].some(({ kind }) => kind === "missing");
  throw new NoBackendError(describe(failures) ?? "no backend is left to try", isMissing);
}

/** What failed, for the developer; null where nothing did. */
function describe(
  failures: ReadonlyMap<BackendName, Attempt>,
  fault: string | null = null,
): string | null {
  const broken = [...failures].flatMap(([name, attempt]) =>
    "why" in attempt ? [`${name}: ${attempt.why}`] : [],
  );
  if (fault !== null) broken.push(fault);
  return broken.length > 0 ? broken.join("; ") : null;
}

function missedBackend(
  name: BackendName,
  failures: ReadonlyMap<BackendName, Attempt>,
): MissedBackend | null {
  const attempt = failures.get(name);
  if (!attempt) return null;
  return { name, why: attempt.kind === "unavailable" ? "unavailable" : "failed" };
}

/** Brings up a backend and tests it. */
export async function bringUp(name: BackendName, allowsSoftwareGpu = false): Promise<Attempt> {
  try {
    if (name === "webgpu") return await bringUpWebgpu(allowsSoftwareGpu);
    if (name === "threads") return await bringUpThreads();
    if (name === "webgl" && !allowsSoftwareGpu && !hasRealGpu()) return { kind: "unavailable" };
    const fault = await bringUpTensors(name);
    if (fault !== null) return { kind: "broken", why: fault };
    return { kind: "works", ...(await chooseComputation(() => fusedOps(name))) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: error instanceof MissingScriptError ? "missing" : "broken", why };
  }
}

/**
 * The models of the self-test. A graphics card and its driver may fail in an operation of its own, so the Transformer's
 * are tested there, too. The other two compute alike everywhere, and a test of the project covers them.
 */
const TESTED: Readonly<Record<TensorBackend, readonly ModelShape[] | undefined>> = {
  webgl: TENSOR_SHAPES,
  wasm: undefined,
  cpu: undefined,
};

/** Brings up a backend of the tensor library and tests it. @returns its fault, for the developer; null where it works */
async function bringUpTensors(name: TensorBackend): Promise<string | null> {
  await load(name);
  if (!(await setBackend(name))) return "it did not start";
  // Half precision cannot hold a squared gradient.
  if (name === "webgl" && !env().getBool("WEBGL_RENDER_FLOAT32_ENABLED"))
    return discard(name, "no float32 textures");
  const result = await testArithmetic(textbook, TESTED[name]);
  return result.passed ? null : discard(name, `off by: ${JSON.stringify(result)}`);
}

function discard(name: TensorBackend, why: string): string {
  removeBackend(name);
  return why;
}

/** WebGPU has fused operations only; tensors run on WebAssembly. */
async function bringUpWebgpu(allowsSoftware: boolean): Promise<Attempt> {
  const ops = await openWebgpu(allowsSoftware);
  return ops === null ? { kind: "unavailable" } : bringUpBeside(ops, gradientAlone);
}

/** The leader and its peers all compute with the fused operations of WebAssembly. */
async function bringUpThreads(): Promise<Attempt> {
  const ops = await wasmOps();
  const team = ops && (await openTeam());
  if (!team) return { kind: "unavailable" };
  let attempt: Attempt | null = null;
  try {
    attempt = await bringUpBeside(ops, gradientByTeam(ops, team));
    return attempt.kind === "works" ? { ...attempt, end: team.end } : attempt;
  } finally {
    if (attempt?.kind !== "works") team.end();
  }
}

/** Brings up fused operations beside tensors on WebAssembly. They cannot fall back on the textbook composition. */
async function bringUpBeside(ops: Ops, exampleGradient: ExampleGradient): Promise<Attempt> {
  const fault = await bringUpTensors("wasm");
  if (fault !== null) return { kind: "broken", why: fault };
  const computation = await chooseComputation(async () => ops, exampleGradient);
  if (computation.fault !== null) return { kind: "broken", why: computation.fault };
  return { kind: "works", ...computation };
}

async function load(name: TensorBackend): Promise<void> {
  try {
    await LOAD[name]();
  } catch (error) {
    throw new MissingScriptError(String(error));
  }
}

const LOAD: Record<TensorBackend, () => Promise<void>> = {
  async webgl() {
    await import("@tensorflow/tfjs-backend-webgl"); // registers the flag below
    env().set("SOFTWARE_WEBGL_ENABLED", true); // `hasRealGpu` has refused a software GPU unless a link requests it
  },
  async wasm() {
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    env().set("WASM_HAS_MULTITHREAD_SUPPORT", false); // models this small gain nothing from the library's threads
    setWasmPaths({
      "tfjs-backend-wasm.wasm": plainWasm,
      "tfjs-backend-wasm-simd.wasm": simdWasm,
      "tfjs-backend-wasm-threaded-simd.wasm": threadedWasm,
    });
  },
  async cpu() {
    await import("@tensorflow/tfjs-backend-cpu");
  },
};

/** Whether WebGL 2 runs on hardware that renders to float textures. */
function hasRealGpu(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (!gl?.getExtension("EXT_color_buffer_float")) return false;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext(); // frees it; tfjs makes its own
  return !/swiftshader|llvmpipe|softpipe|software|basic render|warp/i.test(renderer);
}

/** Calls back when the GPU or a thread is lost. Every later result is wrong or never arrives. */
export function onBackendLost(name: BackendName, lost: () => void): void {
  if (name === "webgpu") onWebgpuLost(lost);
  if (name === "threads") onThreadsLost(lost);
  if (name !== "webgl") return;
  webglContext().canvas.addEventListener("webglcontextlost", lost);
}

/** Whether the backend's device is there. The loss of a WebGL context shows here before its event arrives. */
export function isBackendThere(name: BackendName): boolean {
  return name !== "webgl" || !webglContext().isContextLost();
}

function webglContext(): LosableContext {
  return (backend() as unknown as WebGlBackend).getGPGPUContext().gl;
}

interface LosableContext {
  readonly canvas: OffscreenCanvas;
  isContextLost(): boolean;
}

interface WebGlBackend {
  getGPGPUContext(): { readonly gl: LosableContext };
}
