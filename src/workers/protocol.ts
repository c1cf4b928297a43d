/** The messages between page and worker: types only. Both sides narrow on `type` and end with `satisfies never`. */
import type { Config } from "../engine/setup/config";
import type { CorpusInput, CorpusOptions, CorpusReport } from "../engine/corpus/report";
import type { BestEvaluation, Evaluation, LossPoint } from "../engine/results/history";
import type { ModelProblem } from "../engine/files/modelProblem";
import type { EvaluationStage } from "../engine/results/scoreReport";
import type { TrainingView } from "../engine/setup/trainingView";
import type { TaskId, Unit } from "../engine/tasks/task";
import type { Trace } from "../engine/results/trace";
import type { Edit } from "../engine/edits/edit";
import type { RefusedEdit } from "../engine/edits/editProblem";
import type { Show, WeightsOf } from "../engine/show";
import type { Answer, Question } from "./questions";

export type { Evaluation, LossPoint } from "../engine/results/history";
export type { ModelProblem } from "../engine/files/modelProblem";

/** A lane is a run with its settings and its evaluation. The page opens with lane "a" alone. */
export type LaneId = "a" | "b";

/** The answer to a request repeats its id. Ids count up over the whole page. */
export type RequestId = number;

/** "threads": WebAssembly, with each training step divided among several threads. */
export type BackendName = "webgl" | "webgpu" | "wasm" | "threads" | "cpu";

/** A backend to try first, and where the request comes from. */
export interface RequestedBackend {
  readonly name: BackendName;
  /** Only a link may request a software GPU; the student's choice and the measurement mean real hardware. */
  readonly by: "link" | "choice" | "measurement";
}

/** The first message: bring up a backend, the requested one or else the first that works. */
export interface StartCommand {
  readonly type: "start";
  readonly asked: RequestedBackend | null;
  readonly skip: readonly BackendName[];
  readonly dataUrl: string; // the folder of the shipped models, with a slash at the end
  readonly tab: string | null; // names the record of this tab's run; null where the browser stores nothing
}

/** What a lane can do. The worker answers each command with "done", after all other events that it causes. */
export type Command =
  /**
   * Build the model of these settings and decode. "kept" takes the saved run of this tab if it has these settings;
   * "kept" and "baked" take the shipped model if there is one; else the weights are fresh.
   * Answered by "ready" or "failed".
   */
  | {
      readonly type: "configure";
      readonly config: Config;
      readonly weights: "kept" | "baked" | "fresh";
      readonly show: Show;
    }
  /** Make the pairs of an inspection the task "pairs", with fresh weights or those of the saved run, as above. */
  | {
      readonly type: "usePairs";
      readonly inspection: number;
      readonly config: Config;
      readonly weights: "kept" | "fresh";
      readonly show: Show;
    }
  /** Apply the fields that need no fresh model (learning rate, P(feed truth)) to the active run. */
  | { readonly type: "adjust"; readonly config: Config }
  /** Train until the target, the step cap or "pause". A shipped model gives way to fresh weights. Done at the start. */
  | { readonly type: "train" }
  | { readonly type: "pause" }
  /** One update. Done after it. */
  | { readonly type: "trainOneStep" }
  /** The same update, whose numbers the page gets by "walked". Done after it. */
  | { readonly type: "walkUpdate" }
  /** Change how training is shown, at once and for all later training of the lane. */
  | { readonly type: "watchTraining"; readonly view: TrainingView }
  /**
   * Replace the run by one with the weights of its best evaluation. Answered by "ready", unless the run keeps no other
   * weights than its present ones.
   */
  | { readonly type: "useBest" }
  /** Fresh weights from the same seed. */
  | { readonly type: "reset" }
  /** Return to the run that the active one replaced. */
  | { readonly type: "undo" }
  /** Return to the run that the last undo left. */
  | { readonly type: "redo" }
  /** Write the model into a safetensors file. Answered by "modelSaved" or "modelRefused". */
  | { readonly type: "saveModel" }
  /** Replace the model by the one in a file. Answered by "ready" or "modelRefused". */
  | { readonly type: "openModel"; readonly file: Blob }
  /**
   * Decode this, and again and again during training. Answered by "trace"; if the model cannot read the source,
   * "sourceRejected" comes first and the trace is of the previous example. `runId` is the run that an earlier step in
   * `show` belongs to.
   */
  | { readonly type: "show"; readonly show: Show; readonly runId: number | null }
  /**
   * Read the weights that decode, those of the snapshot nearest to an earlier step included. Answered by "parameters".
   */
  | { readonly type: "readParameters"; readonly weightsOf: Show["weightsOf"] }
  | Question
  /**
   * Make a copy of another lane's run the run of this one, with the weights of its snapshot nearest to an earlier step or
   * with its present ones. The copy is finished: it decodes and is evaluated. Answered by "ready", unless the other lane
   * has no run or a newer request is here.
   */
  | {
      readonly type: "copyRun";
      readonly of: LaneId;
      readonly weightsOf: WeightsOf;
      readonly show: Show;
    }
  /** End the lane: drop its runs and its saved run. */
  | { readonly type: "close" }
  /** Evaluate the run in full with its current weights, while other commands go on. Done after the evaluation. */
  | { readonly type: "evaluate" }
  | { readonly type: "stopEvaluating" }
  /**
   * Read a user's pairs and report on them. Answered by "pairsInspected", unless a newer inspection or
   * "cancelInspection" ends it.
   */
  | {
      readonly type: "inspectPairs";
      readonly inspection: number; // "usePairs" refers to these pairs by it
      readonly input: CorpusInput;
      readonly options: CorpusOptions;
    }
  | { readonly type: "cancelInspection"; readonly inspection: number }
  /** Write the pairs of an inspection as clean text, a pair a line. Answered by "pairsExported". */
  | { readonly type: "exportPairs"; readonly inspection: number };

