import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import type { EvaluationStage } from "../../engine/results/scoreReport";
import type { Command, Event } from "../../workers/protocol";
import { useApp } from "../store";
import { readyWith, reportOf } from "../testing/events";
import { LAST_STEP } from "../slices/view";
import { initialise } from "./initialise";
import { connect } from "./startup";
import { evaluate, stopEvaluating } from "./training";
import { showExample } from "./showing";
import { receive, lane } from "../testing/openedPage";

const stageOf = (stage: EvaluationStage, runId = 1): Event => ({
  type: "evaluating",
  runId,
  stage,
});
const running: EvaluationStage = { kind: "running", step: 100, done: 64, total: 256 };
const done: EvaluationStage = { kind: "done", report: reportOf({ step: 100 }) };
const state = () => lane().evaluation;

let commands: Command[] = [];

describe("evaluation", () => {
  beforeEach(() => {
    commands = [];
    initialise(DEFAULT_CONFIG, {});
    connect(({ command }) => commands.push(command));
    receive(readyWith());
  });

  it("starts and stops by command", () => {
    evaluate();
    stopEvaluating();
    expect(commands.map(({ type }) => type)).toEqual(["evaluate", "stopEvaluating"]);
  });

  it("keeps a report until the next one", () => {
    receive(stageOf(done));
    receive(stageOf(running));
    expect(state()).toMatchObject({ progress: running, report: { step: 100 } });
    receive(stageOf({ kind: "stopped" }));
    expect(state()).toMatchObject({ progress: null, report: { step: 100 }, stopped: true });
    receive(stageOf({ kind: "done", report: reportOf({ step: 150 }) }));
    expect(state()).toMatchObject({ progress: null, report: { step: 150 }, stopped: false });
  });

  it("drops the report of another run, and clears the report when another run becomes active", () => {
    receive(stageOf(done, 7));
    expect(state().report).toBeNull();
    receive(stageOf(done));
    receive(readyWith()); // the same run again
    expect(state().report).not.toBeNull();
    receive(readyWith({ runId: 2 }));
    expect(state().report).toBeNull();
  });

  it("ends when the worker fails", () => {
    receive(stageOf(running));
    receive({ type: "failed", failure: { kind: "crash", detail: "" } });
    expect(state().progress).toBeNull();
  });

  it("puts one of its examples on the stage", () => {
    showExample(17);
    const example = { kind: "heldOut", index: 17 };
    const show = { ...INITIAL_SHOW, example };
    expect(commands).toEqual([{ type: "show", show, runId: 1 }]);
    expect(useApp.getState().view).toMatchObject({ show, step: LAST_STEP, column: null });
  });
});
