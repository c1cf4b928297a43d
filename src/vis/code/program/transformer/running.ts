/** Python of a Transformer that answers, and of one that is fed the truth. */
import type { ProgramPlan } from "../plan";
import { define, type PythonLine } from "../python";

/** Every step runs all positions again and reads the last one. */
export function greedyPositions({ texts }: ProgramPlan): string[] {
  return [
    "@torch.no_grad()",
    ...define(0, {
      signature: "greedy(model, ids)",
      about: texts.greedy,
      body: [
        "model.eval()",
        "memory, padding = model.encoder(torch.tensor([ids]), torch.tensor([len(ids)]))",
        ["fed = torch.tensor([[SOS]])", "[1, 1]"],
        "for _ in range(LIMIT):",
        `    # ${texts.transformer.allAgain}`,
        ["    logits = model.decoder(fed, memory, padding)", "[1, T, V]"],
        ["    token = logits[:, -1:].argmax(dim=2)", "[1, 1]"],
        ["    fed = torch.cat([fed, token], dim=1)", "[1, T + 1]"],
        "    if token.item() == EOS:",
        ["        break", texts.ended],
        "weights = model.decoder.look()",
        ["return fed[0, 1:].tolist(), logits[0], weights[0]", "T ids, [T, V], [T, S]"],
      ],
    }),
  ];
}

/** What the steps read: the truth, or where the coin says so the model's own tokens. */
function inputs({ training, texts }: ProgramPlan): PythonLine[] {
  const { allKnown, inputsFirst } = texts.transformer;
  const first: PythonLine = ["fed = torch.full((len(source), 1), SOS)", "[B, 1]"];
  if (training.forcing === 1)
    return [`# ${allKnown}`, first, ["fed = torch.cat([fed, target[:, :-1]], dim=1)", "[B, T]"]];
  const note = texts.coin[training.coin];
  const size = training.coin === "step" ? "1" : "len(source)";
  const isOnce = training.coin === "sequence";
  const toss = (indent: string): PythonLine => [`${indent}truth = torch.rand(${size}) < FORCING`, note]; // prettier-ignore
  return [
    `# ${inputsFirst}`,
    first,
    ...(isOnce ? [toss("")] : []),
    "with torch.no_grad():",
    "    for t in range(target.shape[1] - 1):",
    ["        said = model.decoder(fed, memory, padding)[:, -1].argmax(dim=1)", "[B]"],
    ...(isOnce ? [] : [toss("        ")]),
    "        token = torch.where(truth, target[:, t], said)",
    ["        fed = torch.cat([fed, token.unsqueeze(1)], dim=1)", "[B, t + 2]"],
  ];
}

export function forcedAtOnce(plan: ProgramPlan): string[] {
  return define(0, {
    signature: "teacher_forced(model, source, lengths, target)",
    about: plan.texts.teacherForced,
    body: [
      ["memory, padding = model.encoder(source, lengths)", "[B, S, H], [B, S]"],
      ...inputs(plan),
      ["return model.decoder(fed, memory, padding)", "[B, T, V]"],
    ],
  });
}
