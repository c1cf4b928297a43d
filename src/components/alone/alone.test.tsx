import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startI18n } from "../../i18n/i18n";
import { loadActs, page, student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { setView, useApp } from "../../state/store";
import { setAloneStarter } from "../../state/ports/alonePort";
import { INITIAL_ALONE, readWish } from "../../state/slices/alone";
import type { AloneCommand, AloneEvent, AloneInfo } from "../../workers/aloneProtocol";
import { DEFAULT_ALONE } from "../../engine/alone/aloneConfig";
import { Presenter } from "../present/Presenter";
import { INITIAL_CLASSROOM } from "../../state/slices/classroom";
import { AloneLinks } from "../setup/AloneLinks";
import { AloneHost } from "./AloneHost";

const GENERATOR = { ...DEFAULT_ALONE, alone: "generator" } as const;
const SCORE = { loss: 1, right: 0.5 };
const INFO: AloneInfo = {
  config: DEFAULT_ALONE,
  classes: ["cs", "it"],
  trainNames: 20,
  heldOutNames: 5,
  ambiguous: 1,
  letters: 12,
  longest: 8,
  parameters: 100,
  baselines: { majority: 0.1, letters: 0.3, grams: 0.66 },
  examples: [{ name: "rossi", label: "it" }],
  source: "a list",
  isShipped: false,
  step: 50,
  losses: [{ step: 50, loss: 1 }],
  evaluations: [
    {
      step: 50,
      train: SCORE,
      heldOut: SCORE,
      confusion: [
        [1, 2],
        [0, 4],
      ],
    },
  ],
};
const READING = {
  name: "ro",
  letters: ["r", "o"],
  unknown: [false, false],
  beliefs: [
    [0.5, 0.5],
    [0.4, 0.6],
    [0.1, 0.9],
  ],
  states: [
    [0.1, 0.2],
    [0.3, -0.4],
  ],
  label: 1,
};

const sent: AloneCommand[] = [];
let tell: (event: AloneEvent) => void = () => undefined;

beforeAll(async () => {
  await startI18n("en");
  await loadActs();
});
beforeEach(() => {
  sent.length = 0;
  useAlone.setState(INITIAL_ALONE, true);
  useApp.setState({ acts: [] });
  setView({ ...INITIAL_CLASSROOM, panel: "rail" });
  setAloneStarter((receive) => {
    tell = receive;
    return Promise.resolve((command) => void sent.push(command));
  });
});
afterEach(cleanup);

async function openClassifier(): Promise<void> {
  render(<AloneHost />);
  student.openAlone("classifier");
  await screen.findByRole("heading", { name: "Before sequence to sequence" });
  await expect.poll(() => sent.map(({ type }) => type)).toContain("open");
  tell({ type: "opened", info: INFO });
  tell({ type: "read", step: 50, reading: READING });
}

describe("the page of the networks alone", () => {
  it("says what the classifier says, which letter decided, and how it stands beside counting", async () => {
    await openClassifier();
    await screen.findByText("It says: Italian (90%)");
    screen.getByText(
      "“o” (letter 2) changed the belief most: it moved 30% of the probability to other classes (the total variation distance of the two beliefs).",
    );
    const results = screen.getByRole("region", { name: "Results on the held-out names" });
    within(results).getByRole("row", { name: "this network 50.0%" });
    within(results).getByRole("row", { name: "naive Bayes, one to three letters 66.0%" });
    expect(results.textContent).toContain("Czech taken for Italian (2 names)");
  });

  it("points only at texts that are there, and takes no id of the workspace behind it", async () => {
    await openClassifier();
    const fields = await screen.findAllByRole("spinbutton");
    const ids = fields.flatMap((field) => field.getAttribute("aria-describedby")?.split(" ") ?? []);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => document.getElementById(id) === null)).toEqual([]);
    expect(document.querySelectorAll("[id^='mode-panel-']").length).toBe(0);
  });

  it("gives its heading the focus where the student has opened it, also from a button that has gone", async () => {
    const { rerender } = render(<AloneLinks />);
    await userEvent.click(
      screen.getByRole("button", { name: "Names letter by letter (writing alone)" }),
    );
    rerender(<AloneHost />);
    const heading = await screen.findByRole("heading", { name: "Before sequence to sequence" });
    await expect.poll(() => useAlone.getState().isEntered).toBe(true);
    expect(document.activeElement === heading).toBe(true);
  });

  it("leaves the focus at the page's start where a link opens it", async () => {
    render(<AloneHost />);
    act(() => page.openAlone("classifier"));
    await screen.findByRole("heading", { name: "Before sequence to sequence" });
    await expect.poll(() => useAlone.getState().isEntered).toBe(true);
    expect(document.activeElement).toBe(document.body);
  });

  it("shows locked settings and changes none, and takes no file", async () => {
    await openClassifier();
    screen.getByText("My own names");
    act(() => setView({ isLocked: true }));
    const before = useAlone.getState().wish.config;
    const settings = within(screen.getByRole("region", { name: "Set-up" }));
    const controls = [...settings.getAllByRole("combobox"), ...settings.getAllByRole("spinbutton")];
    expect(controls.length).toBeGreaterThan(10);
    expect(controls.filter((each) => each.getAttribute("aria-disabled") !== "true")).toEqual([]);
    await userEvent.selectOptions(settings.getByRole("combobox", { name: "Cell" }), "lstm");
    await userEvent.type(settings.getByRole("spinbutton", { name: "Seed" }), "7{Enter}");
    expect(useAlone.getState().wish.config).toEqual(before);
    settings.getByText(/locked/);
    expect(screen.queryByText("My own names")).toBeNull();
    expect(screen.queryByLabelText("Open model")).toBeNull();
    screen.getByRole("button", { name: "Save model" });
  });

  it("leaves out what the link hides", async () => {
    await openClassifier();
    await screen.findByText("In the list of: Italian");
    act(() => setView({ hidden: ["files", "results"] }));
    const results = { name: "Results on the held-out names" };
    expect(screen.queryByRole("region", results)).toBeNull();
    expect(screen.queryByRole("button", { name: "Save model" })).toBeNull();
    expect(screen.queryByText("My own names")).toBeNull();
    act(() => setView({ hidden: ["expected"] }));
    screen.getByText("It says: Italian (90%)");
    expect(screen.queryByText("In the list of: Italian")).toBeNull();
    act(() => setView({ hidden: ["rail", "timeline"] }));
    screen.getByRole("region", results);
    expect(screen.queryByRole("region", { name: "Set-up" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Train" })).toBeNull();
  });

  it("is presented with a bar of its own, which opens one column at a time", async () => {
    render(<Presenter />);
    await openClassifier();
    act(() => student.present(true));
    const bar = within(await screen.findByRole("banner", { name: "Presentation" }));
    const open = await bar.findByRole("button", { name: "Set-up" });
    expect(bar.queryByRole("button", { name: "Learn" })).toBeNull();
    expect(bar.queryByText(/PageDown/)).toBeNull();
    expect(screen.queryByRole("region", { name: "Set-up" })).toBeNull();
    await userEvent.click(open);
    screen.getByRole("region", { name: "Set-up" });
    await userEvent.click(bar.getByRole("button", { name: "Train" }));
    screen.getByRole("region", { name: "Training" });
    expect(screen.queryByRole("region", { name: "Set-up" })).toBeNull();
    screen.getByText("It says: Italian (90%)");
    act(() => student.present(false));
    screen.getByRole("region", { name: "Set-up" });
  });

  it("names the measure when a training ends, and has a way back to the shipped network", async () => {
    await openClassifier();
    screen.getByText("Update 50. Held-out names in the right class: 50.0%.");
    tell({ type: "opened", info: { ...INFO, config: GENERATOR } });
    await screen.findByText("Update 50. Held-out letters it would have said: 50.0%.");
    await userEvent.click(screen.getByRole("button", { name: "Back to the trained network" }));
    expect(sent.findLast(({ type }) => type === "open")).toMatchObject({ isShipped: true });
    tell({ type: "opened", info: { ...INFO, isShipped: true } });
    await expect
      .poll(() => screen.queryByRole("button", { name: /^Back to the trained/ }))
      .toBeNull();
  });

  it("asks the worker to read a typed name, to train, and to write with the other half", async () => {
    await openClassifier();
    const user = userEvent.setup();
    const box = await screen.findByDisplayValue("ro");
    await user.clear(box);
    await user.type(box, "novák{Enter}");
    expect(sent.at(-1)).toEqual({ type: "read", text: "novák" });
    act(() => tell({ type: "read", step: 50, reading: { ...READING, name: "novák" } }));
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
    await user.click(screen.getByRole("button", { name: "Train" }));
    expect(sent.at(-1)?.type).toBe("train");
    await user.click(screen.getByRole("tab", { name: "Writing alone" }));
    expect(sent.at(-1)).toMatchObject({ type: "open", config: { alone: "generator" } });
    await user.click(screen.getByRole("button", { name: "Back to the whole network" }));
    expect(sent.at(-1)?.type).toBe("pause");
    expect(screen.queryByRole("heading", { name: "Before sequence to sequence" })).toBeNull();
  });

  it("applies a learning rate while it trains, and opens another model for another size", async () => {
    await openClassifier();
    const user = userEvent.setup();
    for (const [name, value, type] of [
      ["Learning rate", "0.02", "adjust"],
      ["Hidden size", "32", "open"],
    ] as const) {
      const field = await screen.findByRole("spinbutton", { name: new RegExp(name) });
      await user.clear(field);
      await user.type(field, value);
      await user.tab();
      await expect.poll(() => sent.at(-1)?.type).toBe(type);
    }
  });

  it("takes the nearest number that its link can name", async () => {
    await openClassifier();
    const field = await screen.findByRole("spinbutton", { name: /Batch size/ });
    await userEvent.clear(field);
    await userEvent.type(field, "15");
    await userEvent.tab();
    expect(field).toHaveProperty("value", "16");
    expect(readWish(useAlone.getState().place ?? "").config.batchSize).toBe(16);
    expect(useAlone.getState().wish.config.batchSize).toBe(16);
  });

  it("says why a file was refused, why a run may be lost, and that own names are not here", async () => {
    await openClassifier();
    tell({ type: "refused", problem: { kind: "otherVocabulary", side: "source" } });
    expect((await screen.findByText(/was not opened/)).textContent).toContain("other names");
    tell({ type: "keeping", problem: "damaged" });
    await screen.findByText("The saved run could not be read, so it was deleted.");
    tell({ type: "opened", info: INFO, lacksOwn: true });
    await screen.findByText(/Your own names are not on this page/);
    expect(screen.queryByText(/was not opened/)).toBeNull();
  });
});
