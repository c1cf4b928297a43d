/** The equations and tensor shapes of a step, for every member of the family. */
import katex from "katex";
import { expect, test } from "vitest";
import { FIELDS } from "../../engine/setup/config";
import { parameterSpecs } from "../../engine/setup/learnedParameters";
import type { Trace } from "../../engine/results/trace";
import { equationOf } from "./equations";
import { bridgeShapes, firstStateTex } from "./firstState";
import type { Op } from "../../engine/results/operation";
import { opsOf, readsFirstState, type ShapedTensor, shapesOf } from "./operations";
import { makeTrace, type TraceOptions } from "../testing/traces";

/** Valid combinations of cell, layers, direction, score and timing; two layers come with input feeding, one-hot, reversed. */
const MEMBERS: readonly TraceOptions[] = FIELDS.cell.options
  .flatMap((cell) =>
    [1, 2].flatMap((layers) =>
      FIELDS.direction.options.flatMap((direction) =>
        FIELDS.attention.options.flatMap((attention) =>
          FIELDS.timing.options.map((timing): TraceOptions => {
            const inputFeeding = layers === 2 ? "on" : "off";
            const tokenInput = layers === 2 ? "onehot" : "learned";
            return { source: ["c", "a", "t"], cell, layers, direction, attention, timing, inputFeeding, tokenInput }; // prettier-ignore
          }),
        ),
      ),
    ),
  )
  .filter(
    ({ direction, attention }) =>
      direction === "unidirectional" || (attention !== "dot" && attention !== "diagonal"),
  );

/** The equation of an operation in the fourth step, without colours. */
function equation(options: TraceOptions, op: Op): string {
  return plain(equationOf(makeTrace(options), 3, op));
}

function firstState(options: TraceOptions): string {
  return plain(firstStateTex(makeTrace(options)));
}

