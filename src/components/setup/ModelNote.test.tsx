/** What the set-up says of the model that a change has brought. */
import { act, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { en } from "../../i18n/en";
import { readyWith } from "../../state/testing/events";
import { showSettings } from "../testing/settings";
import { receive } from "../../state/testing/openedPage";

describe("the note on the model", () => {
  it("says whether a change brought a fresh model or a trained one", async () => {
    await showSettings();
    act(() => receive(readyWith({ runId: 1 })));
    expect(screen.getByText(en.setup.rule)).toBeTruthy();
    const config = { ...DEFAULT_CONFIG, attention: "none" } as const;
    act(() => receive(readyWith({ runId: 2, config, weights: "baked", canUndo: true })));
    expect(screen.getByText(en.setup.bakedDone)).toBeTruthy();
    act(() => receive(readyWith({ runId: 3, canUndo: true })));
    expect(screen.getByText(en.setup.freshDone)).toBeTruthy();
  });

  it("offers the way back after a change", async () => {
    const { commands } = await showSettings();
    act(() => receive(readyWith({ runId: 1 })));
    expect(screen.queryByRole("button", { name: en.setup.goBack })).toBeNull();
    const config = { ...DEFAULT_CONFIG, hiddenSize: 96 };
    act(() => receive(readyWith({ runId: 2, config, canUndo: true })));
    await userEvent.click(screen.getByRole("button", { name: en.setup.goBack }));
    expect(commands).toEqual([{ type: "undo" }]);
  });
});
