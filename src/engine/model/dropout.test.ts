import { ones, tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { makeBatch } from "../batch";
import { initialParameters } from "../setup/learnedParameters";
import { createRandom } from "../rng";
import { sourceTensors } from "./batchTensors";
import { dropoutBy, noDropout } from "./dropout";
import { drawMasks, type DropoutSite } from "../training/dropoutMasks";
import { encode } from "./encoder";
import { plainResult } from "./scope";
import { viewWeights } from "./weights";

describe("dropout", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("drops a share of the units and scales up the others, so that the mean is the same", () => {
    const values = plainResult(() => {
      const drop = dropoutBy(drawMasks(0.25, createRandom(1)));
      return Array.from(drop("encoder.embedding", ones([100, 100])).dataSync());
    });
    expect(new Set(values)).toEqual(new Set([0, Math.fround(4 / 3)]));
    const dropped = values.filter((value) => value === 0).length / values.length;
    expect(dropped).toBeGreaterThan(0.24);
    expect(dropped).toBeLessThan(0.26);
    expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(1, 1);
  });

  it("draws different masks at every call", () => {
    const [first, second] = plainResult(() => {
      const drop = dropoutBy(drawMasks(0.5, createRandom(1)));
      return [1, 2].map(() => Array.from(drop("decoder.layers", ones([4, 8])).dataSync()));
    });
    expect(first).not.toEqual(second);
  });

  it("acts once at each site of the encoder: both directions read the same vectors", () => {
    const shape = { ...tinyShape, layers: 2, direction: "bidirectional" } as const;
    const sites: DropoutSite[] = [];
    plainResult(() => {
      const weights = viewWeights(shape, tensor1d(initialParameters(shape, createRandom(1))));
      const source = sourceTensors(makeBatch(tinyTask, ["ab", "cabc"].map(copyPair)));
      encode(weights, shape, source, (site, x) => {
        sites.push(site);
        return x;
      });
    });
    expect(sites).toEqual(["encoder.embedding", "encoder.layers"]);
  });

  it("changes nothing at rate 0", () => {
    expect(dropoutBy(drawMasks(0, createRandom(1)))).toBe(noDropout);
  });
});
