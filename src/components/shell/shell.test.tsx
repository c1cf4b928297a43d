import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LANE } from "../../state/slices/lane";
import { laneOf, useApp } from "../../state/store";
import { noteRefused } from "../../state/slices/rejectedUrlSettings";
import { progressOf, readyWith } from "../../state/testing/events";
import type { Failure } from "../../workers/protocol";
import { showPage } from "../testing/page";
import { freeClock, stopClock } from "../testing/stillClock";
import { ErrorBoundary } from "./ErrorBoundary";
import { Header } from "./Header";
import { LinkNotice } from "./LinkNotice";
import { Notice } from "./Notice";
import { Status } from "./Status";
import { LANGUAGES } from "../../languages";
import { useDocument } from "./useDocument";
import { dismissFailure } from "../../state/actions/training";
import { receive } from "../../state/testing/openedPage";

function fail(failure: Failure): void {
  act(() => receive({ type: "failed", failure }));
}

function Frame() {
  useDocument();
  return <Header />;
}

describe("header", () => {
  it("goes back to its language, and says so, where the texts of another do not load", async () => {
    const load = vi.spyOn(LANGUAGES.ko, "load").mockRejectedValueOnce(new TypeError("no network"));
    await showPage(
      <>
        <Frame />
        <Notice />
      </>,
    );
    const list = screen.getByRole<HTMLSelectElement>("combobox", { name: "Language" });
    await userEvent.selectOptions(list, "한국어");
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("nothing has changed")); // prettier-ignore
    expect(list.value).toBe("en");
    expect(load).toHaveBeenCalledTimes(1);
    load.mockRestore();
  });

  it("switches the language of the whole document", async () => {
    await showPage(<Frame />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Seq2Seq·Lab");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Language" }), "한국어");
    await waitFor(() => expect(document.documentElement.lang).toBe("ko"));
    expect(document.documentElement.dataset["lines"]).toBe("open");
    expect(screen.getByRole("combobox", { name: "언어" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "테마" })).toBeTruthy();
  });

  it("switches the theme, and shows which theme is on", async () => {
    await showPage(<Frame />);
    const theme = screen.getByRole("button", { name: "Theme" });
    expect(theme.getAttribute("aria-pressed")).toBe("false");
    await userEvent.click(theme);
    expect(theme.getAttribute("aria-pressed")).toBe("true");
    expect(theme.title).toBe("Dark theme is on");
    expect(document.documentElement.dataset["theme"]).toBe("dark");
  });
});

describe("notice", () => {
  it("offers a restart when the worker is gone", async () => {
    const { restarts, commands } = await showPage(<Notice />);
    const failure: Failure = { kind: "backendLost", name: "webgl" };
    fail(failure);
    expect(screen.getByRole("alert").textContent).toContain("The graphics card stopped answering");
    await userEvent.click(screen.getByRole("button", { name: "Restart the engine" }));
    expect(restarts).toEqual([failure]);
    expect(commands.map(({ type }) => type)).toEqual(["configure"]);
    expect(commands[0]).toMatchObject({ show: { example: { kind: "heldOut", index: 0 } } });
    expect(screen.getByRole("alert").textContent).toBe("");
  });

  it("says that a thread failed, where a thread failed", async () => {
    await showPage(<Notice />);
    fail({ kind: "backendLost", name: "threads" });
    expect(screen.getByRole("alert").textContent).toContain("One of the threads stopped answering");
  });

  it("offers a restart while the engine is silent, and goes when it answers", async () => {
    await showPage(<Notice />);
    act(() => receive(readyWith()));
    fail({ kind: "silent" });
    expect(screen.getByRole("button", { name: "Restart the engine" })).toBeDefined();
    expect(laneOf(LANE).run.status).toBe("idle");
    act(() => receive({ type: "answering" }));
    expect(screen.getByRole("alert").textContent).toBe("");
  });

  it("leads from missing pairs to the dialog", async () => {
    await showPage(<Notice />);
    act(() => receive(readyWith()));
    fail({ kind: "pairsMissing" });
    await userEvent.click(screen.getByRole("button", { name: "Use your own pairs" }));
    expect(useApp.getState().pairs.open).toBe(true);
  });

  it("about a missing model can be dismissed", async () => {
    await showPage(
      <>
        <Notice />
        <div id="stage" tabIndex={-1} />
      </>,
      { language: "ko" },
    );
    fail({ kind: "bakedMissing", task: "reverse", detail: "404" });
    expect(screen.queryByRole("button", { name: "계산 엔진 다시 시작" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "닫기" }));
    expect(document.activeElement?.id).toBe("stage"); // the button is gone
    expect(screen.getByRole("alert").textContent).toBe("");
    act(dismissFailure);
  });

  it.each<Failure>([
    { kind: "noBackend", detail: "x" },
    { kind: "engineMissing", detail: "x" },
    { kind: "outOfMemory", detail: "x" },
    { kind: "crash", detail: "x" },
  ])("shows the technical detail of $kind on demand", async (failure) => {
    await showPage(<Notice />);
    fail(failure);
    const detail = within(screen.getByRole("alert")).getByText("Technical detail");
    expect(detail.closest("details")?.textContent).toContain("x");
  });
});

