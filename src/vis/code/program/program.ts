/**
 * The model on show as a whole program for PyTorch: it loads a model file of the app, decodes greedily, prints the
 * tokens and the attention map, and can train on. `oracle/program.test.ts` runs the program of every model.
 */
import { isBidirectional, type ModelShape } from "../../../engine/setup/modelShape";
import { attentionClass } from "./attentionClass";
import { decoderClass, modelClass } from "./decoderClass";
import { encoderClass } from "./encoderClass";
import { greedyCode, jamoCode, mainCode, mapCode } from "./greedyCode";
import { modelFileCode } from "./modelFileCode";
import { isShallow, isTransformer, type ProgramPlan } from "./plan";
import { block, literal, type PythonLine, when } from "./python";
import { trainCode } from "./trainCode";
import { transformerClasses, transformerSizes } from "./transformer/classes";
import { greedyPositions } from "./transformer/running";

const TRANSFORMER_SETTINGS = [
  "network",
  "heads",
  "positions",
  "layers",
  "sourceOrder",
  "hiddenSize",
] as const satisfies readonly (keyof ModelShape)[];

/** The settings that a model file must share with the program; those without effect are left out. */
function settings(shape: ModelShape): [name: string, value: string | number][] {
  if (isTransformer(shape)) return TRANSFORMER_SETTINGS.map((name) => [name, shape[name]]);
  const { attention, timing, tokenInput } = shape;
  const names = [
    "network",
    "cell",
    "layers",
    ...(shape.layers > 1 ? ["decoderLayers"] : []),
    "direction",
    "sourceOrder",
    "tokenInput",
    "attention",
    ...(attention === "none" ? [] : ["timing"]),
    ...(attention !== "none" && timing === "luong" ? ["inputFeeding"] : []),
    "hiddenSize",
    ...(tokenInput === "onehot" ? [] : ["embeddingSize"]),
  ] as const;
  return names.map((name) => [name, shape[name as keyof ModelShape]]);
}

/** The file name of the program: the cell and the score, as in "gru-additive", or the kind of network. */
export function programName(shape: ModelShape): string {
  if (isTransformer(shape)) return "seq2seq-transformer.py";
  const { cell, attention } = shape;
  return attention === "none" ? `seq2seq-${cell}.py` : `seq2seq-${cell}-${attention}.py`;
}

function heading({ shape, texts, readsHangul }: ProgramPlan): string[] {
  const command = `python ${programName(shape)} model.safetensors`;
  return [
    '"""',
    texts.title,
    "",
    texts.usage,
    ...block(1, [command]),
    ...block(2, [texts.answersExample]),
    ...block(1, [`${command} "..."`]),
    ...block(2, [texts.answersText]),
    "",
    texts.howToSave,
    texts.howToTrain,
    texts.shapes,
    '"""',
    "",
    "import json",
    "import random",
    ...(readsHangul ? ["import re"] : []),
    "import struct",
    "import sys",
    ...(readsHangul ? ["import unicodedata"] : []),
    "from pathlib import Path",
    "",
    "import torch",
    "from torch import nn",
    "from torch.nn import functional as F",
    isTransformer(shape)
      ? "from torch.nn.utils.rnn import pad_sequence"
      : shape.attention === "none"
        ? "from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence"
        : "from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence",
  ];
}

function sizes({ shape, texts }: ProgramPlan): PythonLine[] {
  const learned = shape.tokenInput === "learned";
  const key: PythonLine = [isBidirectional(shape) ? "KEY = 2 * HIDDEN" : "KEY = HIDDEN", `K: ${texts.key}`]; // prettier-ignore
  return [
    ...when(learned, [`EMBEDDING = ${shape.embeddingSize}`, "E"]),
    [`HIDDEN = ${shape.hiddenSize}`, "H"],
    [`LAYERS = ${shape.layers}`, "L"],
    ...when(isShallow(shape), "DECODER_LAYERS = 1"),
    ...when(shape.attention !== "none", key),
  ];
}

function constants(plan: ProgramPlan): string[] {
  const { shape, texts, training, example } = plan;
  const drops = shape.tokenInput === "learned" || shape.layers > 1;
  return [
    `# ${texts.sizes}`,
    ...block(0, isTransformer(shape) ? transformerSizes(plan) : sizes(plan)),
    "",
    `# ${texts.special}`,
    "PAD, SOS, EOS, UNK = range(4)",
    "",
    `# ${texts.limit}`,
    "LIMIT = 50",
    "",
    `# ${texts.example}`,
    `EXAMPLE = [${example.map(literal).join(", ")}]`,
    "",
    `# ${texts.training}`,
    ...block(0, [
      ...when(drops, `DROPOUT = ${training.dropout}`),
      `BATCH = ${training.batchSize}`,
      `LEARNING_RATE = ${training.learningRate}`,
      `CLIP = ${training.clipNorm}`,
      ...when(training.forcing < 1, `FORCING = ${training.forcing}`),
    ]),
    "",
    `# ${texts.settings}`,
    "SETTINGS = {",
    ...block(
      1,
      settings(shape).map(([name, value]) => `${literal(name)}: ${literal(value)},`),
    ),
    "}",
  ];
}

/** The program's text. */
export function program(plan: ProgramPlan): string {
  const parts = [
    heading(plan),
    constants(plan),
    ...(isTransformer(plan.shape)
      ? transformerClasses(plan)
      : [encoderClass(plan), attentionClass(plan), decoderClass(plan), modelClass(plan)]),
    modelFileCode(plan),
    jamoCode(plan),
    isTransformer(plan.shape) ? greedyPositions(plan) : greedyCode(plan),
    mapCode(plan),
    trainCode(plan),
    mainCode(plan),
  ].filter((lines) => lines.length > 0);
  return `${parts
    .map((lines, i) => (i === 0 ? "" : i === 1 ? "\n" : "\n\n") + lines.join("\n"))
    .join("\n")}\n`;
}
