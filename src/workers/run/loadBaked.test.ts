/** Files of a shipped model that are missing, cut, of another model, or another page in their place: none is taken. */
import { readFile } from "node:fs/promises";
import { afterEach, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { withTask } from "../../engine/tasks/difficulty";
import { writeCheckpoint } from "../../engine/files/checkpoint";
import { writeSafetensors } from "../../engine/files/safetensors";
import { createRandom } from "../../engine/rng";
import { initialParameters } from "../../engine/setup/learnedParameters";
import { modelShape } from "../../engine/setup/modelShape";
import { generatedTask } from "../../engine/tasks/byId";
import { loadBaked } from "./loadBaked";

const COPY = withTask(DEFAULT_CONFIG, "copy");
const RECORD = "copy-additive.json";
const WEIGHTS = "copy-additive.safetensors";

const read = (file: string) => readFile(`public/data/${file}`);

/** Serves the shipped files, with other bytes in the place of some; null: the file is missing. */
function serve(others: Readonly<Record<string, Uint8Array | string | null>> = {}): void {
  vi.stubGlobal("fetch", async (url: string) => {
    const file = url.replace("data/", "");
    const other = others[file];
    if (other === null) return new Response("", { status: 404 });
    return new Response(
      other === undefined ? new Uint8Array(await read(file)) : new Uint8Array(Buffer.from(other)),
    );
  });
}

afterEach(() => vi.unstubAllGlobals());

it("reads the files as they are shipped", async () => {
  serve();
  expect((await loadBaked(COPY, "data/"))?.parameters.length).toBeGreaterThan(1000);
});

it("rejects where a file is missing, or the host answers with a page in its place", async () => {
  for (const file of [RECORD, WEIGHTS])
    for (const other of [null, "<!doctype html><title>Not found</title>", ""]) {
      serve({ [file]: other });
      await expect(loadBaked(COPY, "data/"), `${file} as ${other}`).rejects.toThrow();
    }
});

it("rejects a file that is cut anywhere", async () => {
  for (const file of [RECORD, WEIGHTS]) {
    const whole = await read(file);
    for (const share of [0.001, 0.01, 0.1, 0.5, 0.9, 0.999]) {
      serve({ [file]: whole.subarray(0, Math.floor(share * whole.length)) });
      await expect(loadBaked(COPY, "data/"), `${file} cut at ${share}`).rejects.toThrow();
    }
  }
});

it("rejects the files of another version of the model", async () => {
  serve({ [WEIGHTS]: await read("dates-additive-bidirectional.safetensors") });
  await expect(loadBaked(COPY, "data/")).rejects.toThrow("badTensor");
  const [record, weights] = [
    "dates-additive-bidirectional.json",
    "dates-additive-bidirectional.safetensors",
  ];
  serve({ [RECORD]: await read(record ?? ""), [WEIGHTS]: await read(weights ?? "") });
  await expect(loadBaked(COPY, "data/")).rejects.toThrow();
});

it("rejects files that fit each other and not the settings", async () => {
  const record = JSON.parse(await readFile(`public/data/${RECORD}`, "utf8")) as object;
  const config = { ...COPY, hiddenSize: 8 };
  const copy = generatedTask("copy", COPY);
  const shape = modelShape(config, copy.sourceVocabulary.size, copy.targetVocabulary.size);
  const parameters = initialParameters(shape, createRandom(1));
  serve({
    [RECORD]: JSON.stringify({ ...record, config }),
    [WEIGHTS]: writeSafetensors(writeCheckpoint(shape, parameters), {}),
  });
  await expect(loadBaked(COPY, "data/")).rejects.toThrow("another version");
});
