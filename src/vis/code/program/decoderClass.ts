/** The classes of the decoder and of the whole model, whose step joins decoder and attention in the order of the timing. */
import { hasMemory } from "../../../engine/cells/layout";
import { feedsInput, hasAttentionalState, type ModelShape } from "../../../engine/setup/modelShape";
import { network, tokenTable, tokenVectors, tokenWidth } from "./encoderClass";
import { carried, memory, type ProgramPlan, stateShape, stepResults } from "./plan";
import { moduleClass, type PythonLine, when } from "./python";

/** The vector that joins the token at the cell's input, with its width. */
function joined(shape: ModelShape): readonly [name: string, width: string] | null {
  if (feedsInput(shape)) return ["combined", "HIDDEN"];
  return shape.attention !== "none" && shape.timing === "bahdanau" ? ["context", "KEY"] : null;
}

function decoderParts(shape: ModelShape): PythonLine[] {
  const extra = joined(shape);
  const input = [tokenWidth(shape), ...(extra ? [extra[1]] : [])].join(" + ");
  return [
    "super().__init__()",
    ...tokenTable(shape),
    ...network(shape, input, "decoder"),
    ...when(
      hasAttentionalState(shape),
      "self.attentional = nn.Linear(KEY + HIDDEN, HIDDEN, bias=False)  # W_c",
    ),
    "self.out = nn.Linear(HIDDEN, tokens)",
  ];
}

/** From token and state to the cell's output; the LSTM's state is a pair. */
function runCell(shape: ModelShape): PythonLine[] {
  const extra = joined(shape);
  const width = shape.tokenInput === "onehot" ? "V" : "E";
  const x = extra ? "x" : "embedded";
  return [
    [`embedded = ${tokenVectors(shape, "token.unsqueeze(1)")}`, `[B, 1, ${width}]`],
    ...when(extra !== null, [
      `x = torch.cat([embedded, ${extra?.[0] ?? ""}], dim=2)`,
      `[B, 1, ${width} + ${extra?.[1] === "KEY" ? "K" : "H"}]`,
    ]),
    [`output, state = self.${shape.cell}(${x}, state)`, `[B, 1, H], ${stateShape(shape)}`],
  ];
}

const logitsOf = (read: string): PythonLine => [`logits = self.out(${read}).squeeze(1)`, "[B, V]"];

export function decoderClass({ shape, texts }: ProgramPlan): string[] {
  const extra = joined(shape);
  const inputs = ["self", "token", ...(extra ? [extra[0]] : []), "state"].join(", ");
  const combines = hasAttentionalState(shape);
  return moduleClass("Decoder", texts.decoder, [
    { signature: "__init__(self, tokens)", body: decoderParts(shape) },
    {
      signature: `forward(${inputs})`,
      body: combines
        ? [...runCell(shape), "return output, state"]
        : [...runCell(shape), logitsOf("output"), "return logits, state"],
    },
    ...(combines
      ? [
          {
            signature: "read_out(self, context, output)",
            body: [
              ["both = torch.cat([context, output], dim=2)", "[B, 1, K + H]"],
              ["combined = torch.tanh(self.attentional(both))", "[B, 1, H]"],
              logitsOf("combined"),
              "return logits, combined",
            ] satisfies PythonLine[],
          },
        ]
      : []),
  ]);
}

/** The equations of a step: without attention, with Bahdanau's timing, with Luong's. */
function stepBody({ shape, texts }: ProgramPlan): PythonLine[] {
  if (shape.attention === "none") return ["return self.decoder(token, state)"];
  const top = hasMemory(shape.cell) ? "state[0][-1]" : "state[-1]";
  const results = `return ${stepResults(shape, "weights").join(", ")}`;
  if (shape.timing === "bahdanau")
    return [
      `# ${texts.queryBefore}`,
      [`query = ${top}.unsqueeze(1)`, "[B, 1, H]"],
      ["context, weights = self.attention(query, keys, mask)", "[B, 1, K], [B, 1, S]"],
      ["logits, state = self.decoder(token, context, state)", `[B, V], ${stateShape(shape)}`],
      results,
    ];
  const fed = feedsInput(shape) ? "combined, " : "";
  return [
    [`output, state = self.decoder(token, ${fed}state)`, `[B, 1, H], ${stateShape(shape)}`],
    `# ${texts.queryAfter}`,
    ["context, weights = self.attention(output, keys, mask)", "[B, 1, K], [B, 1, S]"],
    [`logits, ${fed === "" ? "_" : "combined"} = self.decoder.read_out(context, output)`, "[B, V]"],
    results,
  ];
}

export function modelClass(plan: ProgramPlan): string[] {
  const { shape, texts } = plan;
  const attends = shape.attention !== "none";
  const begin = [...memory(shape), ...carried(shape)].join(", ");
  return moduleClass("Seq2Seq", texts.model, [
    {
      signature: "__init__(self, source_tokens, target_tokens)",
      body: [
        "super().__init__()",
        "self.encoder = Encoder(source_tokens)",
        ...when(attends, "self.attention = Attention()"),
        "self.decoder = Decoder(target_tokens)",
      ],
    },
    {
      signature: "start(self, source, lengths)",
      about: texts.start,
      body: attends
        ? [
            "keys, state = self.encoder(source, lengths)",
            ["mask = source != PAD", "[B, S]"],
            ...when(feedsInput(shape), [
              "combined = torch.zeros(len(source), 1, HIDDEN)",
              texts.firstFed,
            ]),
            `return ${begin}`,
          ]
        : ["return self.encoder(source, lengths)"],
    },
    {
      signature: `step(self, token, ${[...carried(shape), ...memory(shape)].join(", ")})`,
      about: texts.step,
      body: stepBody(plan),
    },
  ]);
}
