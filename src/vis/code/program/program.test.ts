/** The text of the program; `oracle/program.test.ts` runs it. */
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../../engine/setup/config";
import { program as english } from "../../../i18n/en/program";
import { program as korean } from "../../../i18n/ko/program";
import { familyShapes, memberName } from "../../../testing/family";
import { TRANSFORMERS } from "../../../testing/transformers";
import { makeTrace, type TraceOptions } from "../../testing/traces";
import { programPlan, type ProgramTraining } from "./plan";
import { program, programName } from "./program";

const written = (options: TraceOptions = {}, training: Partial<ProgramTraining> = {}): string =>
  program(programPlan(makeTrace(options), { ...DEFAULT_CONFIG, ...training }, english));

const lines = (text: string): string[] => text.split("\n");

describe("the program", () => {
  it("has sizes, training and source of the model on show", () => {
    const text = written({ hiddenSize: 32 }, { learningRate: 0.01, batchSize: 16 });
    for (const line of ["HIDDEN = 32", "LEARNING_RATE = 0.01", "BATCH = 16"])
      expect(text).toContain(line);
    expect(text).toContain('EXAMPLE = ["a", "t", "t", "e", "n", "d", "s"]');
  });

  it("has the source as it is written, where the encoder reads it from its end", () => {
    const text = written({ sourceOrder: "reversed" });
    expect(text).toContain('EXAMPLE = ["a", "t", "t", "e", "n", "d", "s"]');
    expect(text).toContain("return ids[::-1] + [EOS]");
  });

  it("splits a typed text into the tokens of the task", () => {
    const words = { task: { sourceUnit: "word", targetUnit: "word" } } as const;
    expect(written()).toContain("list(sys.argv[2])");
    expect(written(words)).toContain("sys.argv[2].split()");
    expect(written(words)).toContain('" ".join(said)');
  });

  it("splits Hangul into jamo only where the task reads Hangul", () => {
    expect(written({ task: { id: "hangulSounds" } })).toContain("jamo(sys.argv[2])");
    expect(written()).not.toMatch(/jamo|unicodedata/);
  });

  it("tosses the coin of the settings, and none where the truth is always fed", () => {
    expect(written()).not.toContain("FORCING");
    const tossed = (coin: "token" | "step" | "sequence"): string | undefined =>
      lines(written({}, { forcing: 0.5, coin })).find((line) => line.includes("torch.rand("));
    expect(tossed("token")).toContain("        truth = torch.rand(len(source)) < FORCING");
    expect(tossed("step")).toContain("        truth = torch.rand(1) < FORCING");
    expect(tossed("sequence")).toMatch(/^ {4}truth = torch\.rand\(len\(source\)\) < FORCING/);
  });

  it("has no attention where the model has none", () => {
    expect(written({ attention: "none" })).not.toMatch(/Attention|weights|keys|mask|KEY/);
  });

  it("names its file by cell and score", () => {
    expect(programName(makeTrace().shape)).toBe("seq2seq-gru-additive.py");
    expect(programName(makeTrace({ attention: "none", cell: "rnn" }).shape)).toBe("seq2seq-rnn.py");
  });

  it("has short lines, in every language and for every member of the family", () => {
    const long = [...familyShapes(64, 16), ...TRANSFORMERS].flatMap((shape) =>
      [english, korean].flatMap((texts) => {
        const text = program(programPlan({ ...makeTrace(), shape }, DEFAULT_CONFIG, texts));
        const found = lines(text).filter((line) => line.length > 100 || line !== line.trimEnd());
        return found.length > 0 ? [[memberName(shape), ...found]] : [];
      }),
    );
    expect(long).toEqual([]);
  });
});
