import katex from "katex";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, FIELDS } from "../engine/config";
import { optionEquation } from "./optionEquations";

const CHOICES = [
  "cell",
  "direction",
  "sourceOrder",
  "tokenInput",
  "attention",
  "timing",
  "inputFeeding",
  "schedule",
  "coin",
] as const;

const OPTIONS = CHOICES.flatMap((name) => FIELDS[name].options.map((option) => ({ name, option })));

/** Without the colours of the roles and with one space between things. */
function plain(name: (typeof CHOICES)[number], option: string): string {
  const tex = optionEquation(name, option) ?? "";
  return tex.replaceAll(/\\htmlClass\{role-\w+\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, "$1");
}

/** Lines of an aligned equation. */
function lines(tex: string): number {
  return tex.split(String.raw`\\[3pt]`).length;
}

describe("equations of the options", () => {
  it.each(OPTIONS)("$name $option can be typeset", ({ name, option }) => {
    const tex = optionEquation(name, option);
    expect(tex).not.toBeNull();
    const typeset = katex.renderToString(tex ?? "", {
      displayMode: true,
      throwOnError: true,
      strict: false,
      trust: ({ command }) => command === "\\htmlClass",
    });
    expect(typeset).toContain("katex-display");
  });

  it.each(["dropout", "clipNorm", "learningRate"] as const)(
    "%s has one, whatever its value",
    (name) => {
      const tex = optionEquation(name, DEFAULT_CONFIG[name]);
      expect(() => katex.renderToString(tex ?? "", { throwOnError: true })).not.toThrow();
      expect(optionEquation(name, 0.3)).toBe(tex);
    },
  );

  it("are different for different options", () => {
    const all = OPTIONS.map(({ name, option }) => optionEquation(name, option));
    expect(new Set(all).size).toBe(all.length);
  });

  it("are none for settings that no equation explains", () => {
    for (const name of ["task", "seed", "maxSteps", "hiddenSize"] as const)
      expect(optionEquation(name, DEFAULT_CONFIG[name])).toBeNull();
  });

  it("are PyTorch's cells: one line of tanh, r z n h' of the GRU, i f g o C h of the LSTM", () => {
    expect(lines(plain("cell", "rnn"))).toBe(1);
    expect(lines(plain("cell", "gru"))).toBe(5); // n takes two
    expect(lines(plain("cell", "lstm"))).toBe(6);
    expect(plain("cell", "gru")).toContain(String.raw`r_t \odot (W_{hn} h_{t-1} + b_{hn})`);
    expect(plain("cell", "gru")).toContain(
      String.raw`h_t &= (1 - z_t) \odot n_t + z_t \odot h_{t-1}`,
    );
  });

  it("are the six scores", () => {
    expect(plain("attention", "dot")).toBe(String.raw`e_{t,j} = q_t^{\top} h_j`);
    expect(plain("attention", "general")).toBe(String.raw`e_{t,j} = q_t^{\top} W\, h_j`);
    expect(plain("attention", "diagonal")).toContain(
      String.raw`q_t^{\top} \operatorname{diag}(d)\, h_j`,
    );
    expect(plain("attention", "additive")).toBe(
      String.raw`e_{t,j} = v^{\top} \tanh(W q_t + U h_j)`,
    );
    expect(plain("attention", "none")).not.toContain("h_j");
  });

  it("write concat and additive as the same function", () => {
    const additive = plain("attention", "additive").replace("e_{t,j} = ", "");
    expect(plain("attention", "concat")).toContain(String.raw`v^{\top} \tanh(W_a [q_t;\, h_j])`);
    expect(plain("attention", "concat")).toContain(`&= ${additive}`);
    expect(plain("attention", "concat")).toContain(String.raw`W_a &= [\,W \;\; U\,]`);
  });

  it("take the query from before the cell in Bahdanau timing and from behind it in Luong's", () => {
    expect(plain("timing", "bahdanau")).toContain("q_t &= s_{t-1}");
    expect(plain("timing", "luong")).toContain("q_t &= h_t");
    expect(plain("timing", "luong")).toContain(String.raw`\tilde h_t &= \tanh(W_c [c_t;\, h_t])`);
  });
});
