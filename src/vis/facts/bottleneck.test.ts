import { expect, test } from "vitest";
import { bottleneckOf } from "./bottleneck";
import { makeTrace, type TraceOptions } from "../testing/traces";

test.each([
  [{}, "state", 64],
  [{ cell: "rnn" }, "state", 64],
  [{ layers: 2 }, "layers", 128],
  [{ cell: "lstm" }, "memory", 128],
  [{ cell: "lstm", layers: 2 }, "memoryLayers", 256],
  [{ direction: "bidirectional" }, "bridge", 64],
  [{ direction: "bidirectional", layers: 2 }, "bridge", 64], // all layers get the same vector
  [{ direction: "bidirectional", cell: "lstm", layers: 2 }, "bridgeMemory", 128],
] as const satisfies readonly (readonly [TraceOptions, string, number])[])(
  "%o: %s, %i numbers",
  (options, kind, numbers) => {
    const { shape } = makeTrace({ ...options, attention: "none" });
    expect(bottleneckOf(shape)).toEqual({ kind, numbers });
  },
);
