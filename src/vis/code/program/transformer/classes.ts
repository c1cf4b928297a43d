/** The classes of a Transformer, composed of PyTorch's own layers. Its parameters have the names of the app's files. */
import { LEARNED_POSITIONS } from "../../../../engine/setup/transformerParameters";
import type { ProgramPlan } from "../plan";
import { define, moduleClass, type PythonLine, when } from "../python";

const learns = ({ shape }: ProgramPlan): boolean => shape.positions === "learned";

export function transformerSizes(plan: ProgramPlan): PythonLine[] {
  const { shape, texts } = plan;
  return [
    [`HIDDEN = ${shape.hiddenSize}`, "H"],
    `HEADS = ${shape.heads}`,
    [`LAYERS = ${shape.layers}`, "L"],
    ...when(learns(plan), [`POSITIONS = ${LEARNED_POSITIONS}`, texts.transformer.learnedPositions]),
  ];
}

function attentionClass({ texts }: ProgramPlan): string[] {
  return moduleClass(
    "Attention",
    texts.transformer.watched,
    [
      {
        signature: "forward(self, *inputs, **options)",
        body: [
          'options = {**options, "need_weights": True, "average_attn_weights": False}',
          ["output, self.weights = super().forward(*inputs, **options)", "[B, heads, n, m]"],
          "return output, self.weights",
        ],
      },
    ],
    "nn.MultiheadAttention",
  );
}

/** Makes a layer of either side. */
function layerCode({ texts }: ProgramPlan): string[] {
  return define(0, {
    signature: "layer(kind)",
    about: texts.transformer.layer,
    body: [
      "made = kind(HIDDEN, HEADS, 2 * HIDDEN, DROPOUT, batch_first=True, norm_first=True)",
      "made.self_attn = Attention(HIDDEN, HEADS, batch_first=True)",
      'if hasattr(made, "multihead_attn"):',
      "    made.multihead_attn = Attention(HIDDEN, HEADS, batch_first=True)",
      "made.dropout = nn.Identity()",
      "return made",
    ],
  });
}

function wavesCode({ texts }: ProgramPlan): string[] {
  return define(0, {
    signature: "waves(count)",
    about: texts.transformer.waves,
    body: [
      "lengths = 10000 ** (torch.arange(0, HIDDEN, 2) / HIDDEN)",
      ["angles = torch.arange(count).unsqueeze(1) / lengths", "[count, H / 2]"],
      "return torch.stack([angles.sin(), angles.cos()], dim=2).flatten(1)[:, :HIDDEN]",
    ],
  });
}

function sideClass(plan: ProgramPlan): string[] {
  const { transformer } = plan.texts;
  const places: PythonLine[] = learns(plan)
    ? [
        `# ${transformer.lastRow}`,
        "places = torch.arange(ids.shape[1]).clamp(max=POSITIONS - 1)",
        "return self.dropout(self.embedding(ids) + self.positions(places))",
      ]
    : ["return self.dropout(self.embedding(ids) + waves(ids.shape[1]))"];
  return moduleClass("Side", transformer.side, [
    {
      signature: "__init__(self, tokens, kind)",
      body: [
        "super().__init__()",
        "self.embedding = nn.Embedding(tokens, HIDDEN)",
        ...when(learns(plan), "self.positions = nn.Embedding(POSITIONS, HIDDEN)"),
        "self.dropout = nn.Dropout(DROPOUT)",
        "self.layers = nn.ModuleList(layer(kind) for _ in range(LAYERS))",
        "self.norm = nn.LayerNorm(HIDDEN)",
      ],
    },
    { signature: "embed(self, ids)", about: "[B, n] -> [B, n, H]", body: places },
  ]);
}

function encoderClass({ texts }: ProgramPlan): string[] {
  return moduleClass(
    "Encoder",
    texts.transformer.encoder,
    [
      {
        signature: "__init__(self, tokens)",
        body: ["super().__init__(tokens, nn.TransformerEncoderLayer)"],
      },
      {
        signature: "forward(self, source, lengths)",
        about: texts.encoderForward,
        body: [
          `# ${texts.transformer.noToken}`,
          "padding = torch.arange(source.shape[1]) >= lengths.unsqueeze(1)",
          ["x = self.embed(source)", "[B, S, H]"],
          "for each in self.layers:",
          ["    x = each(x, src_key_padding_mask=padding)", "[B, S, H]"],
          "return self.norm(x), padding",
        ],
      },
    ],
    "Side",
  );
}

function decoderClass({ texts }: ProgramPlan): string[] {
  const { decoder, fed, later, look } = texts.transformer;
  return moduleClass(
    "Decoder",
    decoder,
    [
      {
        signature: "__init__(self, tokens)",
        body: [
          "super().__init__(tokens, nn.TransformerDecoderLayer)",
          "self.out = nn.Linear(HIDDEN, tokens)",
        ],
      },
      {
        signature: "forward(self, inputs, memory, padding)",
        about: fed,
        body: [
          "steps = inputs.shape[1]",
          `# ${later}`,
          "later = torch.ones(steps, steps, dtype=torch.bool).triu(1)",
          ["x = self.embed(inputs)", "[B, T, H]"],
          "for each in self.layers:",
          "    x = each(x, memory, tgt_mask=later, memory_key_padding_mask=padding)",
          ["return self.out(self.norm(x))", "[B, T, V]"],
        ],
      },
      {
        signature: "look(self)",
        about: look,
        body: ["return self.layers[-1].multihead_attn.weights.mean(dim=1)"],
      },
    ],
    "Side",
  );
}

function modelClass({ texts }: ProgramPlan): string[] {
  return moduleClass("Seq2Seq", texts.model, [
    {
      signature: "__init__(self, source_tokens, target_tokens)",
      body: [
        "super().__init__()",
        "self.encoder = Encoder(source_tokens)",
        "self.decoder = Decoder(target_tokens)",
      ],
    },
  ]);
}

/** Classes and functions in the order in which Python needs them. */
export function transformerClasses(plan: ProgramPlan): string[][] {
  return [
    attentionClass(plan),
    layerCode(plan),
    ...(learns(plan) ? [] : [wavesCode(plan)]),
    sideClass(plan),
    encoderClass(plan),
    decoderClass(plan),
    modelClass(plan),
  ];
}