function plain(tex: string): string {
  const uncoloured =
    /\\htmlClass\{op-\w+\}\{((?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)\}/g;
  return tex.replaceAll(uncoloured, "$1").replaceAll(/\\htmlClass\{[\w -]+\}/g, "");
}

function linesOf(tex: string): string[] {
  return tex.replaceAll(/\\(begin|end)\{aligned\}/g, "").split(String.raw`\\[3pt]`);
}

/** The line that chooses the token of the fourth step. */
function chosenBy(decoding: Trace["decoding"]): string {
  return plain(equationOf({ ...makeTrace(), decoding }, 3, "output"));
}

/** The tensors of an operation in the fourth step, as the page writes them. */
function shapes(options: TraceOptions, op: Op): string[] {
  return shapesOf(makeTrace(options), 3, op).map(written);
}

function written({ symbol, shape }: ShapedTensor): string {
  return `${symbol} [${shape.join(", ")}]`;
}

/** "3·64" as 192. */
function product(dimension: string): number {
  return dimension.split("·").reduce((size, factor) => size * Number(factor), 1);
}

function sizesOf({ shape }: ShapedTensor): string {
  return shape.map((dimension) => product(String(dimension))).join();
}

/** The operations whose equations name s(0) in the first step. */
function readersOfFirstState(options: TraceOptions): Op[] {
  const trace = makeTrace(options);
  return opsOf(trace).filter((op) => readsFirstState(trace, op));
}

/** KaTeX warnings are errors here; \htmlClass is the only extension that the page trusts. */
const STRICT = {
  throwOnError: true,
  trust: true,
  strict: (code: string) => (code === "htmlExtension" ? "ignore" : "error"),
} as const;

/** The error of KaTeX; null for valid TeX. */
function problemOf(tex: string): string | null {
  try {
    katex.renderToString(tex, STRICT);
    return null;
  } catch (error) {
    return String(error);
  }
}

test("Bahdanau timing attends before the cell, Luong timing after it, a plain decoder never", () => {
  const luong = { timing: "luong" } as const;
  expect(opsOf(makeTrace())).toEqual([
    "query",
    "score",
    "softmax",
    "context",
    "embed",
    "cell",
    "output",
  ]);
  expect(opsOf(makeTrace(luong))).toEqual([
    "embed",
    "cell",
    "query",
    "score",
    "softmax",
    "context",
    "combine",
    "output",
  ]);
  expect(opsOf(makeTrace({ attention: "none", ...luong }))).toEqual(["embed", "cell", "output"]);
});

test("a second layer steps right after the first", () => {
  expect(opsOf(makeTrace({ layers: 2 }))).toEqual([
    "query",
    "score",
    "softmax",
    "context",
    "embed",
    "cell",
    "upper",
    "output",
  ]);
  expect(opsOf(makeTrace({ layers: 2, timing: "luong" })).slice(0, 4)).toEqual([
    "embed",
    "cell",
    "upper",
    "query",
  ]);
});

test("a step's input is the truth y, the model's own answer y^, or <sos>", () => {
  const truth = equationOf(makeTrace({ teacherForcing: true }), 3, "embed");
  expect(truth).toContain(String.raw`\htmlClass{role-truth}{y_{3}}`);
  const own = equationOf(makeTrace(), 3, "embed");
  expect(own).toContain(String.raw`\htmlClass{role-decoder}{\hat y_{3}}`);
  expect(equationOf(makeTrace(), 0, "embed")).toContain("sos");
});

test("a one-hot token picks a column of the first matrix", () => {
  const onehot = { tokenInput: "onehot" } as const;
  const id = makeTrace(onehot).steps[3]?.input.id;
  expect(equation(onehot, "embed")).toContain(String.raw`= W_{:,\,${id}}`);
  expect(equation(onehot, "cell")).toContain(
    String.raw`x_{4} &= [\operatorname{onehot}({\hat y_{3}});\, {c_{4}}]`,
  );
  expect(shapes(onehot, "embed")).toEqual(["W = W_ih[:, :30] [3·64, 30]", "onehot(ŷ₃) [1, 30]"]);
  expect(shapes({ ...onehot, layers: 2 }, "embed")[0]).toMatch(/^W = W_ih⁽¹⁾\[/);
});

test("the cell reads the token and the vectors that join it", () => {
  const alone = String.raw`x_{4} &= E({\hat y_{3}})\\`;
  expect(equation({}, "cell")).toContain(String.raw`[E({\hat y_{3}});\, {c_{4}}]`);
  expect(equation({ timing: "luong" }, "cell")).toContain(alone);
  const feeding = { timing: "luong", inputFeeding: "on" } as const;
  expect(equation(feeding, "cell")).toContain(String.raw`[E({\hat y_{3}});\, {\tilde h_{3}}]`);
  expect(equation({ ...feeding, attention: "none" }, "cell")).toContain(alone);
});

test("each kind of cell has its own equations", () => {
  const alone = { attention: "none" } as const;
  expect(equation({ ...alone, cell: "rnn" }, "cell")).toContain(
    String.raw`{s_{4}} &= \tanh(W_{ih} x_{4} + b_{ih} + W_{hh} {s_{3}} + b_{hh})`,
  );
  expect(equation({ ...alone, cell: "gru" }, "cell")).toContain(
    String.raw`{s_{4}} &= (1 - z_{4}) \odot n_{4} + z_{4} \odot {s_{3}}`,
  );
  const lstm = equation({ ...alone, cell: "lstm" }, "cell");
  expect(lstm).toContain(
    String.raw`g_{4} &= \tanh(W_{ig} x_{4} + b_{ig} + W_{hg} {s_{3}} + b_{hg})`,
  );
  expect(lstm).toContain(String.raw`{C_{4}} &= f_{4} \odot {C_{3}} + i_{4} \odot g_{4}`);
  expect(lstm).toContain(String.raw`{s_{4}} &= o_{4} \odot \tanh({C_{4}})`);
});

test("the upper layer reads the lower layer's new state; the top layer gives query and logits", () => {
  const two = { layers: 2, cell: "rnn" } as const;
  expect(linesOf(equation(two, "upper"))).toEqual([
    String.raw`{s_{4}^{(2)}} &= \tanh(W_{ih}^{(2)} {s_{4}^{(1)}} + b_{ih}^{(2)}`,
    String.raw`&\qquad\; + W_{hh}^{(2)} {s_{3}^{(2)}} + b_{hh}^{(2)})`,
  ]);
  expect(equation(two, "query")).toBe("{q_{4}} = {s_{3}^{(2)}}");
  expect(equation(two, "output")).toContain(String.raw`W_{\mathrm{out}}\, {s_{4}^{(2)}}`);
});

test("with two layers each line has one matrix, so it fits a narrow panel", () => {
  for (const shape of MEMBERS.filter(({ layers }) => layers === 2)) {
    const trace = makeTrace(shape);
    const tex = [equationOf(trace, 3, "cell"), equationOf(trace, 3, "upper"), firstStateTex(trace)];
    for (const line of tex.flatMap((each) => linesOf(plain(each)))) {
      expect(line.match(/W_|b_\{\\mathrm/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  }
});

test("the query is the previous state in Bahdanau timing and the step's own state in Luong timing", () => {
  expect(equation({}, "query")).toBe("{q_{4}} = {s_{3}}");
  expect(equation({ timing: "luong" }, "query")).toBe("{q_{4}} = {s_{4}}");
});

test("each score function has its equation, and concat is additive with one matrix", () => {
  expect(equation({ attention: "dot" }, "score")).toContain(String.raw`{q_{4}}^{\top}\, {h_j}`);
  expect(equation({ attention: "general" }, "score")).toContain(
    String.raw`{q_{4}}^{\top} W\, {h_j}`,
  );
  expect(equation({ attention: "diagonal" }, "score")).toContain(
    String.raw`{q_{4}}^{\top} (d \odot {h_j})`,
  );
  const additive = String.raw`v^{\top} \tanh(W {q_{4}} + U {h_j})`;
  expect(equation({ attention: "additive" }, "score")).toContain(additive);
  expect(equation({ attention: "concat" }, "score")).toContain(
    String.raw`v^{\top} \tanh(W_a\, [{q_{4}};\, {h_j}])`,
  );
  expect(equation({ attention: "concat" }, "score")).toContain(
    String.raw`${additive}\\[3pt]W_a &= [\,W \;\; U\,]`,
  );
});

test("a bidirectional encoder's keys are the states of both directions, concatenated", () => {
  const keys = String.raw`{h_j} &= [{\overrightarrow{h}_{j}};\, {\overleftarrow{h}_{j}}]`;
  expect(equation({ direction: "bidirectional" }, "score")).toContain(keys);
  expect(equation({}, "score")).not.toContain("arrow");
});

test("the token is the argmax, a sample at a temperature, or the next token of the best path", () => {
  expect(chosenBy({ kind: "greedy" })).toContain(String.raw`{\hat y_{4}} &= \arg\max\, p_{4}`);
  expect(chosenBy({ kind: "sampling", temperature: 0.7, seed: 1 })).toContain(
    String.raw`{\hat y_{4}} &\sim \operatorname{softmax}(\ell_{4} / 0.7)`,
  );
  expect(chosenBy({ kind: "beam", width: 3, nodes: [], scored: [] })).toContain(
    String.raw`\sum_t \ln p_t(y_t)`,
  );
});

test("s(0) is the encoder's last state of the same layer, or the output of the bridge", () => {
  expect(firstState({})).toContain("{s_{0}} &= {h_{8}}");
  expect(firstState({ layers: 2 })).toContain("{s_{0}^{(1)}} &= {h_{8}^{(1)}}");
  expect(firstState({ layers: 2 })).toContain("{s_{0}^{(2)}} &= {h_{8}^{(2)}}");
  expect(firstState({ cell: "lstm", timing: "luong" })).toContain(String.raw`{s_{0}} &= {h_{8}}`);
  expect(firstState({ cell: "lstm" })).toContain(String.raw`{C_{0}} &= {\bar C_{8}}`);
  expect(firstState({ direction: "bidirectional" })).toContain(
    String.raw`W_{\mathrm{bridge}} [{\overrightarrow{h}_{8}};\, {\overleftarrow{h}_{1}}]\\[3pt]&\qquad\; + b_{\mathrm{bridge}}`,
  );
  expect(firstState({ direction: "bidirectional", layers: 2 })).toContain(
    String.raw`{s_{0}^{(1)}} = {s_{0}^{(2)}} &= W`,
  );
  expect(firstState({ timing: "luong", inputFeeding: "on" })).toContain(
    String.raw`{\tilde h_{0}} &= 0`,
  );
});

test("the bridge's parameters are listed, for h and for an LSTM's memory", () => {
  expect(bridgeShapes(makeTrace({})).map(written)).toEqual([]);
  expect(bridgeShapes(makeTrace({ direction: "bidirectional" })).map(written)).toEqual([
    "W_bridge [64, 128]",
    "b_bridge [64]",
  ]);
  expect(
    bridgeShapes(makeTrace({ direction: "bidirectional", cell: "lstm" })).map(written),
  ).toHaveLength(4);
});

test("only a cell and the query of Bahdanau timing read the first state", () => {
  expect(readersOfFirstState({})).toEqual(["query", "cell"]);
  expect(readersOfFirstState({ timing: "luong", layers: 2 })).toEqual(["cell", "upper"]);
  expect(readersOfFirstState({ attention: "none" })).toEqual(["cell"]);
});

test("an operation lists its inputs, then its parameters, then its results", () => {
  expect(shapes({}, "score")).toEqual([
    "q₄ [1, 64]",
    "h [8, 64]",
    "W [64, 64]",
    "U [64, 64]",
    "v [1, 64]",
    "e₄ [1, 8]",
  ]);
});

test("keys, context and their matrices are twice as wide for a bidirectional encoder", () => {
  const wide = { direction: "bidirectional" } as const;
  expect(shapes({ ...wide, attention: "general" }, "score")).toEqual([
    "q₄ [1, 64]",
    "h [8, 128]",
    "W [64, 128]",
    "e₄ [1, 8]",
  ]);
  expect(shapes({ ...wide, attention: "concat" }, "score")).toContain("W_a [64, 192]");
  expect(shapes(wide, "context").at(-1)).toBe("c₄ [1, 128]");
  expect(shapes({ ...wide, timing: "luong" }, "combine")).toEqual([
    "c₄ [1, 128]",
    "s₄ [1, 64]",
    "W_c [64, 192]",
    "h̃₄ [1, 64]",
  ]);
  expect(shapes(wide, "cell")[0]).toBe("x₄ [1, 144]");
});

test.each([
  [{ cell: "rnn" } as const, "64", []],
  [{ cell: "gru" } as const, "3·64", []],
  [{ cell: "lstm" } as const, "4·64", ["C₃ [1, 64]", "C₄ [1, 64]"]],
])("a cell has a block of rows for each gate: %o", (options, rows, memory) => {
  const listed = shapes(options, "cell");
  expect(listed).toEqual(
    expect.arrayContaining([
      `W_ih [${rows}, 80]`,
      `W_hh [${rows}, 64]`,
      `b_ih [${rows}]`,
      `b_hh [${rows}]`,
      ...memory,
    ]),
  );
  expect(listed.filter((text) => text.startsWith("C"))).toHaveLength(memory.length);
});

test("the first layer reads the token and the vectors that join it, the second layer reads the first", () => {
  expect(shapes({}, "cell")[0]).toBe("x₄ [1, 80]");
  expect(shapes({ timing: "luong" }, "cell")[0]).toBe("x₄ [1, 16]");
  expect(shapes({ timing: "luong", inputFeeding: "on" }, "cell")[0]).toBe("x₄ [1, 80]");
  expect(shapes({ attention: "none", tokenInput: "onehot" }, "cell")[0]).toBe("x₄ [1, 30]");
  expect(shapes({ layers: 2 }, "upper")[0]).toBe("s₄⁽¹⁾ [1, 64]");
});

test("the listed parameters are those of the engine, for every member", () => {
  for (const shape of MEMBERS) {
    const trace = makeTrace(shape);
    const listed = [
      ...bridgeShapes(trace),
      ...opsOf(trace).flatMap((op) => shapesOf(trace, 3, op)),
    ].filter(({ role, symbol }) => role === "learned" && !symbol.includes("[")); // a part of a listed matrix
    const kept = parameterSpecs(trace.shape)
      .filter(({ name }) => !name.startsWith("encoder.") || name.startsWith("encoder.bridge"))
      .map((spec) => (spec.transposedInPyTorch ? spec.shape.toReversed() : spec.shape));
    expect(listed.map(sizesOf).toSorted()).toEqual(kept.map(String).toSorted());
  }
});

test(`every equation of ${MEMBERS.length} members is valid TeX`, () => {
  for (const shape of MEMBERS) {
    const trace = makeTrace(shape);
    expect(problemOf(firstStateTex(trace))).toBeNull();
    for (const index of [0, 3])
      for (const op of opsOf(trace)) expect(problemOf(equationOf(trace, index, op))).toBeNull();
  }
});

test.each(["greedy", "sampling", "beam"] as const)(
  "the line that chooses the token is valid TeX: %s",
  (decoding) => expect(problemOf(equationOf(makeTrace({ decoding }), 3, "output"))).toBeNull(),
);
