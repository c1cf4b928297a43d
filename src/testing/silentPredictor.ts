/** A predictor without a model: it answers nothing, at once. */
import type { Predictor } from "../engine/training/learner";

export const silentPredictor: Predictor = {
  readParameters: async () => new Float32Array(),
  decode: async (batch) =>
    Array.from({ length: batch.size }, () => ({
      tokens: [],
      ended: true,
      attendedTo: null,
      entropies: null,
    })),
  sayings: async ({ targetOut }) => targetOut,
  trace: () => Promise.reject(new Error("expected no trace")),
  loss: async () => 1,
  copy: () => silentPredictor,
  dispose: () => undefined,
};
