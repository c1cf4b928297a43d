import { describe, expect, it } from "vitest";
import { ALL_SHAPES } from "./selfTest";
import { usedOptions } from "./selfTestShapes";
import { DEFAULT_CONFIG, FIELDS } from "./setup/config";
import { obstacleTo } from "./setup/conflicts";
import type { ModelShape } from "./setup/modelShape";
import { parameterSpecs } from "./setup/learnedParameters";

const CHOICES = [
  "attention",
  "cell",
  "direction",
  "timing",
  "inputFeeding",
  "tokenInput",
  "sourceOrder",
] as const;

const used = new Set<string>(ALL_SHAPES.flatMap(usedOptions));

/** The names of a model's parameters. */
function learned(shape: ModelShape): string[] {
  return parameterSpecs(shape).map(({ name }) => name);
}

describe("the models of the self-test", () => {
  it.each(CHOICES.flatMap((name) => FIELDS[name].options.map((option) => `${name}=${option}`)))(
    "include one in which %s has an effect",
    (option) => {
      expect(used).toContain(option);
    },
  );

  it("include one layer and two", () => {
    expect(used).toContain("layers=1");
    expect(used).toContain("layers=2");
  });

  it("include every parameter of any model", () => {
    const names = new Set(ALL_SHAPES.flatMap(learned));
    expect(names).toContain("encoder.bridge_cell.weight"); // of a bidirectional LSTM encoder
    expect(names).toContain("decoder.attentional.weight");
    for (const part of ["query", "key", "concat", "v"])
      expect(names).toContain(`attention.${part}.weight`);
    expect(names).toContain("attention.diagonal");
  });

  it("are possible set-ups", () => {
    for (const shape of ALL_SHAPES) {
      const config = { ...DEFAULT_CONFIG, ...shape };
      expect(obstacleTo(config, "attention", shape.attention)).toBeNull();
    }
  });

  it("are few, because a device is tested with all of them before it trains", () => {
    expect(ALL_SHAPES).toHaveLength(FIELDS.attention.options.length); // the minimum: a model has one score function
  });

  it("begin with the kind of model that the page starts with", () => {
    const [first] = ALL_SHAPES;
    const { cell, attention, timing } = DEFAULT_CONFIG;
    expect(first).toMatchObject({ cell, attention, timing, hiddenSize: 20 });
  });
});
