import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BesideKind, BESIDES, besideProblem, besideShow } from "./beside";
import { GREEDY, INITIAL_SHOW, type Show } from "./show";

const KINDS = BESIDES.filter((each): each is BesideKind => each !== "none");

const anyShow: fc.Arbitrary<Show> = fc
  .record({
    feeding: fc.constantFrom<Show["feeding"]>("own", "truth"),
    method: fc.constantFrom<Show["choosing"]["method"]>("greedy", "beam", "sampling"),
    weightsOf: fc.constantFrom<Show["weightsOf"]>("present", { step: 50 }),
    edits: fc.constantFrom<Show["edits"]>([], [{ kind: "emptyContext", step: 1 }]),
    beside: fc.constantFrom(...BESIDES),
  })
  .map(({ method, ...show }) => ({
    ...INITIAL_SHOW,
    ...show,
    choosing: { ...GREEDY, method, beamWidth: 4 },
  }));

/** What decides the tokens: with the truth fed, the choice of tokens has no effect. */
const effect = ({ feeding, choosing, weightsOf, edits }: Show) =>
  JSON.stringify([feeding, feeding === "truth" ? "argmax" : choosing.method, weightsOf, edits]);

describe("the decode beside the shown one", () => {
  it("is refused exactly where it would be the same decode, or no truth is known", () => {
    fc.assert(
      fc.property(anyShow, fc.constantFrom(...KINDS), (show, kind) => {
        const isSame = effect(besideShow(kind, show)) === effect(show);
        const isGreedyByName = kind === "free" && show.feeding === "own"; // "greedy" stands for it
        expect(besideProblem(kind, show, true) !== null).toBe(isSame || isGreedyByName);
      }),
    );
    expect(besideProblem("forced", INITIAL_SHOW, false)).toBe("unknownAnswer");
    const forced: Show = { ...INITIAL_SHOW, feeding: "truth" };
    expect(besideProblem("free", forced, false)).toBe("isFree"); // without a truth the decode is fed its own answers
  });

  it("has the same example, and none beside it", () => {
    fc.assert(
      fc.property(anyShow, fc.constantFrom(...KINDS), (show, kind) => {
        const { beside, example } = besideShow(kind, show);
        expect([beside, example]).toEqual(["none", show.example]);
      }),
    );
  });

  it("beside itself is the first decode again, where only the feeding differs", () => {
    const free: Show = { ...INITIAL_SHOW, beside: "none" };
    expect(besideShow("free", besideShow("forced", free))).toEqual(free);
  });
});
