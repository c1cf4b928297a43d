/** The messages between page and worker: types only. Both ends narrow on `type` and end with `satisfies never`. */
import type { Config } from "../engine/setup/config";
import type { CorpusOptions, CorpusReport } from "../engine/corpus/report";
import type { Evaluation, LossPoint } from "../engine/results/history";
import type { ModelProblem } from "../engine/files/modelProblem";
import type { EvaluationStage } from "../engine/results/scoreReport";
import type { TaskId, Unit } from "../engine/tasks/task";
import type { Trace } from "../engine/results/trace";
import type { Show } from "../engine/show";

export type { Evaluation, LossPoint } from "../engine/results/history";
export type { ModelProblem } from "../engine/files/modelProblem";

/** Names a lane, that is a run with its settings and its evaluation. The page opens with "a" alone. */
export type LaneId = "a" | "b";

/** Names a command that is answered: the answer repeats it. Ids count up, the whole page over. */
export type RequestId = number;

/** "threads": WebAssembly whose training steps several threads share. */
export type BackendName = "webgl" | "webgpu" | "wasm" | "threads" | "cpu";

/** A backend to try first, and who wants it. */
export interface BackendWish {
  readonly name: BackendName;
  /** A link may insist on a software GPU; the student's choice and the measurement mean what the device has. */
  readonly by: "link" | "choice" | "measurement";
}

/** First of all: bring up a backend, the one wished for or the first that works, but none of those to skip. */
export interface StartCommand {
  readonly type: "start";
  readonly asked: BackendWish | null;
  readonly skip: readonly BackendName[];
  readonly dataUrl: string; // where the shipped models lie, with a slash at the end
  readonly tab: string | null; // under which name this tab keeps its runs; null where it can keep nothing
}

/** What a lane does. Each is answered by a "done" of its request, after whatever else it brings about. */
export type Command =
  /**
   * Build the model that the config names and decode: the run that this tab kept ("kept") if it has these settings, else
   * a trained one ("baked") if one was shipped, else fresh weights. Answered by "ready", or "failed".
   */
  | {
      readonly type: "configure";
      readonly config: Config;
      readonly weights: "kept" | "baked" | "fresh";
      readonly show: Show;
    }
  /** Make the pairs of an inspection the task "pairs", with fresh weights or with those of the kept run, as above. */
  | {
      readonly type: "usePairs";
      readonly inspection: number;
      readonly config: Config;
      readonly weights: "kept" | "fresh";
      readonly show: Show;
    }
  /** Apply the fields that need no fresh model (learning rate, P(feed truth)) to the run as it goes. */
  | { readonly type: "adjust"; readonly config: Config }
  /** Train until the target, the step cap, or "pause". On baked weights it starts a fresh model first. Done once it has begun. */
  | { readonly type: "train" }
  | { readonly type: "pause" }
  /** One update; done once it is made. */
  | { readonly type: "trainOneStep" }
  /** Fresh weights from the same seed. */
  | { readonly type: "reset" }
  /** Back to the run that the last reset, train or configure replaced. */
  | { readonly type: "undo" }
  /** Write the present model into a safetensors file; the answer is "modelSaved", or why it cannot be. */
  | { readonly type: "saveModel" }
  /** Put a saved model in the place of the present one, if the file is one; else the answer is "modelRefused". */
  | { readonly type: "openModel"; readonly file: Blob }
  /**
   * Decode this and go on showing it: while training, its trace is streamed again and again. Answered by "trace"; where
   * the source cannot be read, "sourceRejected" comes first and the trace is of the example of before. An earlier update
   * means one of this run.
   */
  | { readonly type: "show"; readonly show: Show; readonly runId: number | null }
  /** Evaluate the run in full, as it is now, beside whatever else goes on. Done once it has ended. */
  | { readonly type: "evaluate" }
  | { readonly type: "stopEvaluating" }
  /** Read a user's pairs and report on them; no model is touched. Answered by "pairsInspected", unless others come. */
  | {
      readonly type: "inspectPairs";
      readonly inspection: number; // by which "usePairs" names these pairs
      readonly input: Blob | string;
      readonly options: CorpusOptions;
    };

/** A command on its way: which lane it is for, and under which id it is answered. */
export interface Request {
  readonly id: RequestId;
  readonly lane: LaneId;
  readonly command: Command;
}

/** The first command of a worker that times a training step on every usable one of these backends and does nothing else. */
export interface TimeCommand {
  readonly type: "time";
  readonly config: Config;
  readonly sizes: TimedSizes;
  /** In the order in which they are timed. */
  readonly backends: readonly BackendName[];
  /** Those of them that are not to be tried: those that have failed this page before. */
  readonly skip: readonly BackendName[];
}

/** What the config alone does not say of a user's own pairs, which the worker that times has never seen. */
export type TimedSizes = Pick<RunInfo, "sourceTokens" | "targetTokens" | "maxSourceLength">;

/** What came of timing a training step on a backend. */
export type StepTime =
  | { readonly kind: "timed"; readonly milliseconds: number } // of one step
  | { readonly kind: "unavailable" } // not on this device, which is no fault
  | { readonly kind: "failed"; readonly why: string };