describe("status line", () => {
  afterEach(freeClock);

  it("speaks at milestones and at intervals, not at every step", async () => {
    stopClock(); // first: the interval begins with the status line
    await showPage(<Status />);
    const status = screen.getByRole("status");
    act(() => receive(readyWith()));
    act(() => receive({ type: "started", runId: 1 }));
    expect(status.textContent).toBe("Training started.");
    act(() => receive(progressOf(1, 10)));
    expect(status.textContent).toBe("Training started.");
    act(() => {
      vi.advanceTimersByTime(8000);
    });
    expect(status.textContent).toBe("Update 10, loss 0.30.");
    act(() => receive({ type: "stopped", runId: 1, reason: "paused" }));
    expect(status.textContent).toBe("Paused at update 10. Loss 0.30.");
  });

  it("says what happened before it loaded", async () => {
    const { rerender } = await showPage(<p />);
    stopClock();
    act(() => receive(readyWith()));
    rerender(<Status />);
    expect(screen.getByRole("status").textContent).toMatch(/^The model is ready/);
  });

  it("repeats a sentence in a new element, so that a screen reader reads it again", async () => {
    await showPage(<Status />);
    stopClock();
    act(() => receive(readyWith()));
    act(() => receive(readyWith({ runId: 2 })));
    const first = screen.getByText("The model was reset. Its weights are random.");
    act(() => receive(readyWith({ runId: 3 })));
    expect(screen.getByText("The model was reset. Its weights are random.")).not.toBe(first);
  });
});

describe("error boundary", () => {
  it("keeps the rest of the page when a figure fails", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    let isBroken = true;
    function Figure() {
      if (isBroken) throw new Error("no such row");
      return <p>{"drawn"}</p>;
    }
    await showPage(
      <ErrorBoundary>
        <Figure />
      </ErrorBoundary>,
    );
    expect(screen.getByRole("alert").textContent).toContain("could not be drawn");
    isBroken = false;
    await userEvent.click(screen.getByRole("button", { name: "Draw it again" }));
    expect(screen.getByText("drawn")).toBeTruthy();
    vi.restoreAllMocks();
  });
});

describe("notice about the link", () => {
  it("names the settings that the page could not apply, until the student dismisses it", async () => {
    act(() => noteRefused(["task=poetry", "hidden=1e9"]));
    await showPage(
      <>
        <LinkNotice />
        <div id="stage" tabIndex={-1} />
      </>,
    );
    expect(screen.getByText(/its own or the nearest/)).toBeTruthy();
    expect(screen.getByText(/poetry/).textContent).toBe("task=poetry  hidden=1e9");
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText(/its own or the nearest/)).toBeNull();
    expect(document.activeElement?.id).toBe("stage");
  });
});
