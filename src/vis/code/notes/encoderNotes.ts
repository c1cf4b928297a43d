/** Notes beside the encoder's lines. */
import { hasMemory } from "../../../engine/cells/layout";
import { directionsOf, isBidirectional, tokenSize } from "../../../engine/setup/modelShape";
import type { Statement } from "../codeLine";
import { type Note, noteAt, type NoteContext, type NoteDraft } from "./note";

/** Ids, [B, S], as token vectors. */
function vectorsOf({ trace: { shape } }: NoteContext, ids: string): string {
  return shape.tokenInput === "onehot"
    ? `one_hot(${ids}, ${shape.sourceTokens}).float()`
    : `encoder_embedding(${ids})`;
}

/** The call of the encoder's network; the state of an LSTM is a pair. */
function runEncoder(
  { trace: { shape } }: NoteContext,
  [outputs, hidden]: readonly [outputs: string, hidden: string],
  input: string,
): string {
  const state = hasMemory(shape.cell) ? `(${hidden}, cell)` : hidden;
  return `${outputs}, ${state} = encoder_${shape.cell}(${input})`;
}

function sourceVectors(context: NoteContext): Statement {
  const { S, trace } = context;
  return [`embedded = ${vectorsOf(context, "source")}`, [1, S, tokenSize(trace.shape, "encoder")]];
}

/** Two rows: the source, and its beginning with padding behind it. */
function paddedBatch({ S }: NoteContext, shortRow: 0 | 1): Statement[] {
  const short = Math.max(1, S - 2);
  const lengths = shortRow === 0 ? [short, S] : [S, short];
  return [
    ["batch = source.repeat(2, 1)", [2, S]],
    [`batch[${shortRow}, ${short}:] = PAD`],
    [`lengths = tensor([${lengths.join(", ")}])`, [2]],
  ];
}

const stateRows = ({ trace: { shape } }: NoteContext): number =>
  shape.layers * directionsOf(shape).length;

function oneHot(context: NoteContext): NoteDraft | null {
  const { trace, S } = context;
  if (trace.shape.tokenInput === "onehot") return null;
  const made = [1, S, trace.shape.embeddingSize];
  return {
    id: "oneHot",
    theirs: [
      [
        `vectors = one_hot(source, ${trace.shape.sourceTokens}).float()`,
        [1, S, trace.shape.sourceTokens],
      ],
      ["embedded = vectors @ encoder_embedding.weight", made],
    ],
    ours: [["embedded = encoder_embedding(source)", made]],
    compared: "embedded",
    outcome: "same",
    numbers: { vocabulary: trace.shape.sourceTokens },
  };
}

function packed(context: NoteContext): string {
  return `pack_padded_sequence(${vectorsOf(context, "batch")}, lengths, batch_first=True, enforce_sorted=False)`;
}

function padding(context: NoteContext): NoteDraft {
  const { S, K, H } = context;
  const hidden = [stateRows(context), 2, H];
  return {
    id: "padding",
    given: paddedBatch(context, 1),
    theirs: [
      [runEncoder(context, ["outputs", "hidden"], vectorsOf(context, "batch")), [2, S, K], hidden],
    ],
    ours: [
      [`packed = ${packed(context)}`],
      [`${runEncoder(context, ["_", "hidden"], "packed")}  # hidden: [${hidden.join(", ")}]`],
    ],
    compared: "hidden",
    outcome: "other",
    numbers: { pads: Math.min(2, S - 1) },
  };
}

function packing(context: NoteContext): NoteDraft {
  return {
    id: "packing",
    given: paddedBatch(context, 0),
    theirs: [
      [`steps = ${vectorsOf(context, "batch")}.transpose(0, 1)`, [context.S, 2, tokenSize(context.trace.shape, "encoder")]], // prettier-ignore
      ["packed = pack_padded_sequence(steps, lengths)"],
    ],
    ours: [[`packed = ${packed(context)}`]],
    compared: "packed",
    outcome: "error",
  };
}

function zeroState(context: NoteContext): NoteDraft {
  const { S, K, H, trace } = context;
  const rows = stateRows(context);
  const state = [rows, 1, H];
  const zeros: Statement = [`h_0 = zeros(${rows}, 1, ${H})`, state];
  const start = hasMemory(trace.shape.cell) ? "(h_0, h_0)" : "h_0";
  return {
    id: "zeroState",
    given: [sourceVectors(context)],
    theirs: [
      zeros,
      [runEncoder(context, ["outputs", "h_n"], `embedded, ${start}`), [1, S, K], state],
    ],
    ours: [[runEncoder(context, ["outputs", "h_n"], "embedded"), [1, S, K], state]],
    compared: "h_n",
    outcome: "same",
  };
}

function outputHidden(context: NoteContext): NoteDraft | null {
  const { S, K, H, trace } = context;
  const L = trace.shape.layers;
  if (isBidirectional(trace.shape)) return null;
  return {
    id: "outputHidden",
    given: [
      sourceVectors(context),
      [runEncoder(context, ["outputs", "h_n"], "embedded"), [1, S, K], [L, 1, H]],
    ],
    theirs: [["last = outputs[:, -1]", [1, H]]],
    ours: [["last = h_n[-1]", [1, H]]],
    compared: "last",
    outcome: "same",
    kind: "meaning",
    numbers: { layers: L, source: S },
  };
}

/** Two layers and two directions, as in the notes, whatever the model on show has. */
function lastStates(context: NoteContext): NoteDraft {
  const { S, H, trace } = context;
  const X = tokenSize(trace.shape, "encoder");
  return {
    id: "lastStates",
    given: [
      sourceVectors(context),
      [`gru = nn.GRU(${X}, ${H}, num_layers=2, bidirectional=True, batch_first=True)`],
      ["outputs, h_n = gru(embedded)", [1, S, 2 * H], [4, 1, H]],
    ],
    theirs: [["ends = cat((h_n[-2, :, :], h_n[-1, :, :]), dim=-1)", [1, 2 * H]]],
    ours: [[`ends = cat([outputs[:, -1, :${H}], outputs[:, 0, ${H}:]], dim=1)`, [1, 2 * H]]],
    compared: "ends",
    outcome: "same",
    kind: "meaning",
    numbers: { hidden: H },
  };
}

function trainEval(context: NoteContext): NoteDraft {
  const made = [1, context.S, tokenSize(context.trace.shape, "encoder")];
  const line: Statement = [`embedded = dropout(${vectorsOf(context, "source")})`, made];
  return {
    id: "trainEval",
    given: [["dropout = nn.Dropout(0.5)"]],
    theirs: [line],
    ours: [["dropout.eval()"], line],
    compared: "embedded",
    outcome: "other",
  };
}

export function encoderNotes(context: NoteContext): Note[] {
  return [oneHot, padding, packing, zeroState, outputHidden, lastStates, trainEval].flatMap(
    (make) => {
      const draft = make(context);
      return draft ? [noteAt("encoder", { ops: ["encode"], ...draft })] : [];
    },
  );
}
