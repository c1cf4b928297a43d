/** The presentation: its keys, its bar, and what the page folds away. */
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadActs, page } from "../../state/actions/acts";
import type { ViewState } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { makeTrace } from "../../vis/testing/traces";
import { selection, showTrace } from "../testing/showTrace";
import { Presenter } from "./Presenter";

const view = (): ViewState => useApp.getState().view;

async function show(): Promise<void> {
  await showTrace(
    <>
      <Presenter />
      <button type="button" aria-label="elsewhere" />
      <input aria-label="text" />
      <main id="stage" tabIndex={-1} />
    </>,
    makeTrace({ source: ["c", "a", "t", "s"] }),
  );
  act(() => page.select(1));
}

beforeAll(loadActs);
afterEach(cleanup);

describe("the presentation", () => {
  it("starts and ends with F8, and folds the panels away meanwhile", async () => {
    await show();
    expect(screen.queryByRole("banner", { name: "Presentation" })).toBeNull();
    await userEvent.keyboard("{F8}");
    expect(screen.getByRole("banner", { name: "Presentation" })).toBeTruthy();
    expect([view().isPresenting, view().panel]).toEqual([true, "none"]);
    await userEvent.keyboard("{F8}");
    expect([view().isPresenting, view().panel]).toEqual([false, "rail"]);
  });

  it("ends with its button, and the focus is on the stage", async () => {
    await show();
    act(() => page.present(true));
    await userEvent.click(screen.getByRole("button", { name: "End the presentation" }));
    expect(view().isPresenting).toBe(false);
    await waitFor(() => expect(document.activeElement?.id).toBe("stage"));
  });

  it("ends with Escape, which does nothing else outside of it", async () => {
    await show();
    await userEvent.keyboard("{Escape}");
    expect(view().isPresenting).toBe(false);
    act(() => page.present(true));
    await userEvent.keyboard("{Escape}");
    expect(view().isPresenting).toBe(false);
  });

  it("steps with a presenter's remote wherever the focus is, except where one types", async () => {
    await show();
    act(() => page.present(true));
    screen.getByRole("button", { name: "elsewhere" }).focus();
    await userEvent.keyboard("{PageDown}");
    expect(selection().step).toBe(2);
    await userEvent.keyboard("{PageUp}{PageUp}");
    expect(selection().step).toBe(0);
    screen.getByRole("textbox", { name: "text" }).focus();
    await userEvent.keyboard("{PageDown}");
    expect(selection().step).toBe(0);
  });

  it("opens a panel again when the presenter asks for it", async () => {
    await show();
    act(() => page.present(true));
    await userEvent.click(screen.getByRole("button", { name: "Inspect" }));
    expect(view().panel).toBe("inspect");
    await userEvent.click(screen.getByRole("button", { name: "Inspect" }));
    expect(view().panel).toBe("none");
  });
});
