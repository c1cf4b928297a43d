import katex from "katex";
import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG, FIELDS } from "../../engine/setup/config";
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

function withOption(name: keyof Config, option: string | number, change?: Partial<Config>): Config {
  return { ...DEFAULT_CONFIG, ...change, [name]: option };
}

/** Without colours. */
function plain(name: (typeof CHOICES)[number], option: string, change?: Partial<Config>): string {
  const tex = optionEquation(name, withOption(name, option, change)) ?? "";
  return tex.replaceAll(/\\htmlClass\{role-\w+\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, "$1");
}

/** Lines of an aligned equation. */
function lines(tex: string): number {
  return tex.split(String.raw`\\[3pt]`).length;
}

describe("equations of the options", () => {
  it.each(OPTIONS)("$name $option is valid TeX", ({ name, option }) => {
    const tex = optionEquation(name, withOption(name, option));
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
    "%s has one for every value",
    (name) => {
      const tex = optionEquation(name, DEFAULT_CONFIG);
      expect(() => katex.renderToString(tex ?? "", { throwOnError: true })).not.toThrow();
      expect(optionEquation(name, withOption(name, 0.3))).toBe(tex);
    },
  );

  it("are different for different options", () => {
    const all = OPTIONS.map(({ name, option }) => plain(name, option));
    expect(new Set(all).size).toBe(all.length);
  });

  it("are null for settings without an equation", () => {
    for (const name of ["task", "seed", "maxSteps", "hiddenSize"] as const)
      expect(optionEquation(name, DEFAULT_CONFIG)).toBeNull();
  });

  it("are PyTorch's cells: one line for the RNN, r z n h for the GRU, i f g o C h for the LSTM", () => {
    expect(lines(plain("cell", "rnn"))).toBe(1);
    expect(lines(plain("cell", "gru"))).toBe(5); // n has two lines
    expect(lines(plain("cell", "lstm"))).toBe(6);
    expect(plain("cell", "gru")).toContain(String.raw`r_t \odot (W_{hn} h_{t-1} + b_{hn})`);
    expect(plain("cell", "gru")).toContain(
      String.raw`h_t &= (1 - z_t) \odot n_t + z_t \odot h_{t-1}`,
    );
  });

  it("are those of the scores", () => {
    expect(plain("attention", "dot")).toBe(String.raw`e_{t,j} = q_t^{\top} h_{j}`);
    expect(plain("attention", "general")).toBe(String.raw`e_{t,j} = q_t^{\top} W\, h_{j}`);
    expect(plain("attention", "diagonal")).toContain(
      String.raw`q_t^{\top} \operatorname{diag}(d)\, h_{j}`,
    );
    expect(plain("attention", "additive")).toBe(
      String.raw`e_{t,j} = v^{\top} \tanh(W q_t + U h_{j})`,
    );
    expect(plain("attention", "none")).not.toContain("h_{j}");
  });

  it("write concat and additive as the same function", () => {
    const additive = plain("attention", "additive").replace("e_{t,j} = ", "");
    expect(plain("attention", "concat")).toContain(String.raw`v^{\top} \tanh(W_a [q_t;\, h_{j}])`);
    expect(plain("attention", "concat")).toContain(`&= ${additive}`);
    expect(plain("attention", "concat")).toContain(String.raw`W_a &= [\,W \;\; U\,]`);
  });

  it("take the query from the previous state in Bahdanau timing and from the new state in Luong timing", () => {
    expect(plain("timing", "bahdanau")).toContain("q_t &= s_{t-1}");
    expect(plain("timing", "luong")).toContain("q_t &= s_{t}");
    expect(plain("timing", "luong")).toContain(String.raw`\tilde h_t &= \tanh(W_c [c_t;\, s_{t}])`);
  });

  it("write an encoder state as h and a decoder state as s in both timings", () => {
    const luong = { timing: "luong" } as const;
    expect(plain("attention", "dot", luong)).toBe(String.raw`e_{t,j} = q_t^{\top} h_{j}`);
    expect(plain("timing", "luong")).toContain(String.raw`\alpha_{t,j}\, h_{j}`);
    expect(plain("direction", "unidirectional", luong)).toContain(
      String.raw`s_{0}^{(l)} &= h_{S}^{(l)}`,
    );
    expect(plain("direction", "unidirectional")).toContain("s_{0}^{(l)} &= h_{S}^{(l)}");
  });

  it("use x_t for the cell's whole input: the token, followed by the vectors that join it", () => {
    expect(plain("timing", "bahdanau")).toContain(String.raw`x_t &= [E(y_{t-1});\, c_t]`);
    expect(plain("timing", "luong")).toContain(String.raw`x_t &= E(y_{t-1})\\`);
    expect(plain("timing", "luong", { inputFeeding: "on" })).toContain(
      String.raw`x_t &= [E(y_{t-1});\, \tilde h_{t-1}]`,
    );
    expect(plain("timing", "bahdanau", { tokenInput: "onehot" })).toContain(
      String.raw`[\operatorname{onehot}(y_{t-1});\, c_t]`,
    );
  });

  it("pick a row of the embedding table, but a column of the cell's matrix", () => {
    expect(plain("tokenInput", "learned")).toContain("E_{i,:}");
    expect(plain("tokenInput", "onehot")).toContain("W_{:,i}");
  });

  it("respect a floor above P in every schedule", () => {
    for (const schedule of ["linear", "exponential", "inverseSigmoid"])
      expect(plain("schedule", schedule)).toContain(String.raw`\min(P, \varepsilon)`);
  });

  it("draw a coin per token, step or pair, from the second step on", () => {
    expect(plain("coin", "token")).toContain("u_{b,t} < P_i");
    expect(plain("coin", "step")).toContain("u_t < P_i");
    expect(plain("coin", "sequence")).toContain("u_b < P_i");
    for (const unit of FIELDS.coin.options)
      expect(plain("coin", unit)).toContain(String.raw`t \ge 2`);
  });
});
