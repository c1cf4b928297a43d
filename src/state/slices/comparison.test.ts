/** The named pairs, the differences of B, and the Show of each lane. */
import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { settle } from "../../engine/setup/conflicts";
import { parameterCount } from "../../engine/setup/learnedParameters";
import { modelShape } from "../../engine/setup/modelShape";
import { USUAL_RATE } from "../../engine/setup/usualRate";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { readyWith } from "../testing/events";
import {
  areTooLarge,
  differingFields,
  followedSettings,
  hasFixedB,
  PAIR_IDS,
  type PairId,
  pairFacts,
  pairProblem,
  pairSettings,
  showOf,
  withChange,
} from "./comparison";
import { INITIAL_LANE, type Lane } from "./lane";
import { INITIAL_RUN, type RunState } from "./run";
import { INITIAL_VIEW, type ViewState } from "./view";

const SIZES = { sourceTokens: 30, targetTokens: 30 };

const configWith = (change: Partial<Config>): Config => ({ ...DEFAULT_CONFIG, ...change });

/** Settings of A that each pair must cope with. */
const CONFIGS: readonly Config[] = [
  DEFAULT_CONFIG,
  configWith({ attention: "none", cell: "lstm", forcing: 0.5, schedule: "linear" }),
  configWith({ attention: "dot", timing: "luong", inputFeeding: "on", sourceOrder: "reversed" }),
  configWith({ attention: "general", direction: "bidirectional", layers: 2, cell: "rnn" }),
  configWith({ network: "transformer", learningRate: USUAL_RATE.transformer }),
];

/** Every pair with each of these settings of A. */
const CASES = PAIR_IDS.flatMap((id) =>
  CONFIGS.map((config, i) => [`${id} of settings ${i}`, { id, config }] as const),
);

const laneWith = (change: Partial<RunState>, config = DEFAULT_CONFIG): Lane => ({
  ...INITIAL_LANE,
  config,
  run: { ...INITIAL_RUN, ...change },
});

const viewWith = (change: Partial<ViewState>): ViewState => ({
  ...INITIAL_VIEW,
  mode: "compare",
  ...change,
});

const attentionOf = (config: Config): string => pairSettings("withWithout", config).a.attention;

const count = (config: Config): number =>
  parameterCount(modelShape(config, SIZES.sourceTokens, SIZES.targetTokens));

const { info } = readyWith({ weights: "baked" });

const DIFFERENCES: Readonly<Record<PairId, readonly string[]>> = {
  withWithout: ["attention"],
  equalParameters: ["attention", "hiddenSize"],
  timings: ["timing"],
  scores: ["attention"],
  feeding: ["forcing"],
  cells: ["cell"],
  sourceOrder: ["sourceOrder"],
  directions: ["direction"],
  networks: ["network", "learningRate"],
  earlier: [],
  shipped: [],
};

describe("a named pair", () => {
  it("differs in its own settings alone, whatever the settings of A", () => {
    expectOfEvery(CASES, ({ id, config }) => {
      const { a, b } = pairSettings(id, config, SIZES);
      expect(differingFields(a, b).toSorted()).toEqual([...DIFFERENCES[id]].toSorted());
    });
  });

  it("has settings that exclude each other in neither lane", () => {
    expectOfEvery(CASES, ({ id, config }) => {
      const { a, b } = pairSettings(id, config, SIZES);
      expect([settle(a), settle(b)]).toEqual([a, b]);
    });
  });

  it("stays the same when it is taken again", () => {
    expectOfEvery(CASES, ({ id, config }) => {
      const taken = pairSettings(id, config, SIZES);
      expect(pairSettings(id, taken.a, SIZES)).toEqual(taken);
    });
  });

  it("keeps the attention of A, and takes the additive one where A has none", () => {
    expect(CONFIGS.map(attentionOf)).toEqual([
      "additive",
      "additive",
      "dot",
      "general",
      "additive",
    ]);
  });

  it("gives B the hidden size with the nearest number of parameters", () => {
    const { a, b } = pairSettings("equalParameters", DEFAULT_CONFIG, SIZES);
    const distance = (hiddenSize: number): number =>
      Math.abs(count({ ...b, hiddenSize }) - count(a));
    expect(b.hiddenSize).toBeGreaterThan(a.hiddenSize);
    for (const size of [b.hiddenSize - 8, b.hiddenSize + 8])
      expect(distance(b.hiddenSize)).toBeLessThanOrEqual(distance(size));
  });
});

