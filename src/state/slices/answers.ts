/** What the worker has answered to the page's questions about a run. */
import type { BatchAccount } from "../../engine/results/batchAccount";
import type { ExposureReport } from "../../engine/results/exposure";
import type { MapFilm } from "../../engine/results/mapFilm";
import type { RoadsAnswer } from "../../engine/results/roads";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import type { WalkedExample } from "../../engine/results/walkedExample";
import type { Event } from "../../workers/protocol";
import type { Answer } from "../../workers/questions";

/** The weights of a run after `step` updates. */
interface Parameters {
  readonly step: number;
  readonly values: Float32Array; // flat, [P]
}

/** A walked update. */
export interface Walk {
  readonly account: UpdateAccount;
  /** The example that the student follows, or an earlier one until the worker answers; null: none has come yet. */
  readonly example: WalkedExample | null;
}

export interface Answers {
  /** The weights after some update, as the page has read them last; null: it has read none of this run. */
  readonly parameters: Parameters | null;
  /** The gradients of the trace on the stage, or of an earlier one until the worker answers. */
  readonly roads: RoadsAnswer | null;
  /** The update that the student has walked last; null: none of this run. */
  readonly walk: Walk | null;
  /** The batch that the next update learns from, as the page has asked for it last; null: it has not. */
  readonly batch: BatchAccount | null;
  /** The maps of an example at earlier updates, as the page has asked for them last; null: it has not. */
  readonly maps: MapFilm | null;
  /** How far own answers fall behind, as the page has asked for it last; null: it has not. */
  readonly exposure: ExposureReport | null;
}

export const NO_ANSWERS: Answers = {
  parameters: null,
  roads: null,
  walk: null,
  batch: null,
  maps: null,
  exposure: null,
};

/** What the answer to a question changes. */
export function answersAfter(
  { walk }: Answers,
  event: Answer | Extract<Event, { readonly type: "parameters" }>,
): Partial<Answers> {
  switch (event.type) {
    case "parameters":
      return { parameters: { step: event.step, values: event.values } };
    case "roads":
      return { roads: event.answer };
    case "walked":
    case "walkedExample":
      return { walk: walkAfter(walk, event) };
    case "batch":
      return { batch: event.account };
    case "maps":
      return { maps: event.film };
    case "exposure":
      return { exposure: event.report };
    default:
      return event satisfies never;
  }
}

/** An example of an earlier walk changes nothing. */
function walkAfter(
  walk: Walk | null,
  event: Extract<Event, { readonly type: "walked" | "walkedExample" }>,
): Walk | null {
  if (event.type === "walked") return { account: event.account, example: null };
  return walk?.account.step === event.step ? { ...walk, example: event.example } : walk;
}
