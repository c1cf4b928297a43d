/** What a lesson may know of the page of the networks alone. */
import { lettersOf } from "../../engine/alone/letters";
import { keepsModel } from "../../engine/alone/sameModel";
import type { AloneFacts } from "../../lessons/facts";
import type { AloneState, AloneWish } from "./alone";
import type { OpenAlone } from "./lesson";

/** Whether the generator has written what the student wants. */
function isWritten({ wish, info, written }: AloneState): boolean {
  const [first] = written;
  if (!first || !info) return false;
  const { label, choice, steps } = first.writing;
  const given = steps.filter((step) => step.given).length;
  return (
    label === Math.max(0, info.classes.indexOf(wish.label)) &&
    isChoice(choice, wish) &&
    given === lettersOf(wish.beginning, info.config.accents).length
  );
}

function isChoice(
  choice: AloneState["written"][number]["writing"]["choice"],
  { choosing, temperature, drawSeed }: AloneWish,
): boolean {
  if (choice.kind === "greedy") return choosing === "greedy";
  return choosing === "sample" && choice.temperature === temperature && choice.seed === drawSeed;
}

/** Whether the worker has answered what the student wants. */
function isAnswered(state: AloneState): boolean {
  const { wish, info, reading } = state;
  const { config } = wish;
  if (info?.config.alone !== config.alone || !keepsModel(info.config, config)) return false;
  if (config.alone === "generator") return isWritten(state);
  return reading !== null && (wish.text === "" || reading.name === wish.text);
}

function factsOf(state: AloneState): AloneFacts | null {
  const { info, reading, written, isTraining } = state;
  if (!info) return null;
  const { config, classes, step, isShipped, baselines, evaluations } = info;
  const evaluation = evaluations.at(-1) ?? null;
  return { config, classes, step, isShipped, baselines, evaluation, reading, written, isTraining };
}

/** Null: the page is closed. */
export function openAloneOf(state: AloneState): OpenAlone | null {
  if (state.place === null) return null;
  return isAnswered(state) ? factsOf(state) : "waiting";
}
