/** Python of the training: batches with padding, teacher forcing, the loss on real tokens. */
import { decoding } from "./greedyCode";
import { isTransformer, type ProgramPlan } from "./plan";
import { define, type PythonLine } from "./python";
import { forcedAtOnce } from "./transformer/running";

/** Inside the loop over the steps. */
const indented = (line: PythonLine): PythonLine =>
  typeof line === "string" ? `    ${line}` : [`    ${line[0]}`, line[1]];

/** What the next step reads: the truth or, where the coin says so, the model's own token. */
function feeding({ training, texts }: ProgramPlan): { before: PythonLine[]; inside: PythonLine[] } {
  const own = "token = torch.where(truth, target[:, t], logits.argmax(dim=1))";
  if (training.forcing === 1)
    return { before: [], inside: [`    # ${texts.fedTruth}`, "    token = target[:, t]"] };
  const note = texts.coin[training.coin];
  const toss = (size: string): PythonLine => [`truth = torch.rand(${size}) < FORCING`, note];
  switch (training.coin) {
    case "sequence":
      return { before: [toss("len(source)")], inside: [indented(own)] };
    case "step":
      return { before: [], inside: [indented(toss("1")), indented(own)] };
    case "token":
      return { before: [], inside: [indented(toss("len(source)")), indented(own)] };
    default:
      return training.coin satisfies never;
  }
}

function teacherForced(plan: ProgramPlan): string[] {
  const { start, step } = decoding(plan, "_");
  const { before, inside } = feeding(plan);
  return define(0, {
    signature: "teacher_forced(model, source, lengths, target)",
    about: plan.texts.teacherForced,
    body: [
      start,
      ["token = torch.full((len(source),), SOS)", "[B]"],
      ...before,
      "steps = []",
      "for t in range(target.shape[1]):",
      [`    ${step}`, "[B, V]"],
      "    steps.append(logits)",
      ...inside,
      ["return torch.stack(steps, dim=1)", "[B, T, V]"],
    ],
  });
}

export function trainCode(plan: ProgramPlan): string[] {
  const { texts } = plan;
  return [
    ...define(0, {
      signature: "padded(rows)",
      about: texts.padded,
      body: [
        "lengths = torch.tensor([len(row) for row in rows])",
        "tensors = [torch.tensor(row) for row in rows]",
        "return pad_sequence(tensors, batch_first=True, padding_value=PAD), lengths",
      ],
    }),
    "",
    "",
    ...(isTransformer(plan.shape) ? forcedAtOnce(plan) : teacherForced(plan)),
    "",
    "",
    ...define(0, {
      signature: "train(model, pairs, updates=1000)",
      about: texts.train,
      body: [
        "optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)",
        "model.train()",
        "for update in range(1, updates + 1):",
        "    batch = random.sample(pairs, min(BATCH, len(pairs)))",
        ["    source, lengths = padded([source for source, _ in batch])", "[B, S], [B]"],
        ["    target, _ = padded([target for _, target in batch])", "[B, T]"],
        ["    logits = teacher_forced(model, source, lengths, target)", "[B, T, V]"],
        `    # ${texts.lossNote}`,
        "    loss = F.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=PAD)",
        "    optimizer.zero_grad()",
        "    loss.backward()",
        "    nn.utils.clip_grad_norm_(model.parameters(), CLIP)",
        "    optimizer.step()",
        "    if update == 1 or update % 100 == 0:",
        '        print(update, f"{loss.item():.3f}")',
      ],
    }),
  ];
}
