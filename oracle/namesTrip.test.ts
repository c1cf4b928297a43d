/** The shipped networks alone in PyTorch: it believes and writes the same. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findTorch } from "../scripts/find-torch.mjs";
import type { AloneKind } from "../src/engine/alone/aloneConfig";
import { readAloneFile, writeAloneFile } from "../src/engine/alone/aloneFile";
import type { NameFile } from "../src/engine/alone/nameFile";
import { nameTask } from "../src/engine/alone/names";
import { shippedNames } from "../src/engine/alone/shippedNames";
import { shippedNetworkFile } from "../src/engine/alone/shippedNetworks";
import { readName } from "../src/engine/fused/alone/read";
import { type AloneTrainer, createAloneTrainer } from "../src/engine/fused/alone/trainer";
import { writeNames } from "../src/engine/fused/alone/write";
import { createPlainOps } from "../src/engine/fused/plain/plainOps";

const NAMES = 40; // held-out ones
const python = findTorch();

function shipped(kind: AloneKind): AloneTrainer {
  const lists = JSON.parse(readFileSync("public/data/names.json", "utf8")) as NameFile;
  const saved = readAloneFile(readFileSync(`public/data/${shippedNetworkFile(kind)}`));
  const task = nameTask(shippedNames(lists, "latin"), saved.config.accents);
  return createAloneTrainer(createPlainOps(), task, saved.config, saved);
}

describe.skipIf(python === null)("a network alone in PyTorch (needs PyTorch)", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "names-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What the student's command says about the network's file: a JSON value a line. */
  async function inTorch<T>({ task, config, learner, steps }: AloneTrainer, input = "") {
    const { parameters } = await learner.save();
    const file = join(folder, `${config.alone}.safetensors`);
    const letters = task.vocabulary.tokens;
    writeFileSync(
      file,
      writeAloneFile({ config, letters, classes: task.classes, steps, parameters }),
    );
    const args = ["load_names.py", file, "--json"];
    const options = { cwd: import.meta.dirname, encoding: "utf8", input } as const;
    const { stdout, stderr, status } = spawnSync(python ?? "", args, options);
    if (status !== 0) throw new Error(stderr);
    return stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as T);
  }

  it("reads names with the same belief", async () => {
    const trainer = shipped("classifier");
    const names = trainer.task.heldOut.slice(0, NAMES);
    const lines = names.map(({ letters }) => `${JSON.stringify(letters)}\n`).join("");
    const rows = await inTorch<number[]>(trainer, lines);
    const worst: number[] = [];
    for (const [i, { name }] of names.entries()) {
      const { beliefs } = await readName(trainer, name);
      const apart = beliefs
        .at(-1)
        ?.map((p, label) => Math.abs(p - (rows[i]?.[label] ?? Number.NaN)));
      worst.push(Math.max(...(apart ?? [Number.NaN])));
    }
    expect(Math.max(...worst)).toBeLessThan(1e-5);
  });

  it("writes the same greedy name of every class", async () => {
    const trainer = shipped("generator");
    const labels = trainer.task.classes.map((_, label) => label);
    const choice = { kind: "greedy" } as const;
    const written = await writeNames(trainer, { labels, beginning: "", choice });
    const said = written.map(({ steps }) =>
      steps.map((step) => step.said).filter((text) => text !== "<eos>"),
    );
    expect(await inTorch<string[]>(trainer)).toEqual(said);
  });
});
