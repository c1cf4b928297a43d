import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { en } from "../../i18n/en";
import { ko } from "../../i18n/ko";
import { otherRun, readyWith } from "../../state/testing/events";
import { receive } from "../../state/testing/openedPage";
import { showPage } from "../testing/page";
import { UndoButtons } from "./UndoButtons";

afterEach(cleanup);

const names = (): (string | null)[] =>
  screen.getAllByRole("button").map((button) => button.getAttribute("aria-label"));
const isDisabled = (): boolean =>
  screen.getAllByRole("button")[0]?.getAttribute("aria-disabled") === "true";

const WIDE = { ...DEFAULT_CONFIG, hiddenSize: 96 };

it.each([
  [{ weights: "baked", step: 600 }, "trained model", "trained model"],
  [{ weights: "fresh", step: 1450 }, "update 1,450", "update 1,450"],
  [{ weights: "kept", step: 7 }, "update 7", "update 7"],
  [{ weights: "fresh", step: 0 }, "untrained model", "untrained model"],
  [{ weights: "baked", config: WIDE }, "settings before", "settings after"],
] as const)("undo and redo name what comes back: %o", async (run, back, again) => {
  await showPage(<UndoButtons />);
  act(() => receive(readyWith({ runId: 2, undo: otherRun(run), redo: otherRun(run) })));
  expect(names()).toEqual([`Undo: ${back}`, `Redo: ${again}`]);
  // What one sees is a part of the name, so that one can say it to the page.
  for (const button of screen.getAllByRole("button"))
    expect(button.getAttribute("aria-label")).toContain(button.textContent.trim());
});

it.each(["en", "ko"] as const)("a short name is a part of the long one, in %s", (language) => {
  const { run, short } = { en, ko }[language].undo;
  for (const [name, text] of Object.entries(short))
    expect(run[name as keyof typeof run]).toContain(text);
});

it("undo has its whole name as long as it has the row for itself", async () => {
  await showPage(<UndoButtons />);
  act(() => receive(readyWith({ runId: 2, undo: otherRun({ weights: "baked" }) })));
  expect(screen.getByRole("button").textContent).toBe("Undo: trained model");
});

it("each button sends its request, and redo hands on the focus before it goes", async () => {
  const { commands } = await showPage(
    <>
      <button id="train" type="button" aria-label="Train" />
      <UndoButtons />
    </>,
  );
  act(() => receive(readyWith({ runId: 2, undo: otherRun(), redo: otherRun({ runId: 3 }) })));
  await userEvent.click(screen.getByRole("button", { name: /^Undo/ }));
  await userEvent.click(screen.getByRole("button", { name: /^Redo/ }));
  expect(commands.map(({ type }) => type)).toEqual(["undo", "redo"]);
  expect(document.activeElement?.id).toBe("train");
});

it("without an earlier run the button offers the shipped model, if the page has one", async () => {
  const { commands } = await showPage(<UndoButtons />);
  act(() => receive(readyWith({ weights: "baked", step: 600 })));
  expect([names(), isDisabled()]).toEqual([["Undo"], true]);
  act(() => receive(readyWith({ runId: 2, weights: "kept", step: 20 })));
  expect([names(), isDisabled()]).toEqual([["Show the trained model"], false]);
  await userEvent.click(screen.getByRole("button"));
  const show = INITIAL_SHOW;
  expect(commands).toEqual([{ type: "configure", config: DEFAULT_CONFIG, weights: "baked", show }]);
  act(() => receive(readyWith({ runId: 3, config: WIDE })));
  expect([names(), isDisabled()]).toEqual([["Undo"], true]);
});
