/** Notes beside the other lines of a step: the token's vector, the cell's input, the logits, the choice. */
import { contextEntersCell } from "../../../engine/setup/modelShape";
import { type Note, noteAt, type NoteContext, type NoteDraft } from "./note";

/** ReLU clears every negative number of the embedding. */
function relu({ trace, step, E }: NoteContext): NoteDraft | null {
  if (trace.shape.tokenInput === "onehot") return null;
  const negative = step.embedding.filter((value) => value < 0).length;
  return {
    id: "relu",
    ops: ["embed"],
    theirs: [["embedded = relu(embedding(token))", [1, 1, E]]],
    ours: [["embedded = embedding(token)", [1, 1, E]]],
    compared: "embedded",
    outcome: negative > 0 ? "other" : "same",
    numbers: { negative, all: E },
  };
}

function catInput({ trace, E, K }: NoteContext): NoteDraft | null {
  if (!contextEntersCell(trace.shape)) return null;
  const x = [1, 1, E + K];
  return {
    id: "catInput",
    ops: ["cell"],
    theirs: [["x = cat((embedded, context), dim=2)", x]],
    ours: [
      [`x = zeros(1, 1, ${E + K})`, x],
      [`x[:, :, :${E}] = embedded`],
      [`x[:, :, ${E}:] = context`],
    ],
    compared: "x",
    outcome: "same",
    kind: "meaning",
    numbers: { token: E, key: K, both: E + K },
  };
}

function softmaxFirst({ V }: NoteContext): NoteDraft {
  return {
    id: "softmaxFirst",
    ops: ["output"],
    theirs: [
      ["p = softmax(logits, dim=-1)", [1, 1, V]],
      ["token = p.argmax(dim=-1)", [1, 1]],
    ],
    ours: [["token = logits.argmax(dim=-1)", [1, 1]]],
    compared: "token",
    outcome: "same",
  };
}

function topk(): NoteDraft {
  return {
    id: "topk",
    ops: ["output"],
    theirs: [
      ["topv, topi = logits.topk(1)", [1, 1, 1], [1, 1, 1]],
      ["token = topi.squeeze(-1)", [1, 1]],
    ],
    ours: [["token = logits.argmax(dim=-1)", [1, 1]]],
    compared: "token",
    outcome: "same",
  };
}

function detach(): NoteDraft {
  return {
    id: "detach",
    ops: ["output"],
    given: [["topv, topi = logits.topk(1)", [1, 1, 1], [1, 1, 1]]],
    theirs: [["token = topi.squeeze(-1).detach()", [1, 1]], ["has_gradient = token.requires_grad"]],
    ours: [["token = topi.squeeze(-1)", [1, 1]], ["has_gradient = token.requires_grad"]],
    compared: "has_gradient",
    outcome: "same",
  };
}

function fill(): NoteDraft {
  return {
    id: "fill",
    ops: ["embed"],
    theirs: [["token = empty(1, 1, dtype=long).fill(SOS)"]],
    ours: [["token = full((1, 1), SOS)", [1, 1]]],
    compared: "token",
    outcome: "error",
  };
}

export function stepNotes(context: NoteContext): Note[] {
  return [relu, fill, catInput, softmaxFirst, topk, detach].flatMap((make) => {
    const draft = make(context);
    return draft ? [noteAt("step", draft)] : [];
  });
}
