import { describe, expect, it } from "vitest";
import {
  type Config,
  decodesOtherwise,
  DEFAULT_CONFIG,
  FIELD_NAMES,
  FIELDS,
  needsFreshModel,
  parseField,
  withLiveFields,
} from "./config";

const live: Partial<Config> = {
  learningRate: 0.01,
  forcing: 0.5,
  schedule: "linear",
  dropout: 0.2,
};
const fresh: Partial<Config> = { cell: "lstm", layers: 2, direction: "bidirectional" };
const shown: Partial<Config> = { decoding: "beam", beamWidth: 5 };

describe("settings", () => {
  it("begin within their own range and on a step of it", () => {
    const off = FIELD_NAMES.filter(
      (name) => parseField(FIELDS[name], String(FIELDS[name].initial)) !== FIELDS[name].initial,
    );
    expect(off).toEqual([]);
  });

  it("need a fresh model exactly where they change its structure or its run", () => {
    expect(needsFreshModel(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, ...live, ...shown })).toBe(false);
    for (const [name, value] of Object.entries(fresh))
      expect(needsFreshModel(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, [name]: value })).toBe(true);
  });

  it("apply to a run as it goes, but for those that need a fresh model", () => {
    const wanted = { ...DEFAULT_CONFIG, ...live, ...fresh, ...shown };
    expect(withLiveFields(DEFAULT_CONFIG, wanted)).toEqual({
      ...DEFAULT_CONFIG,
      ...live,
      ...shown,
    });
  });

  it("decode the example anew where they are about its decoding", () => {
    expect(decodesOtherwise(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, ...shown })).toBe(true);
    expect(decodesOtherwise(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, ...live, ...fresh })).toBe(false);
  });
});
