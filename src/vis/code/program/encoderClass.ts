/** The encoder's class: token vectors, a packed recurrent network, and the bridge of two directions. */
import { hasMemory } from "../../../engine/cells/layout";
import {
  decoderLayersOf,
  isBidirectional,
  type ModelShape,
} from "../../../engine/setup/modelShape";
import type { ProgramPlan } from "./plan";
import { decoderLayersName, isShallow, stateShape } from "./plan";
import { moduleClass, type PythonLine, when } from "./python";

const LONGEST = 80; // characters of a call on one line

/** The constructor call of the recurrent network, whose dropout acts between its layers. */
export function network(
  shape: ModelShape,
  input: string,
  side: "encoder" | "decoder",
): PythonLine[] {
  const isEncoder = side === "encoder";
  const layers = isEncoder ? shape.layers : decoderLayersOf(shape);
  const options = [
    input,
    "HIDDEN",
    `num_layers=${isEncoder ? "LAYERS" : decoderLayersName(shape)}`,
    ...(layers > 1 ? ["dropout=DROPOUT"] : []),
    ...(isEncoder && isBidirectional(shape) ? ["bidirectional=True"] : []),
    "batch_first=True",
  ];
  const made = `self.${shape.cell} = nn.${shape.cell.toUpperCase()}`;
  const call = options.join(", ");
  return made.length + call.length < LONGEST
    ? [`${made}(${call})`]
    : [`${made}(`, ...options.map((option) => `    ${option},`), ")"];
}

/** The table of token vectors, or only the size of a one-hot vector. */
export function tokenTable({ tokenInput }: ModelShape): PythonLine[] {
  return tokenInput === "onehot"
    ? ["self.tokens = tokens"]
    : ["self.embedding = nn.Embedding(tokens, EMBEDDING)", "self.dropout = nn.Dropout(DROPOUT)"];
}

/** Width of a token's vector in the program. */
export function tokenWidth({ tokenInput }: ModelShape): string {
  return tokenInput === "onehot" ? "tokens" : "EMBEDDING";
}

/** The vectors of ids. */
export function tokenVectors({ tokenInput }: ModelShape, ids: string): string {
  return tokenInput === "onehot"
    ? `F.one_hot(${ids}, self.tokens).float()`
    : `self.dropout(self.embedding(${ids}))`;
}

function through(shape: ModelShape, bridge: string, state: string): PythonLine[] {
  const layers = decoderLayersName(shape);
  return [
    [`ends = torch.cat([${state}[-2], ${state}[-1]], dim=1)`, "[B, 2H]"],
    [
      `${state} = self.${bridge}(ends).repeat(${layers}, 1, 1)`,
      `[${isShallow(shape) ? 1 : "L"}, B, H]`,
    ],
  ];
}

/** One direction: the top layer's last state is the first of a decoder with one layer. */
function topAlone(shape: ModelShape): PythonLine {
  return hasMemory(shape.cell)
    ? ["state = tuple(part[-1:] for part in state)", stateShape(shape)]
    : ["state = state[-1:]", stateShape(shape)];
}

/** Both directions' last states through the bridge into every decoder layer; an LSTM's memory has a bridge of its own. */
function bridged(shape: ModelShape): PythonLine[] {
  if (!hasMemory(shape.cell)) return through(shape, "bridge", "state");
  return [
    "hidden, cell = state",
    ...through(shape, "bridge", "hidden"),
    ...through(shape, "bridge_cell", "cell"),
    "state = (hidden, cell)",
  ];
}

export function encoderClass({ shape, texts }: ProgramPlan): string[] {
  const attends = shape.attention !== "none";
  const twoWays = isBidirectional(shape);
  const width = shape.tokenInput === "onehot" ? "V" : "E";
  return moduleClass("Encoder", texts.encoder, [
    {
      signature: "__init__(self, tokens)",
      body: [
        "super().__init__()",
        ...tokenTable(shape),
        ...network(shape, tokenWidth(shape), "encoder"),
        ...when(twoWays, "self.bridge = nn.Linear(2 * HIDDEN, HIDDEN)"),
        ...when(
          twoWays && hasMemory(shape.cell),
          "self.bridge_cell = nn.Linear(2 * HIDDEN, HIDDEN)",
        ),
      ],
    },
    {
      signature: "forward(self, source, lengths)",
      about: texts.encoderForward,
      body: [
        [`embedded = ${tokenVectors(shape, "source")}`, `[B, S, ${width}]`],
        `# ${texts.packing}`,
        "packed = pack_padded_sequence(embedded, lengths, batch_first=True, enforce_sorted=False)",
        `${attends ? "outputs" : "_"}, state = self.${shape.cell}(packed)`,
        ...when(attends, ["keys, _ = pad_packed_sequence(outputs, batch_first=True)", "[B, S, K]"]),
        ...when(twoWays, `# ${texts.lastStates}`),
        ...(twoWays ? bridged(shape) : when(isShallow(shape), topAlone(shape))),
        attends ? ["return keys, state", `[B, S, K], ${stateShape(shape)}`] : "return state",
      ],
    },
  ]);
}
