import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { page } from "../../state/actions/acts";
import { makeTrace } from "../../vis/testing/traces";
import { showTrace } from "../testing/showTrace";
import { Lesson } from "./Lesson";

afterEach(cleanup);

/** Presses the first button of this name: each lesson of the list has one. */
const press = async (name: RegExp): Promise<void> => {
  const [button] = screen.getAllByRole("button", { name });
  if (button) await userEvent.click(button);
};

test("the new heading takes the focus when the student opens the list or a lesson", async () => {
  await showTrace(<Lesson />, makeTrace());
  act(() => page.listLessons());
  await press(/^Start/);
  const part = await screen.findByRole("heading", { name: "What goes in, what comes out" });
  expect(document.activeElement).toBe(part);
  await press(/^All lessons/);
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Lessons" }));
});
