/** One weight of a row moved in a gesture: by keys, by typing or by a drag. The row of the first move is the base of all. */
import { useRef } from "react";
import { moveWeight, type Row } from "../../engine/edits/attentionRow";
import type { EditProblem } from "../../engine/edits/editProblem";
import type { Trace } from "../../engine/results/trace";
import { student } from "../../state/actions/acts";
import { type ExampleChoice, isSameExample } from "../../engine/show";
import type { TaskId } from "../../engine/tasks/task";
import { LANE } from "../../state/slices/lane";
import { isAsked } from "../../state/slices/requests";
import { laneOf, useApp } from "../../state/store";

export interface MovedWeight {
  /** Moves the weight. Returns why it cannot, or null. */
  readonly move: (trace: Trace, place: WeightPlace, value: number) => EditProblem | null;
  /** Ends the gesture: the next move starts from the row that is then on show, and undo goes back to before this one. */
  readonly end: () => void;
}

export interface WeightPlace {
  readonly step: number;
  readonly column: number;
}

/** What a row belongs to. */
interface RowOwner {
  readonly task: TaskId;
  readonly runId: number | null;
  readonly example: ExampleChoice;
}

interface Gesture {
  readonly base: Row;
  readonly owner: RowOwner;
  /** Whether the gesture has edited the decode. */
  hasEdited: boolean;
  /** The row that waits for the worker; null: none. */
  next: { readonly step: number; readonly row: Row } | null;
}

function rowOwner(): RowOwner {
  const { config, run } = laneOf(LANE);
  const { example } = useApp.getState().view.show;
  return { task: config.task, runId: run.info?.runId ?? null, example };
}

/** Whether the stage still has the example and the model of the gesture: a key or a lesson can change them in a drag. */
function isOnStage({ owner }: Gesture): boolean {
  const { task, runId, example } = rowOwner();
  return owner.task === task && owner.runId === runId && isSameExample(owner.example, example);
}

/** Sends the waiting row, unless the worker still decodes the one before: many moves cost as many decodes as fit. */
function send(gesture: Gesture): void {
  const { next } = gesture;
  if (!next) return;
  gesture.next = null;
  if (!isOnStage(gesture)) return;
  void student.editDecode({ kind: "look", step: next.step, weights: next.row }, gesture.hasEdited);
  gesture.hasEdited = true;
}

const isDecoding = (): boolean => isAsked(useApp.getState().requests, "show");

export function useMovedWeight(): MovedWeight {
  const gesture = useRef<Gesture | null>(null);
  const stop = useRef<(() => void) | null>(null);
  return {
    move: (trace, { step, column }, value) => {
      const weights = trace.steps[step]?.attention?.weights ?? [];
      gesture.current ??= {
        base: Array.from(weights),
        owner: rowOwner(),
        hasEdited: false,
        next: null,
      };
      const now = gesture.current;
      const moved = moveWeight(now.base, column, value);
      if ("problem" in moved) return moved.problem;
      now.next = { step, row: moved.row };
      if (!isDecoding()) send(now);
      stop.current ??= useApp.subscribe(() => !isDecoding() && send(now));
      return null;
    },
    end: () => {
      stop.current?.();
      stop.current = null;
      if (gesture.current) send(gesture.current);
      gesture.current = null;
    },
  };
}
