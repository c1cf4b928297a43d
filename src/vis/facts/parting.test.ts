import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BesideDecode, BesideStep } from "../../engine/results/besideDecode";
import { INITIAL_SHOW } from "../../engine/show";
import { EOS, SOS, type TokenView } from "../../engine/text/tokens";
import { type Parted, type Parting, partingOf, rightTokensOf } from "./parting";

const LETTERS = ["a", "b", "c"];
const token = (text: string): TokenView =>
  text === "$" ? { id: EOS, text: "<eos>" } : { id: 4 + LETTERS.indexOf(text), text };
const tokens = (text: string): TokenView[] => Array.from(text, token);

type Feeding = BesideDecode["feeding"];

/** A decode that says these letters ($ is <eos>), fed its own tokens or those of the truth. */
function stepsOf(said: string, feeding: Feeding, truth: string): BesideStep[] {
  const fed = feeding === "truth" ? truth : said;
  return tokens(said).map((chosen, t) => ({
    input: t === 0 ? { id: SOS, text: "<sos>" } : token(fed[t - 1] ?? "$"),
    inputOrigin: t === 0 ? "sos" : feeding === "truth" ? "truth" : "model",
    top: [],
    chosen,
  }));
}

interface Said {
  readonly said: string;
  readonly feeding?: Feeding;
}

function decodes(shown: Said, beside: Said, truth: string | null): [Parted, BesideDecode] {
  const [a, b] = [shown.feeding ?? "own", beside.feeding ?? "own"];
  const trace = {
    steps: stepsOf(shown.said, a, truth ?? ""),
    expected: truth === null ? null : tokens(truth),
    show: { ...INITIAL_SHOW, feeding: a },
  };
  const steps = stepsOf(beside.said, b, truth ?? "");
  return [trace, { kind: "greedy", feeding: b, trainedSteps: 100, steps, ending: "eos" }];
}

/** Where two decodes part, of which one stands beside the other. */
function part(shown: Said, beside: Said, truth: string | null = null): Parting {
  return partingOf(...decodes(shown, beside, truth));
}

const answers = fc
  .string({ unit: fc.constantFrom(...LETTERS), maxLength: 6 })
  .map((letters) => `${letters}$`);

describe("where two decodes part", () => {
  it("is the first step that says another token, and the next step reads it", () => {
    const { says, reads, steps } = part({ said: "abc$" }, { said: "abb$" });
    expect([says, reads]).toEqual([2, 3]);
    expect(steps.map(({ differs }) => differs)).toEqual([false, false, true, false]);
  });

  it("is where one has ended and the other goes on", () => {
    const truth = "abc$";
    const { says, steps } = part({ said: "a$" }, { said: "a$c$", feeding: "truth" }, truth);
    expect(says).toBe(2);
    expect(steps[2]).toMatchObject({ shown: null, beside: token("c"), differs: true });
  });

  it("never lies before the tokens that both say alike, and always before all that differ", () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const { says, steps } = part({ said: a }, { said: b });
        const common = Array.from(a).findIndex((letter, t) => letter !== b[t]);
        expect(says).toBe(a === b ? null : common < 0 ? a.length : common);
        expect(steps).toHaveLength(Math.max(a.length, b.length));
        expect(says).toBe(
          steps.some(({ differs }) => differs) ? steps.findIndex(({ differs }) => differs) : null,
        );
      }),
    );
  });

  it("is the same from either side, with the sides exchanged", () => {
    fc.assert(
      fc.property(answers, answers, answers, (a, b, truth) => {
        const there = part({ said: a }, { said: b }, truth);
        const back = part({ said: b }, { said: a }, truth);
        expect([back.says, back.reads]).toEqual([there.says, there.reads]);
        expect(back.steps.map(({ isShownError }) => isShownError)).toEqual(
          there.steps.map(({ isBesideError }) => isBesideError),
        );
      }),
    );
  });

  it("reads another token in the step after another was said, where both are fed their own", () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const { says, reads } = part({ said: a }, { said: b });
        const next = (says ?? Infinity) + 1;
        expect(reads).toBe(next < Math.min(a.length, b.length) ? next : null);
      }),
    );
  });
});

describe("errors after the parting", () => {
  it("are wrong tokens from there on, and none without a known answer", () => {
    const parting = part({ said: "bbc$" }, { said: "bba$" }, "abc$");
    expect(parting.steps.map(({ isShownError }) => isShownError)).toEqual(Array(4).fill(false));
    expect(parting.steps.map(({ isBesideError }) => isBesideError)).toEqual(
      [false, false, true, false], // the wrong first token stands before it
    );
    const unknown = part({ said: "bbc$" }, { said: "bba$" });
    expect(unknown.steps.some(({ isBesideError }) => isBesideError)).toBe(false);
  });

  it("never stand before it", () => {
    fc.assert(
      fc.property(answers, answers, answers, (a, b, truth) => {
        const { says, steps } = part({ said: a }, { said: b, feeding: "truth" }, truth);
        const before = steps.slice(0, says ?? steps.length);
        expect(before.some((step) => step.isShownError || step.isBesideError)).toBe(false);
      }),
    );
  });
});

describe("the right tokens of both", () => {
  it("are counted as the page judges each: own answers aligned, and fed the truth step by step", () => {
    const [free, forced] = [{ said: "bc$" }, { said: "bc$$", feeding: "truth" } as const];
    const counted = rightTokensOf(...decodes(free, forced, "abc$"));
    expect(counted).toEqual({
      total: 4,
      shown: { right: 3, excess: 0 },
      beside: { right: 1, excess: 0 },
    });
    expect(rightTokensOf(...decodes(free, forced, null))).toBeNull();
  });

  it("are told apart from tokens that are one too many", () => {
    const counted = rightTokensOf(...decodes({ said: "abcc$" }, { said: "abc$" }, "abc$"));
    expect(counted).toEqual({
      total: 4,
      shown: { right: 4, excess: 1 },
      beside: { right: 4, excess: 0 },
    });
  });
});

describe("the slip before free and forced part", () => {
  it("is the first wrong token, which both say; the next step reads it or the truth", () => {
    const { slip, reads, says } = part({ said: "ac$" }, { said: "acc$", feeding: "truth" }, "abc$");
    expect(slip).toEqual({ step: 1, said: token("c"), truth: token("b") });
    expect([reads, says]).toEqual([2, 2]);
  });

  it("is there without a parting, too", () => {
    const { slip, says } = part({ said: "acc$" }, { said: "acc$", feeding: "truth" }, "abc$");
    expect([slip?.step, says]).toEqual([1, null]);
  });

  it("does not exist where both are fed alike, nor where they part first", () => {
    expect(part({ said: "ac$" }, { said: "acb$" }, "abc$").slip).toBeNull();
    expect(part({ said: "bbc$" }, { said: "abc$", feeding: "truth" }, "abc$").slip).toBeNull();
    expect(part({ said: "ac$" }, { said: "abc$", feeding: "truth" }).slip).toBeNull();
  });
});