/** A command with its lane and the id of its answer. */
export interface Request {
  readonly id: RequestId;
  readonly lane: LaneId;
  readonly command: Command;
}

/** The first message of a worker that only times a training step, on each of these backends that works. */
export interface TimeCommand {
  readonly type: "time";
  readonly config: Config;
  readonly sizes: TimedSizes;
  /** In the order of timing. */
  readonly backends: readonly BackendName[];
  /** Backends that have failed since the page was loaded; they are not tried. */
  readonly skip: readonly BackendName[];
}

/** The sizes of a user's own pairs, which the timing worker does not have. */
export type TimedSizes = Pick<RunInfo, "sourceTokens" | "targetTokens" | "maxSourceLength">;

/** The result of timing a training step on a backend. */
export type StepTime =
  | { readonly kind: "timed"; readonly milliseconds: number } // of one step
  | { readonly kind: "unavailable" } // the device does not have it
  | { readonly kind: "failed"; readonly why: string };

/** The events of a timing worker: "timed" for each backend, then "timedAll", after which the worker ends. */
export type TimeEvent =
  | { readonly type: "timed"; readonly name: BackendName; readonly time: StepTime }
  | { readonly type: "timedAll" };

/** A backend that does not come up: the device does not have it, or it failed its self-test. */
export interface MissedBackend {
  readonly name: BackendName;
  readonly why: "unavailable" | "failed";
}

/** The backend that the worker runs on, and why. */
export interface BackendReport {
  readonly name: BackendName;
  /** "first": the page starts on WebAssembly. "wasmFailed": it would, but WebAssembly failed its self-test. */
  readonly reason: RequestedBackend["by"] | "first" | "wasmFailed";
  /** The requested backend, and why it is not the one in use; null where it is, or where none was requested. */
  readonly missed: MissedBackend | null;
  /** What computes the models: the fused operations, or the textbook composition on the tensor library. */
  readonly path: "fused" | "textbook";
  /** Which backends failed before and how; null where none failed. */
  readonly detail: string | null;
}

/** A run as the page first knows it, or knows it again after undo. */
export interface RunInfo {
  readonly runId: number;
  readonly config: Config;
  /**
   * "baked": shipped with the page. "fresh": made here. "opened": read from a file; training continues from it.
   * "kept": saved by this tab before the reload; training continues exactly where it was. "best": those of the best
   * evaluation of an earlier run; training continues from them with other data. "copy": those of another lane's run.
   */
  readonly weights: "baked" | "fresh" | "opened" | "kept" | "best" | "copy";
  readonly step: number;
  readonly parameters: number;
  readonly sourceTokens: number; // vocabulary sizes, special tokens included
  readonly targetTokens: number;
  readonly maxSourceLength: number; // tokens, <eos> not counted
  readonly sourceUnit: Unit;
  readonly targetUnit: Unit;
  readonly heldOutExamples: number; // the number of fixed held-out examples
  readonly heldOutPairs: number | null; // the number of held-out pairs of the user's own; null in other tasks
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly Evaluation[];
  /** The evaluation whose weights the run keeps as its best; null: it keeps none. */
  readonly best: BestEvaluation | null;
  /** The run that undo makes active; null: there is none. */
  readonly undo: OtherRun | null;
  /** The run that redo makes active; null unless undo has left one and no new run has come since. */
  readonly redo: OtherRun | null;
}

/** A run that the worker holds beside the active one. */
export type OtherRun = Pick<RunInfo, "runId" | "config" | "step" | "weights">;

/** Why training stopped. */
export type StopReason = "paused" | "target" | "cap" | "overfitted" | "diverged" | "oneStep";

/**
 * Why a reload would lose the run. "full": no room. "blocked": the browser refuses to store anything. "slow": storage has
 * not answered yet. "late": storage answered too late to continue the saved run; that run stays saved, and the active
 * one is not saved over it. "damaged": the saved run could not be read and has been dropped.
 */
