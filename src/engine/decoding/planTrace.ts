/** Decodes one example and captures every intermediate quantity: makes the Trace. */
import { padsOf } from "../edits/edit";
import type { ModelShape } from "../setup/modelShape";
import type { Show } from "../show";
import { withEos } from "../tasks/gold";
import type { Pair, Task } from "../tasks/task";
import { PAD, type TokenView, viewToken, type Vocabulary } from "../text/tokens";
import type { Trace, TracedTask, UntouchedDecode } from "../results/trace";
import {
  type Decoded,
  planDecode,
  type PlannedDecode,
  readSource,
  type ReadSource,
} from "./plannedDecode";

/** The model to trace, beside its weights. */
export interface TracedModel {
  readonly task: Task;
  /** The model's run; null if it has none. */
  readonly runId: number | null;
  readonly shape: ModelShape;
  readonly trainedSteps: number;
}

/** A source, and its answer; null: it is unknown, so the truth cannot be fed. */
export interface Example {
  readonly source: readonly string[];
  readonly answer: Pair | null;
}

/** The example and the settings of the decode. */
export interface TracedExample extends Example {
  /** Its edits apply to the example (`sortEdits`). */
  readonly show: Show;
  /** The source of the edit "swapStates"; undefined: there is no such edit. */
  readonly swapped?: readonly string[] | undefined;
  /** The same decode without edits; undefined: it is not known yet. Null: it is not wanted. */
  readonly untouched?: UntouchedDecode | null | undefined;
}

/** A trace that lacks its numbers, and the decode that computes them. */
export interface PlannedTrace {
  readonly planned: PlannedDecode;
  readonly trace: (decoded: Decoded) => Trace;
}

/** Plans the trace of an example. */
export function planTrace(model: TracedModel, example: TracedExample): PlannedTrace {
  const { task, shape } = model;
  const { answer, swapped } = example;
  const own = readSource(task, shape, example);
  const other = swapped ? readSource(task, shape, { source: swapped, answer: null }) : null;
  const feeding = answer === null ? "own" : example.show.feeding;
  const show: Show = { ...example.show, feeding };
  const isEdited = show.edits.length > 0;
  const known = isEdited ? example.untouched : null;
  const planned = planDecode(task, own, other, {
    answer,
    show,
    wantsUntouched: known === undefined,
  });
  const unsolved = answer === null ? task.whyUnsolved?.(example.source) : null;
  const pads = padsOf(show.edits);
  const sourceViews = ({ batch, pair }: ReadSource): TokenView[] => [
    ...views(task.sourceVocabulary, batch.source, pair.source),
    ...Array.from({ length: pads }, () => viewToken(task.sourceVocabulary, PAD)),
  ];
  const trace = (decoded: Decoded): Trace => ({
    task: tracedTask(task),
    runId: model.runId,
    shape,
    source: sourceViews(own),
    expected: answer && views(task.targetVocabulary, own.batch.targetOut, own.pair.target),
    ...(unsolved && { unsolved }),
    gold: own.pair.gold && withEos(own.pair),
    show,
    trainedSteps: model.trainedSteps,
    swappedSource: other && sourceViews(other),
    ...decoded,
    untouched: decoded.untouched ?? known ?? null,
    beside: null,
  });
  return { planned, trace };
}

function tracedTask({ id, sourceUnit, targetUnit, maxSourceLength }: Task): TracedTask {
  return { id, sourceUnit, targetUnit, maxSourceLength };
}

/** Tokens with their texts, <eos> included; an unknown token keeps the text that was typed. */
function views(vocabulary: Vocabulary, ids: Int32Array, typed: readonly string[]): TokenView[] {
  return Array.from(ids, (id, i) => ({ id, text: typed[i] ?? viewToken(vocabulary, id).text }));
}