describe("a pair has a problem", () => {
  it("without weights of earlier updates", () => {
    expect(pairProblem("earlier", pairFacts(laneWith({ snapshots: [0] })))).toBe("noSnapshots");
    expect(pairProblem("earlier", pairFacts(laneWith({ snapshots: [0, 50] })))).toBeNull();
  });

  it("without a shipped model, or where A is the shipped model", () => {
    expect(pairProblem("shipped", pairFacts(laneWith({}, configWith({ hiddenSize: 8 }))))).toBe(
      "noShipped",
    );
    expect(pairProblem("shipped", pairFacts(laneWith({ info })))).toBe("isShipped");
    expect(
      pairProblem("shipped", pairFacts(laneWith({ info: { ...info, weights: "fresh" } }))),
    ).toBeNull();
  });

  it("where both models together are too large", () => {
    const large = configWith({ hiddenSize: 256, embeddingSize: 128, layers: 2, cell: "lstm" });
    const many = { sourceTokens: 20_000, targetTokens: 20_000 };
    expect(areTooLarge(large, large, many)).toBe(true);
    expect(areTooLarge(DEFAULT_CONFIG, DEFAULT_CONFIG, many)).toBe(false);
    const lane = laneWith({ info: { ...info, ...many } }, large);
    expect(pairProblem("withWithout", pairFacts(lane))).toBe("tooLarge");
  });
});

describe("the settings of B", () => {
  it("follow A where they do not differ", () => {
    const b = configWith({ attention: "none" });
    const a = configWith({ hiddenSize: 32, attention: "dot" });
    expect(followedSettings(DEFAULT_CONFIG, a, b)).toEqual({ ...a, attention: "none" });
  });

  it("take the task and the difficulty of A", () => {
    const a = configWith({ task: "copy", longest: 6 });
    const b = configWith({ longest: 12, attention: "none" });
    expect(followedSettings(DEFAULT_CONFIG, a, b)).toEqual({ ...a, attention: "none" });
  });

  it("never have another task", () => {
    expect(withChange(DEFAULT_CONFIG, { task: "dates", hiddenSize: 32 })).toEqual(
      configWith({ hiddenSize: 32 }),
    );
  });
});

describe("the Show of a lane", () => {
  const a = laneWith({ snapshots: [0, 50, 100] });
  const b = laneWith({ snapshots: [0, 40, 80] });

  it("is one for both lanes", () => {
    const shown = viewWith({ show: { ...INITIAL_VIEW.show, feeding: "truth" } });
    expect(showOf({ lanes: { a, b }, view: shown }, "b")).toEqual(shown.show);
    expect(showOf({ lanes: { a, b }, view: shown }, "a")).toBe(shown.show);
  });

  it("has the newest weights up to the playhead of each lane", () => {
    expect(showOf({ lanes: { a, b }, view: viewWith({ playhead: 60 }) }, "b").weightsOf).toEqual({
      step: 40,
    });
  });

  it("has the weights of A's run at the playhead beside its own earlier update", () => {
    const shown = viewWith({ pair: "earlier", playhead: 60 });
    expect(showOf({ lanes: { a, b }, view: shown }, "b").weightsOf).toEqual({ step: 50 });
    expect(hasFixedB("earlier")).toBe(true);
  });

  it("keeps the example of the stage where A cannot read the source", () => {
    const { show } = INITIAL_VIEW;
    const example = { kind: "heldOut", index: 7 } as const;
    const trace = { show: { ...show, example } } as unknown as RunState["trace"];
    const refused = laneWith({ sourceProblem: { kind: "empty" }, trace });
    const typed = viewWith({ show: { ...show, example: { kind: "typed", text: "?" } } });
    expect(showOf({ lanes: { a: refused, b }, view: typed }, "b").example).toEqual(example);
  });
});
