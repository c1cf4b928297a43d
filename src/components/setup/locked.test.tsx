/** A link that locks the settings: every control shows its value, and none changes it. */
import { act, fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { en } from "../../i18n/en";
import { student } from "../../state/actions/acts";
import { setView, useApp } from "../../state/store";
import { lane } from "../../state/testing/openedPage";
import { showPage } from "../testing/page";
import { showSettings, slideTo, unfold } from "../testing/settings";
import { TrainingTab } from "../timeline/TrainingTab";
import { RailTabs } from "./RailTabs";

const lock = (): void => act(() => setView({ isLocked: true }));

it("changes no setting by any control", async () => {
  await showSettings({ config: { seed: 7, learningRate: 0.003 } });
  lock();
  for (const { title } of Object.values(en.setup.groups)) unfold(title);
  const before = lane().config;
  const controls = [
    ...screen.getAllByRole("combobox"),
    ...document.querySelectorAll<HTMLElement>("[data-field] input"),
  ];
  expect(controls.length).toBeGreaterThan(15);
  const free = controls.filter((each) => each.getAttribute("aria-disabled") !== "true");
  expect(free.map((each) => each.textContent)).toEqual([]);
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Attention" }), "dot");
  const [slider] = screen.getAllByRole<HTMLInputElement>("slider");
  if (slider?.labels?.[0]) slideTo(slider.labels[0].textContent, Number(slider.max));
  fireEvent.click(screen.getByRole("button", { name: en.setup.allDefaults }));
  expect(lane().config).toEqual(before);
  expect(screen.queryByRole("button", { name: /back to/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "Use your own pairs" })).toBeNull();
});

it("says why, and acts of the page still change settings", async () => {
  await showPage(<RailTabs />);
  expect(screen.queryByText(en.setup.locked.why)).toBeNull();
  lock();
  expect(screen.getByText(en.setup.locked.why)).toBeTruthy();
  expect(useApp.getState().view.isLocked).toBe(true);
});

it("opens no model from a file, and still saves one", async () => {
  await showPage(<TrainingTab />);
  expect(await screen.findByLabelText("Open model…")).toBeTruthy();
  lock();
  expect(screen.queryByLabelText("Open model…")).toBeNull();
  expect(screen.getByRole("button", { name: "Save model" })).toBeTruthy();
});

/** Whether a dropped file opens the dialog. */
function drop(): boolean {
  act(() => student.dropPairs([new File(["a\tb"], "pairs.tsv")]));
  return useApp.getState().pairs.open;
}

it("takes no dropped files, as a page that hides files", async () => {
  await showPage(<RailTabs />);
  lock();
  expect(drop()).toBe(false);
  act(() => setView({ isLocked: false, hidden: ["files"] }));
  expect(drop()).toBe(false);
  act(() => setView({ hidden: [] }));
  expect(drop()).toBe(true);
});
