/** What the oracle writes down a second time must be the app's: settings, vocabulary, split and the list of members. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { findTorch } from "../scripts/find-torch.mjs";
import { DEFAULT_CONFIG, FIELD_NAMES, FIELDS } from "../src/engine/setup/config";
import { obstacleTo } from "../src/engine/setup/conflicts";
import { createRandom } from "../src/engine/rng";
import { reverse } from "../src/engine/tasks/reverse";
import { splitOf } from "../src/engine/tasks/split";

const python = findTorch();

/** The value of a Python expression, through JSON. @param modules of the oracle */
function evaluate(modules: string, expression: string): unknown {
  const code = `import json, ${modules}; print(json.dumps(${expression}))`;
  const options = { cwd: import.meta.dirname, encoding: "utf8" } as const;
  const { stdout, stderr, status } = spawnSync(python ?? "", ["-c", code], options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe.skipIf(python === null)("the oracle's copies (needs PyTorch)", () => {
  it("have the app's settings, with their ranges and first values", () => {
    const ours = FIELD_NAMES.map((name) => {
      const field = FIELDS[name];
      const options = field.kind === "choice" ? field.options : [field.min, field.max, field.step];
      return [name, [options, DEFAULT_CONFIG[name]]];
    });
    expect(evaluate("config", "list(config.FIELDS.items())")).toEqual(ours);
  });

  it("have the vocabulary of Reverse and its held-out side", () => {
    expect(evaluate("reverse", "reverse.VOCABULARY")).toEqual(reverse.sourceVocabulary.tokens);
    const random = createRandom(1);
    const texts = Array.from({ length: 200 }, (_, i) =>
      reverse.sample(random, i % 2 === 0 ? "train" : "heldOut").source.join(""),
    );
    const theirs = evaluate(
      "reverse",
      `[reverse.is_held_out(text) for text in ${JSON.stringify(texts)}]`,
    );
    expect(theirs).toEqual(texts.map((text) => splitOf(text, 8) === "heldOut"));
  });

  it("have every combination of cell, layers, direction and attention that the app offers", () => {
    const wanted = new Set<string>();
    for (const cell of FIELDS.cell.options)
      for (const layers of [1, 2])
        for (const direction of FIELDS.direction.options)
          for (const attention of FIELDS.attention.options) {
            if (obstacleTo({ ...DEFAULT_CONFIG, direction }, "attention", attention)) continue;
            const looks = attention === "none" ? ["bahdanau-off"] : LOOKS;
            for (const look of looks)
              wanted.add([cell, layers, direction, attention, look].join(" "));
          }
    const shapes = evaluate(
      "members",
      "[m.shape.to_json() for ms in members.members_by_file().values() for m in ms]",
    ) as Record<string, string | number>[];
    const found = shapes.map((s) =>
      [s.cell, s.layers, s.direction, s.attention, `${s.timing}-${s.inputFeeding}`].join(" "),
    );
    expect(new Set(found)).toEqual(wanted);
  });
});

const LOOKS = ["bahdanau-off", "luong-off", "luong-on"];
