/** A decode with edits is the decode from scratch with the same changes in the plain-array reference. */
import { beforeAll, describe, expect, it } from "vitest";
import { decodeEdited, expectReference } from "../../testing/editedDecodes";
import {
  BEAM,
  drawsOf,
  EDIT_KINDS,
  EDITED_LIMIT,
  fitting,
  randomEdit,
  randomEdits,
  randomWeights,
  SAMPLING,
  WAYS,
  wayOf,
} from "../../testing/randomEdits";
import { everyNth, familyShapes } from "../../testing/family";
import { startNodeBackend } from "../../testing/nodeBackend";
import { tinyShape } from "../../testing/tinyTask";
import { type Edit, type EditKind, placeOf } from "../edits/edit";
import type { DecoderStep } from "../results/trace";
import type { ModelShape } from "../setup/modelShape";

const WITHOUT_ATTENTION: readonly EditKind[] = ["say", "feed", "emptyState"];

const FAMILY = familyShapes(5, 3);
// What no part of a model changes is tested on a third of the family.
const THIRD = everyNth(FAMILY, 3, 0);

const say = (step: number, token: string): Edit => ({ kind: "say", step, token });

describe("one edit", () => {
  beforeAll(() => startNodeBackend("wasm"));

  // Below, edits together meet every member; each kind alone meets a third of them.
  it.each(EDIT_KINDS.map((kind, i) => [kind, i] as const))(
    "of the kind %s is the reference's, for a third of the cells, scores, timings and directions",
    (kind, kindIndex) => {
      const members = everyNth(
        FAMILY.filter(
          ({ attention, tokenInput }) =>
            tokenInput === "learned" && (attention !== "none" || WITHOUT_ATTENTION.includes(kind)),
        ),
        3,
        kindIndex,
      );
      const changed = new Set<boolean>();
      members.forEach((shape, i) => {
        const parameters = randomWeights(shape, i + 1);
        const draw = drawsOf(i + 1);
        const edit = randomEdit(kind, draw);
        const edits = fitting(shape, [edit]);
        expect(edits).toEqual([edit]);
        const trace = decodeEdited(shape, parameters, { ...wayOf(draw), edits });
        expectReference(shape, parameters, trace);
        changed.add(JSON.stringify(trace.steps) !== JSON.stringify(trace.untouched?.steps));
      });
      expect(changed).toContain(true);
    },
  );

  it.each(EDIT_KINDS)("of the kind %s applies to no model without its part", (kind) => {
    const shape: ModelShape = { ...tinyShape, attention: "none" };
    const applies = fitting(shape, [randomEdit(kind, drawsOf(1))]).length > 0;
    expect(applies).toBe(WITHOUT_ATTENTION.includes(kind));
  });
});

