/** The bridge from the encoder's last states to the decoder's initial states, and its gradient. */
import { decoderLayersOf, isBidirectional } from "../setup/modelShape";
import type { BridgeName } from "../setup/learnedParameters";
import { columnsOf, type Matrix } from "./matrix";
import { type Gradients, type Network, weight } from "./model";
import type { CellState } from "./ops";

export interface Bridge {
  /** The initial state of each decoder layer. */
  readonly initial: readonly CellState[];
  /** Both directions' last states concatenated, the input of the linear maps; null for one direction. [B, 2H] each */
  readonly joined: CellState | null;
}

/**
 * One direction: the last state of the same encoder layer, or of the top layer for a decoder of one. Two directions: one linear map of the top layer's last
 * states (forward after the last token, backward after the first), for every decoder layer; an LSTM's memory cell has
 * its own map.
 * @param finals by layer and direction
 */
export function bridge(network: Network, finals: readonly (readonly CellState[])[]): Bridge {
  const layers = decoderLayersOf(network.shape);
  if (!isBidirectional(network.shape))
    return { initial: finals.flat().slice(-layers), joined: null };
  const { ops } = network;
  const top = finals.at(-1) ?? [];
  const memories = top.flatMap(({ c }) => (c ? [c] : []));
  const joined: CellState = {
    h: ops.sideBySide(top.map(({ h }) => h)), //                          [forward; backward]  [B, 2H]
    c: memories.length > 0 ? ops.sideBySide(memories) : null,
  };
  const initial: CellState = {
    h: throughMap(network, "bridge", joined.h),
    c: joined.c && throughMap(network, "bridge_cell", joined.c),
  };
  return { initial: Array.from({ length: layers }, () => initial), joined };
}

/** x W + b. [B, 2H] -> [B, H] */
function throughMap(network: Network, name: BridgeName, x: Matrix): Matrix {
  const w = weight(network, `encoder.${name}.weight`);
  return network.ops.product(x, w, weight(network, `encoder.${name}.bias`));
}

/**
 * The gradients of the encoder's last states, by layer and direction; null for states that the bridge does not use.
 * @param dInitial of the initial states of the decoder's layers
 */
export function bridgeGradient(
  network: Network,
  { joined }: Bridge,
  dInitial: readonly CellState[],
  gradients: Gradients,
): (readonly (CellState | null)[])[] {
  const { hiddenSize: H, layers } = network.shape;
  const below = layers - dInitial.length; // encoder layers that hand nothing over
  if (!joined)
    return Array.from({ length: layers }, (_, l) => [
      l < below ? null : (dInitial[l - below] ?? null),
    ]);
  const total = sumStates(network, dInitial);
  const dJoined: CellState = {
    h: mapGradient(network, "bridge", { x: joined.h, dy: total.h }, gradients),
    c:
      joined.c &&
      total.c &&
      mapGradient(network, "bridge_cell", { x: joined.c, dy: total.c }, gradients),
  };
  const ofDirection = (d: number): CellState => ({
    h: columnsOf(dJoined.h, d * H, H),
    c: dJoined.c && columnsOf(dJoined.c, d * H, H),
  });
  return Array.from({ length: layers }, (_, l) =>
    l === layers - 1 ? [ofDirection(0), ofDirection(1)] : [null, null],
  );
}

/** With a map, all layers start from the same state, so their gradients are added. */
function sumStates({ ops }: Network, states: readonly CellState[]): CellState {
  return states.reduce((a, b) => ({ h: ops.add(a.h, b.h), c: a.c && b.c && ops.add(a.c, b.c) }));
}

/** Sets dW = x' dy and db; returns dx = dy W'. x [B, 2H], dy [B, H] */
function mapGradient(
  network: Network,
  name: BridgeName,
  { x, dy }: { readonly x: Matrix; readonly dy: Matrix },
  gradients: Gradients,
): Matrix {
  const { ops } = network;
  gradients.set(`encoder.${name}.weight`, ops.outerProduct(x, dy));
  gradients.set(`encoder.${name}.bias`, ops.columnSums(dy));
  return ops.product(dy, ops.transpose(weight(network, `encoder.${name}.weight`)));
}
