import { describe, expect, it } from "vitest";
import {
  type Config,
  DEFAULT_CONFIG,
  FIELD_NAMES,
  FIELDS,
  needsFreshModel,
  withLiveFields,
} from "./config";
import { parseField } from "./field";

const live: Partial<Config> = {
  learningRate: 0.01,
  forcing: 0.5,
  schedule: "linear",
  dropout: 0.2,
};
const fresh: Partial<Config> = { cell: "lstm", layers: 2, direction: "bidirectional" };

describe("settings", () => {
  it("have initial values within their range and on a step of it", () => {
    const off = FIELD_NAMES.filter(
      (name) => parseField(FIELDS[name], String(FIELDS[name].initial)) !== FIELDS[name].initial,
    );
    expect(off).toEqual([]);
  });

  it("need a fresh model only where they change its structure or its data", () => {
    expect(needsFreshModel(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, ...live })).toBe(false);
    for (const [name, value] of Object.entries(fresh))
      expect(needsFreshModel(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, [name]: value })).toBe(true);
  });

  it("apply to a running run, except those that need a fresh model", () => {
    const wanted = { ...DEFAULT_CONFIG, ...live, ...fresh };
    expect(withLiveFields(DEFAULT_CONFIG, wanted)).toEqual({
      ...DEFAULT_CONFIG,
      ...live,
    });
  });
});
