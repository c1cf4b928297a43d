/** Python of the greedy loop, of the printed map, and of the command line. */
import { carried, memory, type ProgramPlan, stepResults } from "./plan";
import { define, literal, type PythonLine, when } from "./python";

/** The names that `start` gives, and the call of a step. */
export function decoding(plan: ProgramPlan, weights: string) {
  const { shape } = plan;
  const begin = [...memory(shape), ...carried(shape)].join(", ");
  const call = ["token", ...carried(shape), ...memory(shape)].join(", ");
  return {
    start: `${begin} = model.start(source, lengths)`,
    step: `${stepResults(shape, weights).join(", ")} = model.step(${call})`,
  };
}

export function greedyCode(plan: ProgramPlan): string[] {
  const { shape, texts } = plan;
  const attends = shape.attention !== "none";
  const { start, step } = decoding(plan, "weights");
  return [
    "@torch.no_grad()",
    ...define(0, {
      signature: "greedy(model, ids)",
      about: texts.greedy,
      body: [
        "model.eval()",
        ["source = torch.tensor([ids])", "[1, S]"],
        ["lengths = torch.tensor([len(ids)])", "[1]"],
        start,
        ["token = torch.tensor([SOS])", "[1]"],
        `answer, steps${attends ? ", rows = [], [], []" : " = [], []"}`,
        "for _ in range(LIMIT):",
        `    ${step}`,
        ["    token = logits.argmax(dim=1)", "[1]"],
        "    answer.append(token.item())",
        "    steps.append(logits)",
        ...when(attends, "    rows.append(weights.squeeze(1))"),
        "    if token.item() == EOS:",
        ["        break", texts.ended],
        attends
          ? ["return answer, torch.cat(steps), torch.cat(rows)", "T ids, [T, V], [T, S]"]
          : ["return answer, torch.cat(steps)", "T ids, [T, V]"],
      ],
    }),
  ];
}

/** Empty without attention. */
export function mapCode({ shape, texts }: ProgramPlan): string[] {
  if (shape.attention === "none") return [];
  return define(0, {
    signature: "print_map(source, answer, weights)",
    about: texts.printMap,
    body: [
      "width = max(5, *(len(token) for token in source + answer)) + 1",
      'print(" " * width + "".join(f"{token:>{width}}" for token in source))',
      "for token, row in zip(answer, weights.tolist()):",
      '    print(f"{token:>{width}}" + "".join(f"{weight:>{width}.2f}" for weight in row))',
    ],
  });
}

/** The tokens of a text on the command line. */
function typed({ sourceUnit, readsHangul }: ProgramPlan): string {
  if (readsHangul) return "jamo(sys.argv[2])";
  return sourceUnit === "word" ? "sys.argv[2].split()" : "list(sys.argv[2])";
}

/** The letters of Hangul syllables by their names in Unicode; empty where the source is no Hangul. */
export function jamoCode({ readsHangul, texts }: ProgramPlan): string[] {
  if (!readsHangul) return [];
  return define(0, {
    signature: "jamo(text)",
    about: texts.jamo,
    body: [
      'names = [unicodedata.name(part) for part in unicodedata.normalize("NFD", text)]',
      'letters = [re.sub("(CHO|JUNG|JONG)SEONG", "LETTER", name) for name in names]',
      "return [unicodedata.lookup(letter) for letter in letters]",
    ],
  });
}

export function mainCode(plan: ProgramPlan): string[] {
  const { shape, texts, sourceUnit, targetUnit } = plan;
  const attends = shape.attention !== "none";
  const space = (unit: typeof sourceUnit): string => (unit === "word" ? '" "' : '""');
  const main: PythonLine[] = [
    "if len(sys.argv) < 2:",
    "    sys.exit(__doc__)",
    "model, source_tokens, target_tokens = load(sys.argv[1])",
    `source = ${typed(plan)} if len(sys.argv) > 2 else EXAMPLE`,
    "ids = source_ids(source, source_tokens)",
    `answer, logits${attends ? ", weights" : ""} = greedy(model, ids)`,
    "said = [target_tokens[i] for i in answer]",
    `print(${literal(texts.source)}, ${space(sourceUnit)}.join(source))`,
    `print(${literal(texts.answer)}, ${space(targetUnit)}.join(said))`,
    ...when(
      attends,
      `print(${literal(texts.map)})`,
      "print_map([source_tokens[i] for i in ids], said, weights)",
    ),
  ];
  return [
    ...define(0, { signature: "main()", body: main }),
    "",
    "",
    'if __name__ == "__main__":',
    "    main()",
  ];
}
