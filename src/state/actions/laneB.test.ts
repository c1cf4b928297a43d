/** Which lanes a request of the page serves. */
import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import type { Command } from "../../workers/protocol";
import type { RunState } from "../slices/run";
import { setRun, setView } from "../store";
import { readyWith } from "../testing/events";
import { openLaneB } from "./comparison";
import { serveBoth } from "./laneB";
import { initialise } from "./initialise";

const { info } = readyWith({ weights: "fresh" });

/** The lanes that get something of this command. */
const lanesFor = (command: Command): string[] => serveBoth(command).map(({ lane }) => lane);

const TRAIN: Command = { type: "train" };

function stopAt(a: RunState["stopReason"], b: RunState["stopReason"]): void {
  setRun("a", { status: "idle", info, stopReason: a });
  setRun("b", { status: "idle", info, stopReason: b });
}

beforeEach(() => {
  initialise(DEFAULT_CONFIG, { mode: "compare" });
  openLaneB({ ...DEFAULT_CONFIG, attention: "none" }, "withWithout");
  stopAt(null, null);
});

describe("a request of the page", () => {
  it.each<Command["type"]>(["train", "trainOneStep", "walkUpdate", "reset", "pause", "evaluate"])(
    "serves both lanes in Compare, and A alone in the lab: %s",
    (type) => {
      const command = { type } as Command;
      expect(lanesFor(command)).toEqual(["a", "b"]);
      setView({ mode: "lab" });
      expect(lanesFor(command)).toEqual(["a"]);
    },
  );

  it("serves A alone where it is about A's model", () => {
    for (const command of [{ type: "saveModel" }, { type: "useBest" }] as const)
      expect(lanesFor(command)).toEqual(["a"]);
  });

  it("trains on the lanes that have not ended by themselves, or both", () => {
    stopAt("paused", "paused");
    expect(lanesFor(TRAIN)).toEqual(["a", "b"]);
    stopAt("target", "paused");
    expect(lanesFor(TRAIN)).toEqual(["b"]);
    stopAt("paused", "cap");
    expect(lanesFor(TRAIN)).toEqual(["a"]);
    stopAt("target", "cap");
    expect(lanesFor(TRAIN)).toEqual(["a", "b"]);
  });

  it.each(["earlier", "shipped"] as const)("trains A alone beside a finished model: %s", (pair) => {
    setView({ pair });
    for (const type of ["train", "trainOneStep", "walkUpdate", "reset"] as const)
      expect(lanesFor({ type })).toEqual(["a"]);
    expect(lanesFor({ type: "evaluate" })).toEqual(["a", "b"]);
  });

  it("is undone in both lanes where it has left their settings alone", () => {
    const reset = { runId: 1, config: info.config, step: 5, weights: "fresh" } as const;
    const other = { ...reset, config: { ...info.config, cell: "rnn" } } as const;
    setRun("a", { info: { ...info, undo: reset } });
    setRun("b", { info: { ...info, undo: reset } });
    expect(lanesFor({ type: "undo" })).toEqual(["a", "b"]);
    setRun("b", { info: { ...info, undo: other } });
    expect(lanesFor({ type: "undo" })).toEqual(["a"]);
  });

  it("asks for no second model that does not fit into memory", () => {
    const large = { sourceTokens: 50_000, targetTokens: 50_000 };
    setRun("a", { info: { ...info, ...large } });
    setRun("b", { info: null });
    const config = { ...DEFAULT_CONFIG, hiddenSize: 256 };
    openLaneB(config, null);
    const show = INITIAL_SHOW;
    expect(lanesFor({ type: "configure", config, weights: "kept", show })).toEqual(["a"]);
  });
});
