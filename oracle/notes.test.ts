/** Each note on PyTorch code is run both ways in PyTorch: the outcome that it states, and the shapes of its comments. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tensor1d } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findTorch, TORCH_MISSING } from "../scripts/find-torch.mjs";
import { traceExample } from "../src/testing/textbookTrace";
import { writeModelFile } from "../src/engine/files/modelFile";
import { viewWeights } from "../src/engine/model/weights";
import type { Trace } from "../src/engine/results/trace";
import { createRandom } from "../src/engine/rng";
import { type Config, DEFAULT_CONFIG } from "../src/engine/setup/config";
import { initialParameters } from "../src/engine/setup/learnedParameters";
import { modelShape } from "../src/engine/setup/modelShape";
import { INITIAL_SHOW } from "../src/engine/show";
import { reverse } from "../src/engine/tasks/reverse";
import { heldOutExamples } from "../src/engine/training/evaluation";
import { startNodeBackend } from "../src/testing/nodeBackend";
import { type CodeLine, lineOf, type Statement } from "../src/vis/code/codeLine";
import { type Note, NOTE_IDS } from "../src/vis/code/notes/note";
import { notesOf } from "../src/vis/code/notes/notes";
import { stepCode } from "../src/vis/code/stepCode";
import { MEMBERS } from "./codeMembers";

const python = findTorch();
if (python === null) process.stdout.write(`notes on PyTorch code left out: ${TORCH_MISSING}\n`);

type Shapes = readonly (readonly (readonly number[])[])[]; // of each line

interface Ran {
  readonly shapes: { readonly given: Shapes; readonly theirs?: Shapes; readonly ours: Shapes };
  readonly outcome: Note["outcome"];
  /** Both compared numbers of a note whose text says them. */
  readonly values: readonly number[];
}

interface Job {
  readonly name: string;
  readonly file: string;
  readonly trace: Trace;
  readonly notes: readonly Note[];
}

/** A model with random weights, its file, and the notes on its first step. */
function jobOf(member: Partial<Config>, file: string): Job {
  const config = { ...DEFAULT_CONFIG, hiddenSize: 16, embeddingSize: 4, ...member };
  const { sourceVocabulary, targetVocabulary } = reverse;
  const shape = modelShape(config, sourceVocabulary.size, targetVocabulary.size);
  const parameters = initialParameters(shape, createRandom(3));
  const saved = { config, sourceTokens: sourceVocabulary.tokens, targetTokens: targetVocabulary.tokens, steps: 0, parameters }; // prettier-ignore
  writeFileSync(file, writeModelFile(saved));
  const model = { task: reverse, runId: null, shape, weights: viewWeights(shape, tensor1d(parameters)), trainedSteps: 0 }; // prettier-ignore
  const [answer] = heldOutExamples(reverse);
  if (!answer) throw new Error("notes: the task has no examples");
  const trace = traceExample(model, { source: answer.source, answer, show: INITIAL_SHOW });
  return { name: Object.values(member).join(" "), file, trace, notes: notesOf(trace, 0) };
}

const written = ({ code, makes }: CodeLine) => ({ code, makes: makes.map(({ name }) => name) });

const linesOf = (statements: readonly Statement[]) =>
  statements.map((each) => written(lineOf([], each)));

const promised = (statements: readonly Statement[]): Shapes =>
  statements.map(([, ...shapes]) => shapes);

function runInTorch(jobs: readonly Job[]): Ran[][] {
  const input = jobs.map(({ file, trace, notes }) => {
    const { encoder, step } = stepCode(trace, 0);
    return {
      file,
      source: trace.source.map(({ id }) => id),
      encoder: encoder.map(written),
      step: step.map(written),
      notes: notes.map(({ id, compared, given, theirs, ours }) => ({
        id,
        compared,
        given: linesOf(given),
        theirs: linesOf(theirs),
        ours: linesOf(ours),
      })),
    };
  });
  const options = { cwd: import.meta.dirname, encoding: "utf8", input: JSON.stringify(input), maxBuffer: 2 ** 26 } as const; // prettier-ignore
  const { stdout, stderr, status } = spawnSync(python ?? "", ["run_notes.py"], options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Ran[][];
}

describe.skipIf(python === null)("the notes on PyTorch code (needs PyTorch)", () => {
  let folder = "";
  let jobs: readonly Job[] = [];
  let ran: readonly Ran[][] = [];

  beforeAll(async () => {
    await startNodeBackend("wasm");
    folder = mkdtempSync(join(tmpdir(), "notes-"));
    jobs = MEMBERS.map((member, i) => jobOf(member, join(folder, `${i}.safetensors`)));
    ran = runInTorch(jobs);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What fails, by model and note. */
  const failing = (check: (note: Note, result: Ran) => unknown) =>
    jobs.flatMap(({ name, notes }, i) =>
      notes.flatMap((note, n) => {
        const fault = check(note, ran[i]?.[n] as Ran);
        return fault === null ? [] : [[name, note.id, fault]];
      }),
    );

  it("have the outcome that they state", () => {
    const wrong = failing(({ outcome }, result) =>
      result.outcome === outcome ? null : result.outcome,
    );
    expect(wrong).toEqual([]);
  });

  it("make the shapes of their comments", () => {
    const wrong = failing(({ given, theirs, ours, outcome }, { shapes }) => {
      const all = { given: promised(given), ours: promised(ours) };
      const wanted = outcome === "error" ? all : { ...all, theirs: promised(theirs) };
      try {
        expect(shapes).toEqual(wanted);
        return null;
      } catch {
        return shapes;
      }
    });
    expect(wrong).toEqual([]);
  });

  it("say the lengths that the notes' code and ours compute", () => {
    const wrong = failing(({ id, numbers }, { values }) => {
      if (id !== "actualLengths") return null;
      return values[0] === numbers["theirs"] && values[1] === numbers["ours"] ? null : values;
    });
    expect(wrong).toEqual([]);
  });

  it("say how often the coin of the notes feeds the truth", () => {
    const wrong = failing(({ id, numbers }, { values: [theirs = 0, ours = 0] }) => {
      if (id !== "coin") return null;
      const far = Math.max(
        Math.abs(100 * theirs - (numbers["inverted"] ?? NaN)),
        Math.abs(100 * ours - (numbers["chance"] ?? NaN)),
      );
      return far < 2 ? null : far;
    });
    expect(wrong).toEqual([]);
  });

  it("are all shown for some model", () => {
    const shown = new Set(jobs.flatMap(({ notes }) => notes.map(({ id }) => id)));
    expect(NOTE_IDS.filter((id) => !shown.has(id))).toEqual([]);
  });
});