export type KeepingProblem = "full" | "blocked" | "slow" | "late" | "damaged";

/** Why a typed source cannot be decoded. */
export type SourceProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "tooLong"; readonly length: number; readonly limit: number }
  | { readonly kind: "unknownTokens"; readonly tokens: readonly string[] };

export type Failure =
  /** No backend passed its self-test, not even plain JavaScript. */
  | { readonly kind: "noBackend"; readonly detail: string }
  /** The script of a backend did not load, and no other backend works. */
  | { readonly kind: "engineMissing"; readonly detail: string }
  /** The shipped model could not be read; fresh weights take its place. */
  | { readonly kind: "bakedMissing"; readonly task: TaskId; readonly detail: string }
  /** The link names pairs that this page does not have. */
  | { readonly kind: "pairsMissing" }
  | { readonly kind: "outOfMemory"; readonly detail: string }
  /** The GPU or a thread failed; a restart takes the next backend. */
  | { readonly kind: "backendLost"; readonly name: BackendName }
  /** Of the page alone: the script of an act failed to load, so nothing was done. */
  | { readonly kind: "actMissing"; readonly detail: string }
  /** Of the page alone: a script that starts the worker failed to load. */
  | { readonly kind: "scriptsMissing"; readonly detail: string }
  /** Of the page alone: the worker has not answered for a minute. It may still work. */
  | { readonly kind: "silent" }
  | { readonly kind: "crash"; readonly detail: string };

export type Event =
  /** The worker runs on this backend; sent once, before any "ready". */
  | { readonly type: "backend"; readonly report: BackendReport }
  /** Of the page alone: the worker answers again after a silence. */
  | { readonly type: "answering" }
  /** The request is carried out or refused. */
  | { readonly type: "done"; readonly requestId: RequestId }
  /**
   * A run has become active. `isShown`: its trace follows. Otherwise the shown example belongs to another task, and the
   * page sends a new "show".
   */
  | {
      readonly type: "ready";
      readonly requestId: RequestId;
      readonly info: RunInfo;
      readonly isShown: boolean;
    }
  | { readonly type: "started"; readonly runId: number }
  /** At most about 20 a second; carries every loss since the last report. */
  | {
      readonly type: "progress";
      readonly runId: number;
      readonly losses: readonly LossPoint[];
      /** The mean over about the last second of training, rests included, evaluations and traces not. */
      readonly pairsPerSecond: number;
    }
  | { readonly type: "evaluation"; readonly runId: number; readonly evaluation: Evaluation }
  /** The run keeps the weights of its newest evaluation as its best; follows that "evaluation". */
  | { readonly type: "best"; readonly runId: number; readonly best: BestEvaluation }
  | { readonly type: "evaluating"; readonly runId: number; readonly stage: EvaluationStage }
  /** The steps of the run's snapshots, ascending; sent after "ready" and after every change. */
  | { readonly type: "snapshots"; readonly runId: number; readonly steps: readonly number[] }
  | { readonly type: "stopped"; readonly runId: number; readonly reason: StopReason }
  /** `requestId`: the request that chose what the trace shows. */
  | {
      readonly type: "trace";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly trace: Trace;
    }
  /** All parameters of the run after `step` updates, as one flat vector [P]. */
  | {
      readonly type: "parameters";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly step: number;
      readonly values: Float32Array;
    }
  | Answer
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
  /** The model cannot read the source in the request; the previous example stays. */
  | {
      readonly type: "sourceRejected";
      readonly requestId: RequestId;
      readonly text: string;
      readonly problem: SourceProblem;
    }
  /** These edits do not apply to the model and the example of the request; the decode has the other edits. */
  | {
      readonly type: "editsRefused";
      readonly requestId: RequestId;
      readonly refused: readonly RefusedEdit[];
      readonly edits: readonly Edit[];
    }
  | {
      readonly type: "pairsInspected";
      readonly requestId: RequestId;
      readonly report: CorpusReport;
    }
  /** At most 10 a second, in a unit of the reading alone; it may begin anew where a file is unpacked before it is read. */
  | {
      readonly type: "pairsProgress";
      readonly inspection: number;
      readonly done: number;
      readonly total: number;
    }
  /** Tab-separated text, quoted as RFC 4180 has it; null: the worker no longer has these pairs. */
  | {
      readonly type: "pairsExported";
      readonly requestId: RequestId;
      readonly inspection: number;
      readonly text: string | null;
    }
  /** Saving the run began to fail, or works again (null). Training goes on. */
  | { readonly type: "keeping"; readonly problem: KeepingProblem | null }
  | { readonly type: "failed"; readonly failure: Failure };

/** An event with its lane; null: it is about the worker, so about every lane. */
export interface Message {
  readonly lane: LaneId | null;
  readonly event: Event;
}
