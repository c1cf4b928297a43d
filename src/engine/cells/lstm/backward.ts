/** The gradient of long short-term memory in plain arrays. */
import { plus, zeros } from "../../reference/linearAlgebra";
import type { ReferenceCellBackward } from "../cell";
import { throughSigmoid, throughTanh, times } from "../forms/vectors";

export const lstm: ReferenceCellBackward = ({ before, step }, after) => {
  const { input: i = [], forget: f = [], candidate: g = [], output: o = [] } = step.gates;
  const squashed = (step.state.c ?? []).map(Math.tanh);
  const throughH = throughTanh(times(after.h, o), squashed); //  h' = o * tanh(c')
  const dc = plus(after.c ?? [], throughH);
  const dIn = throughSigmoid(times(dc, g), i); //                c' = f * c + i * g
  const dForget = throughSigmoid(times(dc, before.c ?? []), f);
  const dCandidate = throughTanh(times(dc, i), g);
  const dOut = throughSigmoid(times(after.h, squashed), o);
  const sum = [...dIn, ...dForget, ...dCandidate, ...dOut];
  const early = { h: zeros(dc.length), c: times(dc, f) };
  return { input: sum, recurrent: sum, before: early, memory: dc };
};
