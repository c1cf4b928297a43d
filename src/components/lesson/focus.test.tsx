import { act, cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { openLaneB } from "../../state/actions/comparison";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { page } from "../../state/actions/acts";
import type { Show } from "../../engine/show";
import { setRun, setView, useApp } from "../../state/store";
import { App } from "../App";
import { en } from "../../i18n/en";
import { LESSON_FILES } from "../../lessons/files";
import { makeTrace } from "../../vis/testing/traces";
import { showTrace } from "../testing/showTrace";
import { Lesson } from "./Lesson";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Presses a button. @param description of those of one name: each lesson of the list has one */
const press = (name: RegExp, description?: string): Promise<void> =>
  userEvent.click(screen.getByRole("button", { name, ...(description && { description }) }));

test("the new heading takes the focus when the student opens the list or a lesson", async () => {
  await showTrace(<Lesson />, makeTrace());
  act(() => page.listLessons());
  await press(/^Start/, en.lessons.catalogue.readTheMap.name);
  const part = await screen.findByRole("heading", { name: "What goes in, what comes out" });
  await waitFor(() => expect(document.activeElement).toBe(part));
  await press(/^All lessons/);
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Lessons" }));
});

test("while a lesson waits for its scene, what stands in place of the question describes Show me", async () => {
  await showTrace(<Lesson />, makeTrace());
  act(() => page.listLessons());
  await press(/^Start/, en.lessons.catalogue.readTheMap.name);
  const button = await screen.findByRole("button", { name: "Show me" });
  expect(document.getElementById(button.getAttribute("aria-describedby") ?? "")).not.toBeNull();
});

/** As a scene opens a comparison, or closes it. */
function compare(isComparing: boolean): void {
  act(() => {
    openLaneB({ ...DEFAULT_CONFIG, attention: "none" }, "withWithout");
    useApp.setState(({ lesson }) => ({ lesson: { ...lesson, isComparing } }));
    setView({ mode: isComparing ? "compare" : "learn" });
  });
}

test("the focus stays in a lesson whose scene opens a comparison and closes it again", async () => {
  await showTrace(<App />, makeTrace());
  act(() => page.setMode("learn"));
  const button = (await screen.findAllByRole("button", { name: /^Start/ }))[0];
  act(() => button?.focus());
  compare(true);
  await screen.findByRole("figure", { name: /^B: / });
  expect(document.activeElement).toBe(button);
  compare(false);
  await screen.findByRole("figure", { name: "Unrolled encoder and decoder" });
  expect(document.activeElement).toBe(button);
});

test("what is said in place of a lesson that does not load takes the focus", async () => {
  vi.spyOn(LESSON_FILES, "bottleneck").mockRejectedValue(new TypeError("no network"));
  await showTrace(<Lesson />, makeTrace());
  act(() => page.listLessons());
  await press(/^Start/, en.lessons.catalogue.bottleneck.name);
  const said = await screen.findByRole("alert");
  expect(document.activeElement).toBe(said);
});

test("a question keeps its place and its focus until the page has what it asks about", async () => {
  const trace = makeTrace();
  await showTrace(<Lesson />, trace);
  await act(() => page.loadLesson("lookEverywhere"));
  act(() => setView({ mode: "learn", lesson: { id: "lookEverywhere", step: 0 } }));
  const box = await screen.findByRole("spinbutton");
  act(() => box.focus());
  const show: Show = { ...trace.show, example: { kind: "typed", text: "another" } };
  const command = { type: "show", show, runId: null } as const;
  act(() => {
    setView({ show });
    useApp.setState({ requests: [{ id: 1, lane: "a", command, config: DEFAULT_CONFIG }] });
  });
  expect(document.activeElement).toBe(box);
  act(() => {
    useApp.setState({ requests: [] });
    setRun("a", { trace: { ...trace, show } });
  });
  expect(document.activeElement).toBe(box);
});
