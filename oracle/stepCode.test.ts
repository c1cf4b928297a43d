/** The inspector's PyTorch code is run by PyTorch: the same numbers as in the trace, and the shapes that it promises. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tensor1d } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findTorch, TORCH_MISSING } from "../scripts/find-torch.mjs";
import { MEMBERS } from "./codeMembers";
import { traceExample } from "../src/testing/textbookTrace";
import { writeModelFile } from "../src/engine/files/modelFile";
import { viewWeights } from "../src/engine/model/weights";
import type { DecoderStep, Trace } from "../src/engine/results/trace";
import { type Config, DEFAULT_CONFIG } from "../src/engine/setup/config";
import { modelShape } from "../src/engine/setup/modelShape";
import { INITIAL_SHOW, type Show } from "../src/engine/show";
import { reverse } from "../src/engine/tasks/reverse";
import { heldOutExamples } from "../src/engine/training/evaluation";
import { textbook } from "../src/engine/training/textbookLearner";
import { createTrainer } from "../src/engine/training/trainer";
import { startNodeBackend } from "../src/testing/nodeBackend";
import type { CodeLine } from "../src/vis/code/codeLine";
import { stepCode } from "../src/vis/code/stepCode";

const SHOWS: readonly Partial<Show>[] = [{}, { feeding: "truth" }];
const TINY = { hiddenSize: 16, embeddingSize: 4, batchSize: 8, learningRate: 0.02 };
const UPDATES = 5; // enough for weights that differ from their first values

const python = findTorch();
if (python === null) process.stdout.write(`PyTorch code of a step left out: ${TORCH_MISSING}\n`);

interface RanStep {
  readonly shapes: readonly (readonly (readonly number[])[])[]; // of each line
  readonly values: Readonly<Record<string, readonly number[]>>;
}

interface Job {
  readonly trace: Trace;
  readonly steps: readonly (readonly CodeLine[])[];
  readonly file: string;
}

/** All lines of a step in their order. */
function linesOf(trace: Trace, t: number): readonly CodeLine[] {
  const { imports, encoder, step } = stepCode(trace, t);
  return [...imports, ...encoder, ...step];
}

/** Traces of a briefly trained model, with its file and the code of each of its steps. */
async function jobsOf(change: Partial<Config>, file: string): Promise<Job[]> {
  const config = { ...DEFAULT_CONFIG, ...TINY, ...change };
  const trainer = createTrainer(reverse, config, { arithmetic: textbook });
  for (let i = 0; i < UPDATES; i++) await trainer.step(config);
  const parameters = await trainer.predictor.readParameters();
  const { sourceVocabulary, targetVocabulary } = reverse;
  writeFileSync(
    file,
    writeModelFile({
      config,
      sourceTokens: sourceVocabulary.tokens,
      targetTokens: targetVocabulary.tokens,
      steps: trainer.steps,
      parameters,
    }),
  );
  const shape = modelShape(config, sourceVocabulary.size, targetVocabulary.size);
  const weights = viewWeights(shape, tensor1d(parameters));
  const model = { task: reverse, runId: null, shape, weights, trainedSteps: UPDATES };
  const [answer] = heldOutExamples(reverse);
  if (!answer) throw new Error("stepCode: the task has no examples");
  return SHOWS.map((show) => {
    const example = { source: answer.source, answer, show: { ...INITIAL_SHOW, ...show } };
    const trace = traceExample(model, example);
    return { trace, file, steps: trace.steps.map((_, t) => linesOf(trace, t)) };
  });
}

/** The results of the code in PyTorch, step by step. */
function runInTorch(jobs: readonly Job[]): RanStep[][] {
  const input = jobs.map(({ trace, steps, file }) => ({
    file,
    source: trace.source.map(({ id }) => id),
    target: trace.expected?.map(({ id }) => id),
    fed: trace.steps.map(({ input: token }) => token.id),
    steps: steps.map((lines) =>
      lines.map(({ code, makes }) => ({ code, makes: makes.map(({ name }) => name) })),
    ),
  }));
  const options = { cwd: import.meta.dirname, encoding: "utf8", input: JSON.stringify(input), maxBuffer: 2 ** 26 } as const; // prettier-ignore
  const { stdout, stderr, status } = spawnSync(python ?? "", ["step_code.py"], options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as RanStep[][];
}

/** The trace's numbers by the names of the code; a name is missing where the model has no such quantity. */
function expectedOf({ encoder }: Trace, { attention, attentional, layers, logits }: DecoderStep) {
  const all = (part: "h" | "c"): number[] =>
    layers.flatMap(({ after }) => [...(after[part] ?? [])]);
  return {
    ...(attention && {
      keys: [...encoder.states.data],
      scores: [...attention.scores],
      weights: [...attention.weights],
      context: [...attention.context],
    }),
    hidden: all("h"),
    ...(layers[0]?.after.c && { cell: all("c") }),
    ...(attentional && { combined: [...attentional] }),
    logits: [...logits],
  };
}

const largestDifference = (ours: readonly number[], theirs: readonly number[] = []): number =>
  ours.length === theirs.length
    ? Math.max(...ours.map((value, i) => Math.abs(value - (theirs[i] ?? Infinity))))
    : Infinity;

describe.skipIf(python === null)("the PyTorch code of a decoder step (needs PyTorch)", () => {
  let folder = "";
  let jobs: readonly Job[] = [];
  let ran: readonly RanStep[][] = [];

  beforeAll(async () => {
    await startNodeBackend("wasm");
    folder = mkdtempSync(join(tmpdir(), "code-"));
    const made = MEMBERS.map((member, i) => jobsOf(member, join(folder, `${i}.safetensors`)));
    jobs = (await Promise.all(made)).flat();
    ran = runInTorch(jobs);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const names = MEMBERS.flatMap((member) =>
    SHOWS.map((show) => [...Object.values(member), show.feeding ?? "own"].join(" ")),
  );

  it.each(names.map((name, i) => [name, i] as const))("gives the trace's numbers: %s", (_, i) => {
    const { trace } = jobs[i] ?? { trace: null };
    const far = trace?.steps.flatMap((step, t) =>
      Object.entries(expectedOf(trace, step))
        .map(
          ([name, ours]) => [t, name, largestDifference(ours, ran[i]?.[t]?.values[name])] as const,
        )
        .filter(([, , difference]) => !(difference < 1e-4)),
    );
    expect(far).toEqual([]);
  });

  it.each(names.map((name, i) => [name, i] as const))(
    "feeds the next step as the trace: %s",
    (_, i) => {
      const { trace } = jobs[i] ?? { trace: null };
      const next = ran[i]?.slice(0, -1).map(({ values }) => values["token"]?.[0]);
      expect(next).toEqual(trace?.steps.slice(1).map(({ input }) => input.id));
    },
  );

  it.each(names.map((name, i) => [name, i] as const))(
    "makes the shapes of its comments: %s",
    (_, i) => {
      const promised = jobs[i]?.steps.map((lines) =>
        lines.map(({ makes }) => makes.map(({ shape }) => shape)),
      );
      expect(ran[i]?.map(({ shapes }) => shapes)).toEqual(promised);
    },
  );
});
