/** Any settings and any view that a link can hold. */
import fc from "fast-check";
import { BESIDES } from "../../engine/beside";
import { OPERATIONS } from "../../engine/results/operation";
import type { Subject } from "../../engine/results/subject";
import { type Config, FIELD_NAMES, FIELDS } from "../../engine/setup/config";
import { settle } from "../../engine/setup/conflicts";
import { parseField } from "../../engine/setup/field";
import { type Choosing, CHOOSING_FIELDS, GREEDY, INITIAL_SHOW } from "../../engine/show";
import { settleDifficulty } from "../../engine/tasks/difficulty";
import { LESSON_IDS } from "../../lessons/catalogue";
import type { WantedView } from "../slices/linkedView";
import { SECTIONS } from "../slices/sections";
import { DRAWN, INITIAL_VIEW, LOSSES, MODES, SPEEDS, type ViewState } from "../slices/view";

const ENVIRONMENT = { language: "en", theme: "light" } as const;

/** Any settings that the controls offer. */
export const anyConfig = (
  fc.record(
    Object.fromEntries(
      FIELD_NAMES.map((name) => {
        const field = FIELDS[name];
        const value =
          field.kind === "choice"
            ? fc.constantFrom<string>(...field.options)
            : fc
                .double({ min: field.min, max: field.max, noNaN: true })
                .map((exact) => parseField(field, String(exact)));
        return [name, value];
      }),
    ),
  ) as unknown as fc.Arbitrary<Config>
).map((config) => settleDifficulty(settle(config)));

const anyChoosing: fc.Arbitrary<Partial<Choosing>> = fc.record(
  {
    method: fc.constantFrom(...CHOOSING_FIELDS.method.options),
    beamWidth: fc.integer({ min: 1, max: 8 }),
    temperature: fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
    sampleSeed: fc.integer({ min: 1, max: 9999 }),
  },
  { requiredKeys: [] },
);

const anyShow: fc.Arbitrary<NonNullable<WantedView["show"]>> = fc.record(
  {
    example: fc.oneof(
      fc.record({ kind: fc.constant("heldOut" as const), index: fc.nat({ max: 255 }) }),
      fc.record({
        kind: fc.constant("typed" as const),
        text: fc.string({ unit: "grapheme", maxLength: 60 }),
      }),
    ),
    feeding: fc.constantFrom("own", "truth"),
    beside: fc.constantFrom(...BESIDES),
    choosing: anyChoosing,
  },
  { requiredKeys: [] },
);

const anyPlace = fc.nat({ max: 99 });

const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({ kind: fc.constant("embedding" as const), column: anyPlace }),
  fc.record({ kind: fc.constant("encoder" as const), column: anyPlace, layer: fc.nat({ max: 1 }) }),
  fc.record({ kind: fc.constantFrom("input", "context", "combined"), step: anyPlace }),
  fc.record({
    kind: fc.constantFrom("state", "previous", "memory", "previousMemory"),
    step: anyPlace,
    layer: fc.nat({ max: 1 }),
  }),
  fc.record({
    kind: fc.constant("gate" as const),
    gate: fc.constantFrom("reset", "update", "candidate", "input", "forget", "output"),
    step: anyPlace,
    layer: fc.nat({ max: 1 }),
  }),
);

export const anyView: fc.Arbitrary<WantedView> = fc.record(
  {
    mode: fc.constantFrom(...MODES),
    lesson: fc.option(fc.record({ id: fc.constantFrom(...LESSON_IDS), step: fc.nat({ max: 4 }) })),
    step: fc.nat({ max: 40 }),
    operation: fc.constantFrom(...OPERATIONS),
    layer: fc.nat({ max: 1 }),
    drawn: fc.constantFrom(...DRAWN),
    lossOf: fc.constantFrom(...LOSSES),
    inspected: anySubject,
    derivation: fc.option(fc.constantFrom("score", "inner.17", "gate.update.1.17", "logit.4")),
    open: fc.subarray([...SECTIONS]), // in their order
    show: anyShow,
    language: fc.constantFrom("en", "ko"),
    stepsPerSecond: fc.integer({ min: 1, max: 8 }).map((half) => half * SPEEDS.step),
  },
  { requiredKeys: [] },
);

/** The view of a page that opens with this part of a link. */
export function viewWith({ show, ...view }: WantedView): ViewState {
  const choosing = { ...GREEDY, ...show?.choosing };
  const shown = { ...INITIAL_SHOW, ...show, choosing };
  return { ...INITIAL_VIEW, ...ENVIRONMENT, ...view, show: shown };
}
