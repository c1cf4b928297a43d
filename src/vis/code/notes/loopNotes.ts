/** Notes beside the loop over the steps: what is collected, and when it ends. */
import { answerIds, type Note, noteAt, type NoteContext, type NoteDraft } from "./note";

const MAX_LENGTH = 10; // of the tutorial
const MAX_LEN = 50; // of the notes with `actual_lengths`

function catSteps({ T, V }: NoteContext): NoteDraft {
  return {
    id: "catSteps",
    given: [[`steps = [logits] * ${T}`]],
    theirs: [["outputs = cat(steps, dim=1)", [1, T, V]]],
    ours: [
      ["rows = [step.squeeze(1) for step in steps]"],
      ["outputs = stack(rows, dim=1)", [1, T, V]],
    ],
    compared: "outputs",
    outcome: "same",
    numbers: { answer: T, vocabulary: V },
  };
}

/** What the model says behind its <eos> is of no interest; the loop of the notes keeps it. */
function maxLength({ trace, T }: NoteContext): NoteDraft {
  const ids = answerIds(trace);
  return {
    id: "maxLength",
    given: [[`said = [${ids.join(", ")}] + [4] * MAX_LENGTH`]],
    theirs: [["answer = said[:MAX_LENGTH]"]],
    ours: [["answer = said[: said.index(EOS)]"]],
    compared: "answer",
    outcome: T - 1 === MAX_LENGTH ? "same" : "other",
    numbers: { limit: MAX_LENGTH, answer: T },
  };
}

function allEnded(): NoteDraft {
  return {
    id: "allEnded",
    given: [["said = tensor([[8, 5, EOS, 4], [6, EOS, 9, 7]])", [2, 4]]],
    theirs: [["ended = (said == EOS).all(dim=0).any()", []]],
    ours: [["ended = (said == EOS).any(dim=1).all()", []]],
    compared: "ended",
    outcome: "other",
  };
}

function actualLengths({ trace }: NoteContext): NoteDraft {
  const ids = answerIds(trace).slice(-(MAX_LEN - 1)); // the <eos> stays
  const end = ids.length + 1;
  return {
    id: "actualLengths",
    given: [
      [`all_tokens = zeros(1, ${MAX_LEN})`, [1, MAX_LEN]],
      [`all_tokens[0, 1:${end}] = tensor([${ids.join(", ")}])`],
    ],
    theirs: [["lengths = (all_tokens != EOS).sum(dim=1)", [1]]],
    ours: [
      ["is_end = all_tokens[:, 1:] == EOS", [1, MAX_LEN - 1]],
      ["lengths = is_end.float().argmax(dim=1)", [1]],
    ],
    compared: "lengths",
    outcome: ids.length - 1 === MAX_LEN - 1 ? "same" : "other",
    numbers: { theirs: MAX_LEN - 1, ours: ids.length - 1 },
  };
}

export function loopNotes(context: NoteContext): Note[] {
  return [catSteps, maxLength, allEnded, actualLengths].map((make) =>
    noteAt("loop", make(context)),
  );
}
