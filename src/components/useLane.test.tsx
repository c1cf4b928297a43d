/** Two lanes on one page: each part reads from the lane around it. */
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../engine/setup/config";
import { initialise } from "../state/actions/initialise";
import { INITIAL_LANE } from "../state/slices/lane";
import { setRun, useApp } from "../state/store";
import { LaneContext, useLane, useRun } from "./useLane";

function Lane() {
  const attention = useLane(({ config }) => config.attention);
  const step = useLane(({ run }) => run.step);
  const status = useRun((run) => run.status);
  return <output>{[attention, step, status].join(" ")}</output>;
}

afterEach(cleanup);

it("shows each lane's own settings and run", () => {
  initialise(DEFAULT_CONFIG, {});
  const other = { ...INITIAL_LANE, config: { ...DEFAULT_CONFIG, attention: "none" } } as const;
  useApp.setState(({ lanes }) => ({ lanes: { ...lanes, b: other } }));
  render(
    <>
      <Lane />
      <LaneContext value="b">
        <Lane />
      </LaneContext>
    </>,
  );
  act(() => setRun("b", { step: 7, status: "failed" }));
  const texts = screen.getAllByRole("status").map(({ textContent }) => textContent);
  expect(texts).toEqual(["additive 0 starting", "none 7 failed"]);
});
