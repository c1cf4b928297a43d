/** The file of a lesson fails to load, and the student tries again. */
import { cleanup, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { lateTexts } from "../../i18n/lateTexts";
import type * as Texts from "../../i18n/lessonTexts";
import { makeTrace } from "../../vis/testing/traces";
import { showTrace } from "../testing/showTrace";
import { Handout } from "./Handout";

const network = vi.hoisted(() => ({ failures: 0 }));

vi.mock("../../i18n/lessonTexts", async (importOriginal) => {
  const real = await importOriginal<typeof Texts>();
  const loadLessonTexts: typeof real.loadLessonTexts = (...args) =>
    network.failures-- > 0 ? Promise.reject(new Error("offline")) : real.loadLessonTexts(...args);
  return { ...real, loadLessonTexts };
});

afterEach(cleanup);

test("the focus stays on the page when the button to try again goes", async () => {
  network.failures = 2;
  vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(Response.error()));
  await showTrace(<p />, makeTrace()); // starts the languages
  await Promise.all([lateTexts("teacher", "en"), lateTexts("reading", "en")]);
  await showTrace(<Handout id="readTheMap" onClose={() => undefined} />, makeTrace());
  for (let tries = 0; tries < 2; tries++) {
    await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
    expect(document.activeElement).not.toBe(document.body);
  }
  await screen.findAllByRole("listitem"); // the questions
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  expect(document.activeElement).not.toBe(document.body);
});
