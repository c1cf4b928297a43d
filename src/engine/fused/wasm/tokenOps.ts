/** Operations on tokens: look-up by id, argmax, and selection by a mask. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import { expectShape } from "../plain/storage";
import { type Machine, run } from "./machine";

type TokenOps = Pick<Ops, "lookUp" | "lookUpGradient" | "argMax" | "select">;

export function tokenOps({ kernels, memory }: Machine): TokenOps {
  /** @throws if a kernel found an id that is not in the table */
  const expectIds = (ids: Matrix, row: number, tokens: number): void => {
    if (row < 0) return;
    const id = memory.view()[ids.offset + row * ids.stride];
    throw new Error(`fused, tokens: expected an id below ${tokens}, got ${id}`);
  };
  return {
    lookUp: (table, ids, plus) => {
      if (plus) expectShape("lookUp", plus, 1, table.cols);
      const [N, V, E] = [ids.rows, table.rows, table.cols];
      const y = memory.dense(N, E);
      const bad = run(kernels.lookUp, [table, ids, plus ?? null], [y.offset, N, V, E]);
      expectIds(ids, bad, V);
      return y;
    },
    lookUpGradient: (ids, dy, tokens) => {
      expectShape("lookUpGradient", ids, dy.rows, 1);
      const y = memory.dense(tokens, dy.cols);
      const sizes = [dy.rows, tokens, dy.cols];
      const bad = run(kernels.lookUpGradient, [ids, dy], [y.offset, ...sizes]);
      expectIds(ids, bad, tokens);
      return y;
    },
    argMax: (m) => {
      const y = memory.dense(m.rows, 1);
      run(kernels.argMax, [m], [y.offset, m.rows, m.cols]);
      return y;
    },
    select: (mask, a, b) => {
      expectShape("select", a, mask.rows, mask.cols);
      expectShape("select", b, mask.rows, mask.cols);
      const y = memory.dense(a.rows, a.cols);
      run(kernels.select, [mask, a, b], [y.offset, a.rows, a.cols]);
      return y;
    },
  };
}
