/** A synthetic beam search whose answer consists of given steps. */
import { EOS } from "../../engine/text/tokens";
import {
  type BeamNode,
  type DecoderStep,
  type DecodingTrace,
  TOP_PRUNED,
} from "../../engine/results/trace";

type Beam = Extract<DecodingTrace, { kind: "beam" }>;
type Continuation = Omit<BeamNode, "fate">;

const OFF_ANSWER_PENALTY = 0.3; // nats; every continuation of a path other than the answer is this much less likely

function continuations(
  step: DecoderStep,
  index: number,
  parents: readonly (readonly [at: number, node: BeamNode | null])[],
): Continuation[] {
  return parents.flatMap(([parent, node]) =>
    step.top.map(({ token, probability }) => {
      const onAnswer = node?.isAnswer ?? true;
      const logProbability = Math.log(probability) - (onAnswer ? 0 : OFF_ANSWER_PENALTY);
      return {
        parent,
        step: index,
        token,
        logProbability,
        total: (node?.total ?? 0) + logProbability,
        isAnswer: onAnswer && token.id === step.chosen.id,
      };
    }),
  );
}

/** A beam search of this width whose answer consists of these steps. */
export function makeBeam(steps: readonly DecoderStep[], width: number): Beam {
  const nodes: BeamNode[] = [];
  const scored: number[] = [];
  let parents: (readonly [number, BeamNode | null])[] = [[-1, null]];
  steps.forEach((step, index) => {
    const first = nodes.length;
    scored.push(parents.length * step.logits.length);
    const ranked = continuations(step, index, parents)
      .toSorted((a, b) => Number(b.isAnswer) - Number(a.isAnswer) || b.total - a.total)
      .slice(0, width + TOP_PRUNED);
    ranked.forEach((node, rank) => {
      const lives = node.token.id === EOS ? "ended" : "kept";
      nodes.push({ ...node, fate: rank < width ? lives : "pruned" });
    });
    parents = [...nodes.entries()].slice(first).filter(([, { fate }]) => fate === "kept");
  });
  return { kind: "beam", width, nodes, scored };
}
