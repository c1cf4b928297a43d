/** The size of the chosen model, tensor by tensor. */
import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { en } from "../../i18n/en";
import { readyWith } from "../../state/testing/events";
import { showSettings, unfold } from "../testing/settings";
import { configure } from "../../state/actions/settings";
import { receive } from "../../state/testing/openedPage";

describe("size of the model", () => {
  it("is the size in the set-up, before any worker has created the model", async () => {
    await showSettings();
    expect(screen.queryByText(/parameters$/)).toBeNull(); // the vocabulary is still unknown
    act(() => receive(readyWith({ runId: 1, parameters: 1 })));
    expect(screen.getByText("54,942 parameters")).toBeTruthy();
    act(() => configure({ hiddenSize: 8, attention: "none" }));
    // embeddings 2 * 30 * 16, cells 2 * 24 * (16 + 8 + 2), output 8 * 30 + 30
    expect(screen.getByText("2,478 parameters")).toBeTruthy();
  });

  it("waits for the vocabulary of another task", async () => {
    await showSettings();
    act(() => receive(readyWith({ runId: 1 })));
    act(() => configure({ task: "dates" }));
    expect(screen.queryByText(/parameters$/)).toBeNull();
    const config = { ...DEFAULT_CONFIG, task: "dates" } as const;
    act(() => receive(readyWith({ runId: 2, config, sourceTokens: 50, targetTokens: 15 })));
    expect(screen.getByText(/^5\d,\d{3} parameters$/)).toBeTruthy();
  });

  it("lists every tensor in two tables", async () => {
    await showSettings({ config: { direction: "bidirectional" } });
    const config = { ...DEFAULT_CONFIG, direction: "bidirectional" } as const;
    act(() => receive(readyWith({ runId: 1, config })));
    expect(screen.queryByRole("table")).toBeNull();
    unfold(en.setup.model.title);
    const activations = within(screen.getByRole("table", { name: "Activations" }));
    const states = activations.getByRole("rowheader", { name: /encoder states/ });
    expect(states.closest("tr")?.textContent).toContain("[B, S, 2H] [64, S, 128]");
    const parameters = within(screen.getByRole("table", { name: "Parameters" }));
    const weight = parameters.getByRole("rowheader", {
      name: "encoder.gru.weight_ih_l0_reverse",
    });
    expect(weight.closest("tr")?.textContent).toContain("[192, 16]3,072");
    for (const part of ["encoder", "attention", "decoder"])
      expect(parameters.getByRole("rowheader", { name: part })).toBeTruthy();
  });
});
