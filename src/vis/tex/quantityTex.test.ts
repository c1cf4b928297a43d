/** The equations and the texts of single numbers. */
import katex from "katex";
import { describe, expect, it } from "vitest";
import { derive, hasDerivation } from "../../engine/derivation/derive";
import type { Given } from "../../engine/derivation/operands";
import { readPlace } from "../../engine/derivation/placeText";
import type { Place, Quantity } from "../../engine/derivation/quantity";
import { modelShape } from "../../engine/setup/modelShape";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { familyConfigs, memberName } from "../../testing/family";
import { makeTrace, type TraceOptions } from "../testing/traces";
import { quantityNumbers, termParts } from "./quantityText";
import { derivationTex } from "./quantityTex";

/** A synthetic trace with made-up parameters: the equations do not depend on the numbers. */
function given(options: TraceOptions): Given {
  const trace = makeTrace({ hiddenSize: 8, embeddingSize: 4, ...options });
  return { trace, read: (_, row, column) => (row % 3) - (column % 2) / 2 };
}

function at(options: TraceOptions, text: string): [Given, Place, Quantity] {
  const g = given(options);
  const place = readPlace(text, { step: 2, position: 1 });
  const quantity = place && derive(g, place);
  if (!place || !quantity) throw new Error(`expected a derivation of ${text}, got none`);
  return [g, place, quantity];
}

/** The lines of an equation, without colours and values. */
function linesOf(options: TraceOptions, text: string): string[] {
  const [{ trace }, place, quantity] = at(options, text);
  return derivationTex(trace, place, quantity)
    .replaceAll(/\\htmlClass\{[^}]*\}/g, "")
    .replace(String.raw`\begin{aligned}`, "")
    .replace(String.raw`\end{aligned}`, "")
    .split(String.raw`\\[3pt]`)
    .map((line) => line.replaceAll(/(?<=\\cdot )\(-\d+\.\d{3}\)|-?\d+\.\d{3}/g, "#"));
}

const TEXTS = [
  "score",
  "weight",
  "inner.3",
  "logit.4",
  "probability.2",
  "context.5",
  "combined.5",
  "input.2",
  "state.1.3",
  "state.2.3",
  "memory.1.3",
  "gate.update.1.3",
  "gate.candidate.2.3",
  "gate.forget.1.3",
];

describe("the equation of a number", () => {
  it("is valid TeX in every member of the family", () => {
    const members = familyConfigs().map((config) => {
      const shape = modelShape({ ...config, hiddenSize: 8, embeddingSize: 4 }, 30, 30);
      return [memberName(shape), shape] as const;
    });
    expectOfEvery(members, (shape) => {
      const g = given(shape);
      const places = TEXTS.map((text) => readPlace(text, { step: 2, position: 1 })).filter(
        (place) => place !== null && hasDerivation(g.trace, place),
      );
      expect(places.length).toBeGreaterThan(2);
      for (const place of places) {
        const quantity = place && derive(g, place);
        if (!place || !quantity) throw new Error("expected a derivation");
        const tex = derivationTex(g.trace, place, quantity);
        katex.renderToString(tex, { strict: false, trust: true, throwOnError: true });
      }
    });
  });

  it("writes a long sum with a sign of summation, and says what its letters are", () => {
    expect(linesOf({}, "score")).toEqual([
      String.raw`e_{3,2} &= \sum_{i=1}^{8} v[i]\, \tanh(a[i])`,
      "&= #",
      "a &= W {q_{3}} + U {h_{2}}",
      "{q_{3}} &= {s_{2}}",
    ]);
    expect(linesOf({ attention: "diagonal", timing: "luong" }, "score")).toEqual([
      String.raw`e_{3,2} &= \sum_{i=1}^{8} {s_{3}}[i]\, d[i]\, {h_{2}}[i]`,
      "&= #",
      "{q_{3}} &= {s_{3}}",
    ]);
    expect(linesOf({}, "context.5")[0]).toBe(
      String.raw`{c_{3}}[5] &= \sum_{j=1}^{8} {\alpha_{3,j}}\, {h_{j}}[5]`,
    );
    expect(linesOf({}, "logit.4")[0]).toBe(
      String.raw`\ell_{3}[\text{‘a’}] &= \sum_{i=1}^{8} W_{\mathrm{out}}[\text{‘a’},i]\, {s_{3}}[i] + b_{\mathrm{out}}[\text{‘a’}]`,
    );
    expect(linesOf({}, "probability.4")[0]).toContain(String.raw`\sum_{v=1}^{30}`);
  });

  it("puts the numbers into a short sum, a product and a function", () => {
    expect(linesOf({}, "state.1.3")).toEqual([
      String.raw`{s_{3}}[3] &= (1 - {z_{3}}[3])\, {n_{3}}[3] + {z_{3}}[3]\, {s_{2}}[3]`,
      String.raw`&= (1 - #) \cdot # + # \cdot #`,
      "&= #",
    ]);
    expect(linesOf({ cell: "lstm" }, "state.1.3")[0]).toBe(
      String.raw`{s_{3}}[3] &= {o_{3}}[3]\, \tanh({C_{3}}[3])`,
    );
    expect(linesOf({}, "gate.update.1.3")).toEqual([String.raw`{z_{3}}[3] &= \sigma(#)`, "&= #"]);
  });
});

const termsOf = (options: TraceOptions, text: string) => {
  const [{ trace }, , quantity] = at(options, text);
  const sum = quantity.how === "sum" ? quantity : null;
  return (sum?.terms ?? []).map((term) => ({
    symbols: termParts(trace, term).map((part) => part.text),
    numbers: quantityNumbers(term),
  }));
};

describe("a term in running text", () => {
  it("is cut at the numbers that have names", () => {
    expect(termsOf({}, "score")[2]?.symbols).toEqual(["v[3]", " · tanh(", "a[3]", ")"]);
    expect(termsOf({}, "state.1.3")[0]?.symbols).toEqual(["(1 − ", "z₃[3]", ") · ", "n₃[3]"]);
    expect(termsOf({ layers: 2 }, "state.2.3")[1]?.symbols).toEqual([
      "z₃⁽²⁾[3]",
      " · ",
      "s₂⁽²⁾[3]",
    ]);
  });

  it("has brackets around a negative number after a sign", () => {
    const terms = termsOf({}, "logit.4").map(({ numbers }) => numbers);
    expect(terms.join(" ")).not.toMatch(/· −/);
    expect(terms.some((text) => /· \(−\d/.test(text))).toBe(true);
  });
});
