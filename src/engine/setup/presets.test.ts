import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "./config";
import { settle } from "./conflicts";
import { USUAL_RATE } from "./usualRate";
import { PRESET_FIELDS, PRESET_NAMES, presetOf, withPreset } from "./presets";

/** The learning rates of a set-up with a Transformer, and with the default model. */
const rates = (config: typeof DEFAULT_CONFIG): number[] =>
  (["transformer", "default"] as const).map((name) => withPreset(config, name).learningRate);

const OTHER = { ...DEFAULT_CONFIG, task: "dates", cell: "rnn", seed: 9, hiddenSize: 32 } as const;

describe("presets", () => {
  it.each(PRESET_NAMES)("%s is recognised in its own set-up", (name) => {
    expect(presetOf(withPreset(DEFAULT_CONFIG, name))).toBe(name);
    expect(presetOf(withPreset(OTHER, name))).toBe(name);
  });

  it.each(PRESET_NAMES)("%s is a possible set-up", (name) => {
    const config = withPreset(DEFAULT_CONFIG, name);
    expect(settle(config)).toBe(config);
  });

  it.each(PRESET_NAMES)("%s keeps task, sizes and seed", (name) => {
    const config = withPreset(OTHER, name);
    const decided = new Set<string>([...PRESET_FIELDS, "learningRate"]);
    const kept = Object.entries(OTHER).filter(([field]) => !decided.has(field));
    expect(config).toMatchObject(Object.fromEntries(kept));
  });

  it("bring the learning rate of their kind of network, unless the student chose another one", () => {
    const { recurrent, transformer } = USUAL_RATE;
    expect(rates(DEFAULT_CONFIG)).toEqual([transformer, recurrent]);
    expect(rates(withPreset(DEFAULT_CONFIG, "transformer"))).toEqual([transformer, recurrent]);
    expect(rates({ ...DEFAULT_CONFIG, learningRate: 0.001 })).toEqual([0.001, 0.001]);
  });

  it("are not recognised where a single field differs", () => {
    expect(presetOf({ ...DEFAULT_CONFIG, dropout: 0.25 })).toBeNull();
    expect(presetOf({ ...DEFAULT_CONFIG, sourceOrder: "reversed" })).toBeNull();
  });

  it("ignore a field that has no effect beside the others", () => {
    const plain = withPreset(DEFAULT_CONFIG, "plainSeq2seq");
    expect(presetOf({ ...plain, timing: "luong", coin: "sequence" })).toBe("plainSeq2seq");
    expect(presetOf({ ...DEFAULT_CONFIG, inputFeeding: "on" })).toBe("default");
  });

  it("include the app's default set-up", () => {
    expect(presetOf(DEFAULT_CONFIG)).toBe("default");
    expect(withPreset(DEFAULT_CONFIG, "default")).toEqual(DEFAULT_CONFIG);
  });

  it("describe the models of the literature", () => {
    expect(withPreset(DEFAULT_CONFIG, "plainSeq2seq")).toMatchObject({
      attention: "none",
      layers: 2,
      forcing: 1,
    });
    expect(withPreset(DEFAULT_CONFIG, "bahdanauTutorial")).toMatchObject({
      cell: "gru",
      attention: "additive",
      timing: "bahdanau",
      dropout: 0.1,
    });
    for (const score of ["dot", "general", "concat"] as const) {
      const name =
        `luong${score[0]?.toUpperCase()}${score.slice(1)}` as (typeof PRESET_NAMES)[number];
      expect(withPreset(DEFAULT_CONFIG, name)).toMatchObject({ attention: score, timing: "luong" });
    }
    expect(withPreset(DEFAULT_CONFIG, "boostcampLab")).toMatchObject({
      cell: "gru",
      layers: 2,
      direction: "bidirectional",
      attention: "none",
      forcing: 0.5,
      coin: "step",
    });
  });
});
