import { describe, expect, it } from "vitest";
import { copyPair, tinyTask } from "../testing/tinyTask";
import { EOS, PAD, SOS } from "./text/tokens";
import { makeBatch } from "./batch";

describe("makeBatch", () => {
  const batch = makeBatch(tinyTask, [copyPair("abc"), copyPair("c")]);

  it("ends every source and target with <eos> and pads after it", () => {
    expect(Array.from(batch.source)).toEqual([4, 5, 6, EOS, 6, EOS, PAD, PAD]);
    expect(Array.from(batch.targetOut)).toEqual([4, 5, 6, EOS, 6, EOS, PAD, PAD]);
    expect(batch.sourceLengths).toEqual([4, 2]);
  });

  it("shifts the target by one: the input is <sos> y1..yn and the target y1..yn <eos>", () => {
    expect(Array.from(batch.targetIn)).toEqual([SOS, 4, 5, 6, SOS, 6, PAD, PAD]);
  });
});