describe("edits together", () => {
  beforeAll(() => startNodeBackend("wasm"));

  it("are the reference's, for every member of the family", () => {
    const kinds = new Set<EditKind>();
    FAMILY.forEach((shape, i) => {
      const parameters = randomWeights(shape, i + 1);
      const draw = drawsOf(1000 + i);
      const edits = randomEdits(shape, draw);
      edits.forEach(({ kind }) => kinds.add(kind));
      const trace = decodeEdited(shape, parameters, { ...wayOf(draw), edits });
      expectReference(shape, parameters, trace);
    });
    expect([...kinds].toSorted()).toEqual(EDIT_KINDS.toSorted());
  });

  it("leave the untouched decode as it is, to the last bit", () => {
    THIRD.forEach((shape, i) => {
      const parameters = randomWeights(shape, i + 1);
      const draw = drawsOf(2000 + i);
      const edits = randomEdits(shape, draw);
      if (edits.length === 0) return;
      const way = wayOf(draw);
      const { untouched } = decodeEdited(shape, parameters, { ...way, edits });
      const { steps, ending, decoding, untouched: nothing } = decodeEdited(shape, parameters, way);
      expect(untouched).toEqual({ steps, ending, decoding });
      expect(nothing).toBeNull();
    });
  });

  it("have rows that sum to 1 over the tokens that are not hidden, and no number is missing", () => {
    THIRD.forEach((shape, i) => {
      if (shape.attention === "none") return;
      const edits = randomEdits(shape, drawsOf(3000 + i));
      const { steps } = decodeEdited(shape, randomWeights(shape, i), { edits });
      const hidden = edits.flatMap((edit) => (edit.kind === "hide" ? [edit.position] : []));
      for (const { attention } of steps) {
        const weights = [...(attention?.weights ?? [])];
        expect(Math.abs(weights.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-5);
        expect(hidden.map((position) => weights[position])).toEqual(hidden.map(() => 0));
      }
    });
  });
});

describe("the steps before an edit", () => {
  beforeAll(() => startNodeBackend("wasm"));

  it("are those of the untouched decode", () => {
    const before = new Set<number>();
    THIRD.forEach((shape, i) => {
      const parameters = randomWeights(shape, i + 1);
      const steppedKinds = EDIT_KINDS.filter(
        (kind) => placeOf(randomEdit(kind, drawsOf(1))) !== null && kind !== "hide",
      );
      const kind = steppedKinds[i % steppedKinds.length] ?? "say";
      const edits = fitting(shape, [randomEdit(kind, drawsOf(4000 + i))]);
      const step = edits[0] && placeOf(edits[0]);
      if (step === null || step === undefined) return;
      const way = WAYS[i % 3]; // not the beam: there the best path itself may change
      const { steps, untouched } = decodeEdited(shape, parameters, { ...way, edits });
      const same = untouched?.steps.slice(0, step) ?? [];
      expect(steps.slice(0, step)).toEqual(same);
      before.add(same.length);
    });
    expect(Math.max(...before)).toBeGreaterThan(2);
  });
});

describe("greedy decoding with edits", () => {
  beforeAll(() => startNodeBackend("wasm"));

  it("says the most probable token where no hand says one, as a beam of width 1 does", () => {
    THIRD.forEach((shape, i) => {
      const parameters = randomWeights(shape, i + 1);
      const edits = randomEdits(shape, drawsOf(5000 + i));
      const greedy = decodeEdited(shape, parameters, { edits });
      const own = greedy.steps.filter(({ saidByHand }) => !saidByHand);
      expect(own.map(({ chosen }) => chosen)).toEqual(own.map(({ top }) => top[0]?.token));
      const choosing = { ...BEAM, beamWidth: 1 };
      const narrow = decodeEdited(shape, parameters, { edits, choosing });
      expect(narrow.steps.map(({ chosen }) => chosen)).toEqual(
        greedy.steps.map(({ chosen }) => chosen),
      );
    });
  });
});

describe("a said token", () => {
  beforeAll(() => startNodeBackend("cpu"));
  const WEIGHTS = randomWeights(tinyShape, 4);

  it("goes into the next step with teacher forcing, too; the truth follows", () => {
    const { steps, ending } = decodeEdited(tinyShape, WEIGHTS, {
      feeding: "truth",
      edits: [say(1, "b")],
    });
    expect(steps.map(({ input }) => input.text)).toEqual(["<sos>", "c", "b", "b"]);
    expect(steps.map(({ inputOrigin }) => inputOrigin)).toEqual(["sos", "truth", "model", "truth"]);
    expect(steps.map(({ saidByHand }) => saidByHand)).toEqual([false, true, false, false]);
    expect(ending).toBe("truth");
  });

  it("ends the answer if it is <eos>, and goes on if the model would end", () => {
    const ended = decodeEdited(tinyShape, WEIGHTS, { edits: [say(0, "<eos>")] });
    expect(ended.steps).toHaveLength(1);
    expect(ended.ending).toBe("eos");
    const edits = Array.from({ length: EDITED_LIMIT }, (_, step) => say(step, "a"));
    const driven = decodeEdited(tinyShape, WEIGHTS, { edits });
    expect(driven.steps.map(({ chosen }) => chosen.text).join("")).toBe("a".repeat(EDITED_LIMIT));
    expect(driven.ending).toBe("limit");
  });

  it("leaves the model's own numbers and candidates in its step", () => {
    const { steps, untouched } = decodeEdited(tinyShape, WEIGHTS, { edits: [say(0, "c")] });
    const [own] = untouched?.steps ?? [];
    expect(steps[0]).toEqual({ ...own, chosen: { id: 6, text: "c" }, saidByHand: true });
  });

  it("leaves the draws of the later steps of a sample as they are", () => {
    const flat = { ...SAMPLING, temperature: 3 };
    const zeros = new Float32Array(WEIGHTS.length); // all tokens are equally probable
    const drawn = decodeEdited(tinyShape, zeros, { choosing: flat, edits: [say(0, "a")] });
    const texts = (steps: typeof drawn.steps) => steps.slice(1).map(({ chosen }) => chosen.text);
    expect(texts(drawn.steps)).toEqual(texts(drawn.untouched?.steps ?? []));
    expect(drawn.steps.length).toBeGreaterThan(2);
  });

  it("can be replaced at its step by a token that is fed", () => {
    const { steps } = decodeEdited(tinyShape, WEIGHTS, {
      edits: [say(0, "a"), { kind: "feed", step: 1, token: "b" }],
    });
    expect(steps[0]?.chosen.text).toBe("a");
    expect(steps[1]?.input.text).toBe("b");
    expect(steps[1]?.inputOrigin).toBe("hand");
  });
});

/** The states that enter a step. */
const startOf = (step: DecoderStep | undefined) => step?.layers.map(({ before }) => before);

describe("a source with pads", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("has columns for them, with states of 0, and the decoder's start stays", () => {
    const shape: ModelShape = { ...tinyShape, layers: 2 };
    const trace = decodeEdited(shape, randomWeights(shape, 2), {
      edits: [{ kind: "padding", count: 2 }],
    });
    expect(trace.source.map(({ text }) => text)).toEqual([
      "c",
      "a",
      "b",
      "<eos>",
      "<pad>",
      "<pad>",
    ]);
    const { embeddings, states, lower } = trace.encoder;
    for (const matrix of [embeddings, states, lower]) {
      expect(matrix?.rows).toBe(6);
      expect(matrix?.data).toHaveLength(6 * (matrix?.columns ?? 0));
    }
    expect(states.data.slice(4 * states.columns).every((x) => x === 0)).toBe(true);
    const [edited, own] = [trace.steps[0], trace.untouched?.steps[0]];
    expect(startOf(edited)).toEqual(startOf(own));
    expect(edited?.attention?.weights).toHaveLength(6);
    expect(own?.attention?.weights).toHaveLength(4);
  });
});

describe("the states of another source", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("stand in the encoder of the trace with their tokens, and the decoder's start stays", () => {
    const weights = randomWeights(tinyShape, 2);
    const trace = decodeEdited(tinyShape, weights, {
      edits: [{ kind: "swapStates", source: "bbc" }],
    });
    expect(trace.source.map(({ text }) => text)).toEqual(["c", "a", "b", "<eos>"]);
    expect(trace.swappedSource?.map(({ text }) => text)).toEqual(["b", "b", "c", "<eos>"]);
    expect(startOf(trace.steps[0])).toEqual(startOf(trace.untouched?.steps[0]));
    expect(trace.steps[0]?.attention?.weights).not.toEqual(
      trace.untouched?.steps[0]?.attention?.weights,
    );
  });

  it("are read in the model's order", () => {
    const reversed: ModelShape = { ...tinyShape, sourceOrder: "reversed" };
    const { swappedSource } = decodeEdited(reversed, randomWeights(reversed, 2), {
      edits: [{ kind: "swapStates", source: "abc" }],
    });
    expect(swappedSource?.map(({ text }) => text)).toEqual(["c", "b", "a", "<eos>"]);
  });
});
