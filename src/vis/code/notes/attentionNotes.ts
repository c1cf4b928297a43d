/** Notes beside the lines of the attention. */
import { contextEntersCell } from "../../../engine/setup/modelShape";
import type { Statement } from "../codeLine";
import { scoreCode } from "../scoreCode";
import { type Note, noteAt, type NoteContext, type NoteDraft } from "./note";

/** The line that gives the scores as a column, [1, S, 1]; null where the score gives a row at once. */
function column({ trace: { shape }, S }: NoteContext): Statement | null {
  const lines = scoreCode(shape, S);
  return lines.find(([code]) => code.startsWith("scores = v(")) ?? null;
}

/** The lines before the column: those that make the inputs of a concat score. */
function beforeColumn({ trace: { shape }, S }: NoteContext): Statement[] {
  const lines = scoreCode(shape, S);
  return lines.slice(
    0,
    lines.findIndex(([code]) => code.startsWith("scores = v(")),
  );
}

/** The query of the first layer's state works only where that is the only layer. */
function permute(context: NoteContext): NoteDraft | null {
  const { trace, L, H, S } = context;
  if (!contextEntersCell(trace.shape)) return null;
  return {
    id: "permute",
    ops: ["query"],
    theirs: [["query = hidden.permute(1, 0, 2)", [1, L, H]]],
    ours: [["query = hidden[-1:].permute(1, 0, 2)", [1, 1, H]]],
    compared: "query",
    outcome: L === 1 ? "same" : "other",
    numbers: { hidden: H, source: S },
  };
}

/** Weights by position alone, as the PyTorch tutorial had them until 2023: no encoder state has a part in them. */
function location({ trace, S, H, K, E }: NoteContext): NoteDraft {
  const row = [1, 1, S];
  return {
    id: "location",
    ops: ["score"],
    theirs: [
      [`location = nn.Linear(${E + H}, ${S})`],
      ["scores = location(cat((embedded, query), dim=2))", row],
      ["weights = softmax(scores, dim=-1)", row],
    ],
    ours: [...scoreCode(trace.shape, S), ["weights = softmax(scores, dim=-1)", row]],
    compared: "weights",
    outcome: "other",
    numbers: { source: S, read: E + H, keys: S * K },
  };
}

function biasOfV(context: NoteContext): NoteDraft | null {
  const line = column(context);
  if (!line) return null;
  const { S, H } = context;
  const scored = line[0].replace("scores = ", "");
  const weights = [1, S, 1];
  return {
    id: "biasOfV",
    ops: ["score"],
    given: [...beforeColumn(context), [`b_v = nn.Linear(${H}, 1).bias`, [1]]],
    theirs: [[`weights = softmax(${scored} + b_v, dim=1)`, weights]],
    ours: [[`weights = softmax(${scored}, dim=1)`, weights]],
    compared: "weights",
    outcome: "same",
  };
}

function biasOfWU({ trace, S, H }: NoteContext): NoteDraft | null {
  if (trace.shape.attention !== "additive") return null;
  return {
    id: "biasOfWU",
    ops: ["score"],
    given: [
      [`b_w = nn.Linear(${H}, ${H}).bias`, [H]],
      [`b_u = nn.Linear(${H}, ${H}).bias`, [H]],
    ],
    theirs: [["scores = v(tanh(W(query) + b_w + U(keys) + b_u))", [1, S, 1]]],
    ours: [["scores = v(tanh(W(query) + U(keys)))", [1, S, 1]]],
    compared: "scores",
    outcome: "other",
    numbers: { hidden: H },
  };
}

function squeeze(context: NoteContext): NoteDraft | null {
  const line = column(context);
  if (!line) return null;
  const { S } = context;
  return {
    id: "squeeze",
    ops: ["score", "softmax"],
    given: [...beforeColumn(context), line],
    theirs: [
      ["scores = scores.squeeze(2)", [1, S]],
      ["weights = softmax(scores, dim=-1)", [1, S]],
      ["weights = weights.unsqueeze(1)", [1, 1, S]],
    ],
    ours: [
      ["scores = scores.squeeze(2).unsqueeze(1)", [1, 1, S]],
      ["weights = softmax(scores, dim=-1)", [1, 1, S]],
    ],
    compared: "weights",
    outcome: "same",
    numbers: { source: S },
  };
}

/** Two positions of padding behind the source, as in a batch with a longer source. */
function mask({ trace, S, K }: NoteContext): NoteDraft {
  const wide = [1, 1, S + 2];
  return {
    id: "mask",
    ops: ["softmax"],
    given: [
      [`keys = cat([keys, zeros(1, 2, ${K})], dim=1)`, [1, S + 2, K]],
      ...scoreCode(trace.shape, S + 2),
      [`mask = arange(${S + 2}) < ${S}`, [S + 2]],
    ],
    theirs: [["weights = softmax(scores, dim=-1)", wide]],
    ours: [
      ['scores = scores.masked_fill(~mask, float("-inf"))', wide],
      ["weights = softmax(scores, dim=-1)", wide],
    ],
    compared: "weights",
    outcome: "other",
    numbers: { source: S },
  };
}

function bmm({ S, K }: NoteContext): NoteDraft {
  return {
    id: "bmm",
    ops: ["context"],
    theirs: [["context = bmm(weights, keys)", [1, 1, K]]],
    ours: [
      ["parts = weights.permute(0, 2, 1) * keys", [1, S, K]],
      ["context = parts.sum(dim=1, keepdim=True)", [1, 1, K]],
    ],
    compared: "context",
    outcome: "same",
    kind: "meaning",
    numbers: { source: S, key: K },
  };
}

/** Empty without attention. */
export function attentionNotes(context: NoteContext): Note[] {
  if (context.trace.shape.attention === "none") return [];
  return [permute, location, biasOfV, biasOfWU, squeeze, mask, bmm].flatMap((make) => {
    const draft = make(context);
    return draft ? [noteAt("step", draft)] : [];
  });
}
