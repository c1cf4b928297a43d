/** Whether the stage still shows an earlier decode than the page has asked for. */
import type { Trace } from "../../engine/results/trace";
import type { Config } from "../../engine/setup/config";
import { isSameExample, type Show } from "../../engine/show";
import type { Lane } from "./lane";
import { isAsked, ofLane, type Requests } from "./requests";

interface Awaiting {
  readonly view: { readonly show: Show };
  readonly lanes: { readonly a: Lane };
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

function isDecode({ show: shown }: Trace, wanted: Show): boolean {
  const parts = (show: Show): string => JSON.stringify([show.edits, show.weightsOf, show.beside]);
  return isSameExample(shown.example, wanted.example) && parts(shown) === parts(wanted);
}

/** A lesson asks and judges only what it has put on the stage. */
export function isBehind({ view, lanes: { a }, requests }: Awaiting): boolean {
  const { trace } = a.run;
  if (!trace || !isAsked(ofLane(requests, "a"), "show", "configure", "undo", "redo")) return false;
  return !isModel(trace, a.config) || !isDecode(trace, view.show);
}
