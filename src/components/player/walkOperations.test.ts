import { beforeAll, beforeEach, expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { loadActs } from "../../state/actions/acts";
import { inspect, select } from "../../state/actions/viewing";
import { initialise } from "../../state/actions/initialise";
import { connect } from "../../state/actions/startup";
import { showBakedTrace } from "../../state/effects/bakedTrace";
import { useApp } from "../../state/store";
import { makeTrace } from "../../vis/testing/traces";
import { stopBeside, walkOperations } from "./walkOperations";

const TRACE = makeTrace();
const LAST = TRACE.steps.length - 1;

const view = () => {
  const { step, operation, lit, inspector, playing } = useApp.getState().view;
  return { step, operation, lit, inspector, playing };
};

beforeAll(loadActs);
beforeEach(() => {
  initialise(DEFAULT_CONFIG, {});
  connect(() => undefined);
  showBakedTrace({ config: DEFAULT_CONFIG, trace: TRACE });
  select(1);
});

test("the walk goes through the operations of a step and lights each", () => {
  walkOperations(1); // from the score, where a page opens
  expect(view()).toMatchObject({ step: 1, operation: "softmax", lit: "softmax" });
  walkOperations(-1);
  walkOperations(-1);
  expect(view()).toMatchObject({ step: 1, operation: "query", lit: "query" });
});

test("it goes on into the next step and back", () => {
  walkOperations(-1);
  walkOperations(-1);
  expect(view()).toMatchObject({ step: 0, operation: "output", playing: false });
  walkOperations(1);
  expect(view()).toMatchObject({ step: 1, operation: "query" });
});

test("it ends with the decode", () => {
  const first = { step: 0, op: "query" } as const;
  const last = { step: LAST, op: "output" } as const;
  expect(stopBeside(TRACE, first, -1)).toBeNull();
  expect(stopBeside(TRACE, last, 1)).toBeNull();
  expect(stopBeside(TRACE, last, -1)).toEqual({ step: LAST, op: "cell" });
});

test("the inspector leaves the numbers, so that the operation is seen", () => {
  inspect({ kind: "state", step: 1, layer: 0 });
  walkOperations(1);
  expect(view().inspector).toBe("equation");
});
