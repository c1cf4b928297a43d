import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Command, Event, ModelProblem } from "../../workers/protocol";
import * as app from "../store";
import { readyWith } from "../testing/events";

const { useApp, receive } = app;
let sent: Command[] = [];

const file = new File(["bytes"], "mine.safetensors");
const problem: ModelProblem = { kind: "needsPairs" };
const refused: Event = { type: "modelRefused", problem };
const opened = (runId = 2, step = 600): Event =>
  readyWith({ runId, step, weights: "opened", canUndo: true });

const state = () => useApp.getState().modelFile;

beforeEach(() => {
  sent = [];
  app.initialise(DEFAULT_CONFIG, {});
  app.connect((command) => sent.push(command));
  app.start();
  receive(readyWith({ runId: 1 }));
  sent = [];
});

describe("model files", () => {
  it("are written on request, and kept until the browser has them", () => {
    app.saveModel();
    expect(sent).toEqual([{ type: "saveModel" }]);
    expect(state()).toMatchObject({ errand: { kind: "saving" }, outcome: null });
    const bytes = Uint8Array.of(1, 2, 3);
    receive({ type: "modelSaved", fileName: "a.safetensors", bytes });
    expect(state()).toEqual({
      errand: null,
      outcome: { kind: "saved", name: "a.safetensors" },
      download: { name: "a.safetensors", bytes },
    });
    app.forgetDownload();
    expect(state().download).toBeNull();
  });

  it("are opened under their own name; the settings follow, and undo brings the others back", () => {
    app.openModel(file);
    expect(sent).toEqual([{ type: "openModel", file }]);
    expect(state().errand).toEqual({ kind: "opening", name: "mine.safetensors" });
    const config = { ...DEFAULT_CONFIG, cell: "lstm", hiddenSize: 8 } as const;
    receive(readyWith({ runId: 2, weights: "opened", step: 600, config, canUndo: true }));
    expect(state()).toMatchObject({
      errand: null,
      outcome: { kind: "opened", name: "mine.safetensors", step: 600 },
    });
    expect(useApp.getState().config).toEqual(config);
    app.undo();
    receive(readyWith({ runId: 1, canUndo: true }));
    expect(state().outcome).toBeNull();
    expect(useApp.getState().config).toEqual(DEFAULT_CONFIG);
  });

  it("put their task's first example on the stage", () => {
    app.typeSource("abc");
    app.openModel(file);
    const config = { ...DEFAULT_CONFIG, task: "dates" } as const;
    receive(readyWith({ runId: 2, weights: "opened", config }));
    expect(useApp.getState().view.example).toEqual({ kind: "heldOut", index: 0 });
  });

  it("that are refused leave everything as it was, and say what was wrong with which file", () => {
    const { run, config } = useApp.getState();
    app.openModel(file);
    receive(refused);
    expect(state()).toMatchObject({
      errand: null,
      outcome: { kind: "refused", errand: { kind: "opening", name: "mine.safetensors" }, problem },
    });
    expect(useApp.getState()).toMatchObject({ run, config });
    app.dismissOutcome();
    expect(state().outcome).toBeNull();
  });

  it("are waited for while other models come to the fore", () => {
    app.openModel(file);
    receive(readyWith({ runId: 2 })); // asked for before
    expect(state().errand).toEqual({ kind: "opening", name: "mine.safetensors" });
    receive(opened(3));
    expect(state().outcome).toMatchObject({ kind: "opened" });
  });

  it("are news until there is something newer", () => {
    app.openModel(file);
    receive(opened());
    app.saveModel();
    expect(state().outcome).toBeNull();
    receive(refused);
    expect(state().outcome).toMatchObject({ kind: "refused", errand: { kind: "saving" } });
    receive(readyWith({ runId: 3 }));
    expect(state().outcome).toBeNull();
  });

  it("are waited for no longer once the worker is gone", () => {
    app.openModel(file);
    receive({ type: "failed", failure: { kind: "bakedMissing", task: "reverse", detail: "" } });
    expect(state().errand).not.toBeNull();
    receive({ type: "failed", failure: { kind: "crash", detail: "" } });
    expect(state()).toEqual({ errand: null, outcome: null, download: null });
  });
});
