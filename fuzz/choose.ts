/** Chooses the monkey's next act from what the page offers. */
import type { Random } from "../src/engine/rng";
import type { Act, Target } from "./act";
import type { Control } from "./page/controls";
import type { Seen } from "./page/store";
import { coin, pick, pickWeighted } from "./pick";
import { COMPOSITIONS, FILES, KEYS, NUMBERS, SIZES, TEXTS } from "./strings";
import { anyEdit, ARGUMENTS } from "./tableArguments";

export interface Offer {
  readonly seen: Seen;
  readonly controls: readonly Control[];
  readonly isOffline: boolean;
  readonly isHidden: boolean;
}

type Choose = (random: Random, offer: Offer) => Act | null;

/** Roles first, so that a map with a hundred cells counts as much as a switch. */
function anyControl(random: Random, controls: readonly Control[]): Control | null {
  if (controls.length === 0) return null;
  const roles = [...new Set(controls.map(({ role }) => role))].toSorted();
  // Buttons and tabs do most of the work of the page.
  const role = coin(random) && roles.includes("button") ? "button" : pick(random, roles);
  return pick(
    random,
    controls.filter((control) => control.role === role),
  );
}

const targetOf = ({ role, name, nth }: Control): Target => ({ role, name, nth });

function typing(random: Random, control: Control): Act {
  const target = targetOf(control);
  if (control.takes === "range")
    return { kind: "press", target, key: pick(random, ["ArrowLeft", "ArrowRight", "Home", "End"]) };
  const enters = coin(random);
  if (control.takes === "number")
    return { kind: "fill", target, text: pick(random, NUMBERS), enters };
  return pickWeighted<() => Act>(random, [
    [4, () => ({ kind: "fill", target, text: pick(random, TEXTS), enters })],
    [2, () => ({ kind: "compose", target, texts: pick(random, COMPOSITIONS), enters })],
    [1, () => ({ kind: "paste", target, text: pick(random, TEXTS) })],
  ])();
}

const onControl: Choose = (random, { controls }) => {
  const control = anyControl(random, controls);
  if (!control) return null;
  if (control.takes !== null) return typing(random, control);
  const target = targetOf(control);
  if (control.options > 0) return { kind: "option", target, index: random.below(control.options) };
  return { kind: "click", target };
};

const onField: Choose = (random, { controls }) => {
  const fields = controls.filter(({ takes }) => takes !== null);
  return fields.length === 0 ? null : typing(random, pick(random, fields));
};

const key: Choose = (random, { controls }) => {
  const control = anyControl(random, controls);
  const target = control && coin(random) ? targetOf(control) : null;
  return { kind: "press", target, key: pick(random, KEYS) };
};

const drag: Choose = (random, { controls }) => {
  const control = anyControl(random, controls);
  if (!control) return null;
  const by = (): number => random.below(161) - 80;
  return { kind: "drag", target: targetOf(control), right: by(), down: by() };
};

const table: Choose = (random, { seen }) => {
  const names = Object.entries(ARGUMENTS).filter(([, args]) => args !== null);
  const [name, args] = pick(random, names);
  return { kind: "table", name, args: args?.(random, seen) ?? [] };
};

const size: Choose = (random) => {
  const [width, height] = pick(random, SIZES);
  return { kind: "resize", width, height };
};

const file: Choose = (random) => ({
  kind: "file",
  file: pick(random, Object.keys(FILES)),
  field: pick(random, [null, 0, 1]),
});

/** Without a network a page of a first visit cannot be opened again, so the monkey stays on it. */
const travel: Choose = (random, { isOffline }) =>
  isOffline ? null : { kind: pick(random, ["back", "forward", "reload", "reload"] as const) };

const away: Choose = (_random, { isHidden }) => ({ kind: isHidden ? "show" : "hide" });
const network: Choose = (_random, { isOffline }) => ({ kind: isOffline ? "online" : "offline" });
const whole =
  (kind: "twin" | "link"): Choose =>
  (_random, { isOffline, isHidden }) =>
    isOffline || isHidden ? null : { kind };
const undoRun: Choose = (random) => ({ kind: "undoRun", seed: 2 + random.below(999) });
const undoEdit: Choose = (random, { seen }) => ({ kind: "undoEdit", edit: anyEdit(random, seen) });

const KINDS: readonly (readonly [number, Choose])[] = [
  [40, onControl],
  [12, onField],
  [12, key],
  [3, drag],
  [22, table],
  [3, size],
  [3, file],
  [2, travel],
  [2, away],
  [1, network],
  [1, whole("twin")],
  [1, whole("link")],
  [1, undoRun],
  [1, undoEdit],
];

/** A model whose step is slow would use up the time of an episode. */
const LIGHT: Act = {
  kind: "table",
  name: "configure",
  args: [{ hiddenSize: 16, embeddingSize: 8, batchSize: 8 }],
};

export function chooseAct(random: Random, offer: Offer): Act {
  const { hiddenSize, batchSize } = offer.seen;
  if (hiddenSize * batchSize > 64 * 64 && random.below(4) > 0) return LIGHT;
  for (;;) {
    const act = pickWeighted(random, KINDS)(random, offer);
    if (act) return act;
  }
}
