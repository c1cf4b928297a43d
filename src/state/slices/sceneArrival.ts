/** Whether the stage still shows an earlier decode than the page has asked for. */
import type { Trace } from "../../engine/results/trace";
import type { Config } from "../../engine/setup/config";
import { isSameExample, type Show } from "../../engine/show";
import type { Lane } from "./lane";
import type { LessonState } from "./lesson";
import { isAsked, ofLane, type Requests } from "./requests";

interface Awaiting {
  readonly view: { readonly show: Show };
  readonly lesson: Pick<LessonState, "alone" | "isComparing">;
  readonly lanes: { readonly a: Lane; readonly b?: Lane };
  readonly requests: Requests;
}

/** The settings that show in a trace. */
const SHAPE = [
  "cell",
  "layers",
  "direction",
  "sourceOrder",
  "attention",
  "timing",
  "hiddenSize",
] as const;

function isModel({ shape, task }: Trace, config: Config): boolean {
  return task.id === config.task && SHAPE.every((name) => shape[name] === config[name]);
}

const changesOf = ({ edits, weightsOf, beside }: Show): string =>
  JSON.stringify([edits, weightsOf, beside]);

function isDecode({ show }: Trace, wanted: Show): boolean {
  return isSameExample(show.example, wanted.example) && changesOf(show) === changesOf(wanted);
}

/** Whether a requested model has the settings of the one on the stage and other weights. */
function replacesWeights({ info }: Lane["run"], requests: Requests): boolean {
  const isOther = info !== null && info.weights !== "baked";
  return requests.some(
    ({ command }) => command.type === "configure" && (command.weights === "fresh" || isOther),
  );
}

/** A lesson asks and judges only what it has put on the stage. */
export function isBehind({ view, lesson, lanes: { a, b }, requests }: Awaiting): boolean {
  const { trace } = a.run;
  if (lesson.alone === "waiting") return true;
  if (lesson.isComparing && !b?.run.trace) return true;
  if (replacesWeights(a.run, ofLane(requests, "a"))) return true;
  if (!trace || !isAsked(ofLane(requests, "a"), "show", "configure", "undo", "redo")) return false;
  return !isModel(trace, a.config) || !isDecode(trace, view.show);
}
