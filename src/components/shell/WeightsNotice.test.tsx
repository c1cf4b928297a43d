import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { noteLinkedTraining, type LinkedTraining } from "../../state/slices/linkedTraining";
import { readyWith } from "../../state/testing/events";
import { receive } from "../../state/testing/openedPage";
import { showPage } from "../testing/page";
import { WeightsNotice } from "./WeightsNotice";

afterEach(cleanup);

async function arrive(trained: LinkedTraining, run: Parameters<typeof readyWith>[0]) {
  await showPage(<WeightsNotice />);
  act(() => noteLinkedTraining(trained));
  act(() => receive(readyWith(run)));
}

it.each([
  [1450, { step: 0 }, /1,450 updates\. .*random weights\. Press Train: this seed reproduces/],
  [
    450,
    { weights: "baked", step: 600 },
    /you see the model that comes with the page\. Press Train/,
  ],
  ["file", { step: 0 }, /came from a file\. .*ask the sender for the file/],
] as const)("says how the receiver gets the sender's weights: %s", async (trained, run, text) => {
  await arrive(trained, run);
  expect(screen.getByText(text)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(text)).toBeNull();
});

it("is silent where this tab kept the run, and once training has begun", async () => {
  await arrive(450, { weights: "kept", step: 450 });
  expect(screen.queryByRole("alert")).toBeNull();
  await arrive(450, { step: 0 });
  expect(screen.getByRole("alert")).toBeTruthy();
  act(() =>
    receive({ type: "progress", runId: 1, losses: [{ step: 1, loss: 3 }], pairsPerSecond: 1 }),
  );
  expect(screen.queryByRole("alert")).toBeNull();
});
