import { tensor1d } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { DEFAULT_CONFIG } from "../setup/config";
import { modelShape } from "../setup/modelShape";
import { tokenVectors } from "./tokenInput";

test.each(["cpu", "wasm"] as const)(
  "a one-hot vector contains the float 1 on %s",
  async (backend) => {
    await startNodeBackend(backend);
    const shape = modelShape({ ...DEFAULT_CONFIG, tokenInput: "onehot" }, 4, 5);
    const vectors = tokenVectors(new Map(), shape, "encoder", tensor1d([3, 1], "int32"));
    expect([...vectors.dataSync()]).toEqual([0, 0, 0, 1, 0, 1, 0, 0]);
    vectors.dispose();
  },
);
