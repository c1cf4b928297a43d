/** The attention's class: the score, the softmax over real tokens, the weighted sum. */
import type { AttentionKind } from "../../../engine/setup/config";
import type { ProgramPlan } from "./plan";
import { moduleClass, type PythonLine } from "./python";

interface Score {
  readonly learned: readonly string[];
  /** From query [B, 1, H] and keys [B, S, K] to scores [B, 1, S]. */
  readonly code: readonly PythonLine[];
}

const FROM_COLUMN: PythonLine = ["scores = scores.squeeze(2).unsqueeze(1)", "[B, 1, S]"];

const SCORES: Readonly<Record<Exclude<AttentionKind, "none">, Score>> = {
  additive: {
    learned: [
      "self.query = nn.Linear(HIDDEN, HIDDEN, bias=False)  # W",
      "self.key = nn.Linear(KEY, HIDDEN, bias=False)  # U",
      "self.v = nn.Linear(HIDDEN, 1, bias=False)",
    ],
    code: [
      ["scores = self.v(torch.tanh(self.query(query) + self.key(keys)))", "[B, S, 1]"],
      FROM_COLUMN,
    ],
  },
  concat: {
    learned: [
      "self.concat = nn.Linear(HIDDEN + KEY, HIDDEN, bias=False)  # W_a",
      "self.v = nn.Linear(HIDDEN, 1, bias=False)",
    ],
    code: [
      ["queries = query.expand(-1, keys.shape[1], -1)", "[B, S, H]"],
      ["both = torch.cat([queries, keys], dim=2)", "[B, S, H + K]"],
      ["scores = self.v(torch.tanh(self.concat(both)))", "[B, S, 1]"],
      FROM_COLUMN,
    ],
  },
  dot: {
    learned: [],
    code: [["scores = torch.bmm(query, keys.transpose(1, 2))", "[B, 1, S]"]],
  },
  general: {
    learned: ["self.key = nn.Linear(KEY, HIDDEN, bias=False)  # W"],
    code: [["scores = torch.bmm(query, self.key(keys).transpose(1, 2))", "[B, 1, S]"]],
  },
  diagonal: {
    learned: ["self.diagonal = nn.Parameter(torch.ones(HIDDEN))  # d"],
    code: [["scores = torch.bmm(query * self.diagonal, keys.transpose(1, 2))", "[B, 1, S]"]],
  },
};

/** Empty without attention. */
export function attentionClass({ shape, texts }: ProgramPlan): string[] {
  if (shape.attention === "none") return [];
  const { learned, code } = SCORES[shape.attention];
  return moduleClass("Attention", texts.attention, [
    ...(learned.length > 0
      ? [{ signature: "__init__(self)", body: ["super().__init__()", ...learned] }]
      : []),
    {
      signature: "forward(self, query, keys, mask)",
      about: texts.attentionForward,
      body: [
        ...code,
        `# ${texts.masked}`,
        "scores = scores.masked_fill(~mask.unsqueeze(1), -torch.inf)",
        ["weights = torch.softmax(scores, dim=2)", "[B, 1, S]"],
        ["context = torch.bmm(weights, keys)", "[B, 1, K]"],
        "return context, weights",
      ],
    },
  ]);
}
