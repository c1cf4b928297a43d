import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Command, Event, ModelProblem } from "../../workers/protocol";
import { errandOf } from "../slices/modelErrands";
import { resetModel } from "./training";
import { otherRun, readyWith } from "../testing/events";
import { lane, receive, asked, answer } from "../testing/openedPage";
import { useApp } from "../store";
import { initialise } from "./initialise";
import { connect, start } from "./startup";
import { saveModel, forgetDownload, openModel, dismissOutcome } from "./modelFiles";
import { undo } from "./training";
import { typeSource } from "./showing";

let sent: Command[] = [];

const file = new File(["bytes"], "mine.safetensors");
const problem: ModelProblem = { kind: "unreadable" };
const refused = (what: "openModel" | "saveModel" = "openModel"): Event => ({
  type: "modelRefused",
  requestId: asked(what),
  problem,
});
const opened = (runId = 2, step = 600): Event =>
  readyWith({ runId, step, weights: "opened", undo: otherRun() });

const state = () => useApp.getState().modelFile;
const errand = () => errandOf(useApp.getState().requests);

beforeEach(() => {
  sent = [];
  initialise(DEFAULT_CONFIG, {});
  connect(({ command }) => sent.push(command));
  start();
  receive(readyWith({ runId: 1 }));
  sent = [];
});

describe("model files", () => {
  it("are written on request, and stay until the browser takes them", () => {
    saveModel();
    expect(sent).toEqual([{ type: "saveModel" }]);
    expect(errand()).toEqual({ kind: "saving" });
    expect(state().outcome).toBeNull();
    const bytes = Uint8Array.of(1, 2, 3);
    const requestId = asked("saveModel");
    receive({ type: "modelSaved", requestId, fileName: "a.safetensors", bytes });
    answer();
    expect(errand()).toBeNull();
    expect(state()).toEqual({
      outcome: { kind: "saved", name: "a.safetensors" },
      download: { name: "a.safetensors", bytes },
    });
    forgetDownload();
    expect(state().download).toBeNull();
  });

  it("are opened with their settings, and undo restores the earlier ones", () => {
    openModel(file);
    expect(sent).toEqual([{ type: "openModel", file }]);
    expect(errand()).toEqual({ kind: "opening", name: "mine.safetensors" });
    const config = { ...DEFAULT_CONFIG, cell: "lstm", hiddenSize: 8 } as const;
    receive(readyWith({ runId: 2, weights: "opened", step: 600, config, undo: otherRun() }));
    expect(errand()).toBeNull();
    expect(state().outcome).toEqual({ kind: "opened", name: "mine.safetensors", step: 600 });
    expect(lane().config).toEqual(config);
    undo();
    receive(readyWith({ runId: 1, undo: otherRun() }));
    expect(state().outcome).toBeNull();
    expect(lane().config).toEqual(DEFAULT_CONFIG);
  });

  it("show the first example of their task", () => {
    typeSource("abc");
    openModel(file);
    const config = { ...DEFAULT_CONFIG, task: "dates" } as const;
    receive(readyWith({ runId: 2, weights: "opened", config }));
    expect(useApp.getState().view.show.example).toEqual({ kind: "heldOut", index: 0 });
  });

  it("change nothing if they are refused, and the outcome names the file and the problem", () => {
    const { run, config } = lane();
    openModel(file);
    receive(refused());
    answer();
    expect(errand()).toBeNull();
    expect(state().outcome).toEqual({
      kind: "refused",
      errand: { kind: "opening", name: "mine.safetensors" },
      problem,
    });
    expect(lane()).toEqual({ ...lane(), run, config });
    dismissOutcome();
    expect(state().outcome).toBeNull();
  });

  it("stay outstanding while another run becomes active", () => {
    resetModel();
    openModel(file);
    receive(readyWith({ runId: 2 })); // its request came before
    expect(errand()).toEqual({ kind: "opening", name: "mine.safetensors" });
    receive(opened(3));
    expect(state().outcome).toMatchObject({ kind: "opened" });
  });

  it("have an outcome until the next run is ready", () => {
    openModel(file);
    receive(opened());
    saveModel();
    expect(state().outcome).toBeNull();
    receive(refused("saveModel"));
    expect(state().outcome).toMatchObject({ kind: "refused", errand: { kind: "saving" } });
    receive(readyWith({ runId: 3 }));
    expect(state().outcome).toBeNull();
  });

  it("are no longer outstanding after the worker ran out of memory", () => {
    resetModel();
    saveModel();
    receive({ type: "failed", failure: { kind: "outOfMemory", detail: "" } });
    expect(errand()).toBeNull();
  });

  it("are no longer outstanding after the worker has failed", () => {
    openModel(file);
    receive({ type: "failed", failure: { kind: "bakedMissing", task: "reverse", detail: "" } });
    expect(errand()).not.toBeNull();
    receive({ type: "failed", failure: { kind: "crash", detail: "" } });
    expect(errand()).toBeNull();
    expect(state()).toEqual({ outcome: null, download: null });
  });
});
