/** Notes beside the training: which token is fed, and the loss. */
import { answerIds, type Note, noteAt, type NoteContext, type NoteDraft } from "./note";

const CHANCE = 0.25; // P(feed truth) of the example

function coin(): NoteDraft {
  return {
    id: "coin",
    given: [["coins = rand(10000)", [10000]]],
    theirs: [[`fed = (coins > ${CHANCE}).float().mean()`, []]],
    ours: [[`fed = (coins < ${CHANCE}).float().mean()`, []]],
    compared: "fed",
    outcome: "other",
    numbers: { chance: 100 * CHANCE, inverted: 100 * (1 - CHANCE) },
  };
}

/** The right token of this step, or the model's own where the truth is unknown. */
function rightToken({ trace, step }: NoteContext): number {
  return (trace.expected?.[trace.steps.indexOf(step)] ?? step.chosen).id;
}

function logSoftmax(context: NoteContext): NoteDraft {
  const { V } = context;
  return {
    id: "logSoftmax",
    ops: ["output"],
    given: [
      ["row = logits[0]", [1, V]],
      [`right = tensor([${rightToken(context)}])`, [1]],
    ],
    theirs: [
      ["log_p = log_softmax(row, dim=-1)", [1, V]],
      ["loss = nll_loss(log_p, right)", []],
    ],
    ours: [["loss = cross_entropy(row, right)", []]],
    compared: "loss",
    outcome: "same",
  };
}

/** The smallest cross-entropy that probabilities can have where the loss takes logits: p is at most 1, in nats. */
export function softmaxTwiceFloor(vocabulary: number): number {
  return Math.log(Math.E + vocabulary - 1) - 1;
}

function doubleSoftmax(context: NoteContext): NoteDraft {
  const { V } = context;
  return {
    id: "doubleSoftmax",
    ops: ["output"],
    given: [
      ["row = logits[0]", [1, V]],
      [`right = tensor([${rightToken(context)}])`, [1]],
    ],
    theirs: [
      ["p = softmax(row, dim=-1)", [1, V]],
      ["loss = cross_entropy(p, right)", []],
    ],
    ours: [["loss = cross_entropy(row, right)", []]],
    compared: "loss",
    outcome: "other",
    numbers: { vocabulary: V, floor: Number(softmaxTwiceFloor(V).toFixed(2)) },
  };
}

/** The loop of the notes begins at 1, so row 0 stays zero. */
function firstRow({ trace, T, V }: NoteContext): NoteDraft {
  return {
    id: "firstRow",
    given: [
      [`outputs = zeros(${T + 1}, 1, ${V})`, [T + 1, 1, V]],
      ["outputs[1:] = logits"],
      [`right = tensor([[SOS, ${answerIds(trace).join(", ")}]])`, [1, T + 1]],
    ],
    theirs: [["loss = cross_entropy(outputs.flatten(0, 1), right.t().flatten())", []]],
    ours: [["loss = cross_entropy(outputs[1:].flatten(0, 1), right[:, 1:].t().flatten())", []]],
    compared: "loss",
    outcome: "other",
    numbers: { vocabulary: V },
  };
}

/** A batch of two answers of at least three tokens. */
function batchOfTwo({ T, V }: NoteContext) {
  const length = Math.max(3, T);
  return {
    length,
    given: [
      [`logits = rand(2, ${length}, ${V})`, [2, length, V]],
      [`right = randint(4, ${V}, (2, ${length}))`, [2, length]],
    ] as const,
  };
}

function flatten(context: NoteContext): NoteDraft {
  const { V } = context;
  const { given, length } = batchOfTwo(context);
  return {
    id: "flatten",
    given,
    theirs: [[`loss = cross_entropy(logits.view(-1, ${V}), right.view(-1))`, []]],
    ours: [["loss = cross_entropy(logits.transpose(1, 2), right)", []]],
    compared: "loss",
    outcome: "same",
    numbers: { rows: 2 * length, answer: length, vocabulary: V },
  };
}

function padLoss(context: NoteContext): NoteDraft {
  const { given, length } = batchOfTwo(context);
  const flat = "logits.flatten(0, 1), right.flatten()";
  return {
    id: "padLoss",
    given: [...given, ["right[1, 2:] = PAD"]],
    theirs: [[`loss = cross_entropy(${flat})`, []]],
    ours: [[`loss = cross_entropy(${flat}, ignore_index=PAD)`, []]],
    compared: "loss",
    outcome: "other",
    numbers: { pads: length - 2, all: 2 * length },
  };
}

export function trainingNotes(context: NoteContext): Note[] {
  return [coin, logSoftmax, doubleSoftmax, firstRow, flatten, padLoss].map((make) =>
    noteAt("training", make(context)),
  );
}
