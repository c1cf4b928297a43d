/** A key for a way of decoding with its settings; decodes with equal keys chose their tokens alike. */
import type { DecodingTrace } from "../../engine/results/trace";

export function decodingKey(decoding: DecodingTrace): string {
  switch (decoding.kind) {
    case "greedy":
      return "greedy";
    case "beam":
      return `beam ${decoding.width}`;
    case "sampling":
      return `sampling ${decoding.temperature} ${decoding.seed}`;
    default:
      return decoding satisfies never;
  }
}