/** What a worker that times answers: one "timed" for each backend, then "timedAll", after which it is gone. */
export type TimeEvent =
  | { readonly type: "timed"; readonly name: BackendName; readonly time: StepTime }
  | { readonly type: "timedAll" };

/** Why the worker runs on this backend; the page says it in words. */
export interface BackendReport {
  readonly name: BackendName;
  readonly reason:
    | BackendWish["by"] // it was wished for
    | "gpu"
    | "noGpu"
    | "gpuFailed"
    | "gpuLost"
    | "wasmFailed";
  /** By what models are computed: the fused operations, or the textbook composition of the tensor library's. */
  readonly path: "fused" | "textbook";
  /** What was tried before and how it failed; null where nothing failed. */
  readonly detail: string | null;
}

/** What is known of a run when it starts or comes back. */
export interface RunInfo {
  readonly runId: number;
  readonly config: Config;
  /**
   * "baked": shipped with the page. "fresh": made here. "opened": read from a file; training goes on from it.
   * "kept": made here before the page was last loaded; training goes on as if nothing had happened.
   */
  readonly weights: "baked" | "fresh" | "opened" | "kept";
  readonly step: number;
  readonly parameters: number;
  readonly sourceTokens: number; // vocabulary sizes, special tokens included
  readonly targetTokens: number;
  readonly maxSourceLength: number; // tokens, <eos> not counted
  readonly sourceUnit: Unit;
  readonly targetUnit: Unit;
  readonly heldOutExamples: number; // how many fixed held-out examples there are
  readonly heldOutPairs: number | null; // how many pairs of a user's own are held out in all; null in other tasks
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly Evaluation[];
  readonly canUndo: boolean;
}

/** Why training stands still. */
export type StopReason = "paused" | "target" | "cap" | "diverged" | "oneStep";

/**
 * Why the run is not kept for a reload. "full": no room. "blocked": the browser keeps nothing, or does not answer.
 * "damaged": what was kept before cannot be read, and has been dropped.
 */
export type KeepingProblem = "full" | "blocked" | "damaged";

/** Why a typed source cannot be decoded. */
export type SourceProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "tooLong"; readonly length: number; readonly limit: number }
  | { readonly kind: "unknownTokens"; readonly tokens: readonly string[] };

export type Failure =
  | { readonly kind: "noBackend"; readonly detail: string } // not even plain JavaScript passed its self-test
  | { readonly kind: "bakedMissing"; readonly task: TaskId; readonly detail: string } // the shipped model could not be read
  | { readonly kind: "pairsMissing" } // the link names pairs that this page has not been given
  | { readonly kind: "outOfMemory"; readonly detail: string }
  | { readonly kind: "backendLost"; readonly name: BackendName } // the GPU or a thread went away; a restart goes on with the next backend
  | { readonly kind: "crash"; readonly detail: string };

export type Event =
  /** The worker is up on this backend; sent once, before any "ready". */
  | { readonly type: "backend"; readonly report: BackendReport }
  /** All that a request asked for has come about, or has been refused. */
  | { readonly type: "done"; readonly requestId: RequestId }
  /**
   * A run has come to the fore. `isShown`: its trace follows, decoded by what was shown before; else the page is to say
   * what to show, since the example was one of another task.
   */
  | {
      readonly type: "ready";
      readonly requestId: RequestId;
      readonly info: RunInfo;
      readonly isShown: boolean;
    }
  | { readonly type: "started"; readonly runId: number }
  /** About 20 a second at most; carries every loss since the last one. */
  | {
      readonly type: "progress";
      readonly runId: number;
      readonly losses: readonly LossPoint[];
      readonly pairsPerSecond: number;
    }
  | { readonly type: "evaluation"; readonly runId: number; readonly evaluation: Evaluation }
  | { readonly type: "evaluating"; readonly runId: number; readonly stage: EvaluationStage }
  /** The steps that the run has snapshots of, ascending; sent after "ready" and whenever they change. */
  | { readonly type: "snapshots"; readonly runId: number; readonly steps: readonly number[] }
  | { readonly type: "stopped"; readonly runId: number; readonly reason: StopReason }
  /** `requestId` names the request that asked for what it shows. */
  | {
      readonly type: "trace";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly trace: Trace;
    }
  | {
      readonly type: "modelSaved";
      readonly requestId: RequestId;
      readonly fileName: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly type: "modelRefused";
      readonly requestId: RequestId;
      readonly problem: ModelProblem;
    }
  /** The source that the request asked for cannot be decoded: the example of before stays. */
  | {
      readonly type: "sourceRejected";
      readonly requestId: RequestId;
      readonly text: string;
      readonly problem: SourceProblem;
    }
  | {
      readonly type: "pairsInspected";
      readonly requestId: RequestId;
      readonly report: CorpusReport;
    }
  /** Keeping the run for a reload began to fail, or works again (null). Training goes on. */
  | { readonly type: "keeping"; readonly problem: KeepingProblem | null }
  | { readonly type: "failed"; readonly failure: Failure };

/** An event on its way to the page; lane null: it is about the worker, and so about every lane. */
export interface Message {
  readonly lane: LaneId | null;
  readonly event: Event;
}
