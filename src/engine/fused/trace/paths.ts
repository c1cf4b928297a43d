/** The paths of a search on the device: as many rows in every step, of which the live ones come first. */
import { inputOf } from "../../decoding/feeding";
import type { PlannedDecode } from "../../decoding/plannedDecode";
import type { Extension } from "../../decoding/search";
import { mostPaths } from "../../decoding/tokenChoice";
import { type DecoderState, type Handover, readLogits } from "../decoder";
import { type Matrix, rowsOf } from "../matrix";
import { type FusedModel, type Network, openNetwork } from "../model";
import type { Ops } from "../ops";
import { column, encodeSources, handOver, openCourse, readTokens, takeStep } from "./course";

export class Paths {
  readonly #model: FusedModel;
  readonly #decode: PlannedDecode;
  readonly #width: number;
  #handover: Handover | null = null; //   kept; null: the source is not encoded yet
  #state: DecoderState | null = null; //  kept; null: before the first step

  constructor(model: FusedModel, decode: PlannedDecode) {
    this.#model = model;
    this.#decode = decode;
    this.#width = mostPaths(decode.choosing);
  }

  /**
   * Takes a step of these paths.
   * @param read begins to read their logits [live, V], which the end of the call frees
   */
  extend<T>({ step: t, parents, tokens }: Extension, read: (logits: Matrix) => T): T {
    const { ops } = this.#model;
    return ops.scope(() => {
      const network = openNetwork(this.#model);
      this.#handover ??= this.#encode(network);
      const course = openCourse(network, this.#decode, this.#handover);
      const state = this.#state ? this.#select(this.#state, parents) : course.initial;
      const { id } = inputOf(this.#decode, t);
      const ids = this.#filled(tokens).map((token) => id ?? token);
      const { projected } = readTokens(course, column(ops, ids));
      const { step } = takeStep(course, t, projected, state);
      this.#replace({
        layers: keepLayers(ops, step.next.layers),
        attentional: step.next.attentional && ops.keep(step.next.attentional),
      });
      return read(rowsOf(readLogits(course.decoder, step.readout), 0, tokens.length));
    });
  }

  release(): void {
    const { ops } = this.#model;
    this.#replace(null);
    if (!this.#handover) return;
    const { initial, values, mask } = this.#handover;
    releaseLayers(ops, initial);
    ops.release(values);
    ops.release(mask);
  }

  #encode(network: Network): Handover {
    const { ops } = network;
    const sources = encodeSources(network, this.#decode);
    const { initial, values, mask } = handOver(ops, sources, this.#decode.plan, this.#width);
    return { initial: keepLayers(ops, initial), values: ops.keep(values), mask: ops.keep(mask) };
  }

  #replace(state: DecoderState | null): void {
    const { ops } = this.#model;
    if (this.#state) releaseLayers(ops, this.#state.layers);
    if (this.#state?.attentional) ops.release(this.#state.attentional);
    this.#state = state;
  }

  /** The states of these rows, in this order. */
  #select({ layers, attentional }: DecoderState, rows: readonly number[]): DecoderState {
    const { ops } = this.#model;
    if (this.#width === 1) return { layers, attentional };
    const indices = column(ops, this.#filled(rows));
    const select = (m: Matrix): Matrix => ops.lookUp(m, indices);
    return {
      layers: layers.map(({ h, c }) => ({ h: select(h), c: c && select(c) })),
      attentional: attentional && select(attentional),
    };
  }

  /** One number for each row; rows beyond the live ones repeat the first. */
  #filled(values: readonly number[]): number[] {
    return Array.from({ length: this.#width }, (_, i) => values[i] ?? values[0] ?? 0);
  }
}

type Layers = DecoderState["layers"];

function keepLayers(ops: Ops, layers: Layers): Layers {
  return layers.map(({ h, c }) => ({ h: ops.keep(h), c: c && ops.keep(c) }));
}

function releaseLayers(ops: Ops, layers: Layers): void {
  for (const { h, c } of layers) {
    ops.release(h);
    if (c) ops.release(c);
  }
}
