/** What stands in place of a page or of a part that does not load. */
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { LATE_TEXTS } from "../../i18n/lateTexts";
import { student } from "../../state/actions/acts";
import { setView, useApp } from "../../state/store";
import { makeTrace } from "../../vis/testing/traces";
import { AloneHost } from "../alone/AloneHost";
import { Centre } from "../centre/Centre";
import { Inspector } from "../inspector/Inspector";
import { showTrace } from "../testing/showTrace";

const OFFLINE = new TypeError("Failed to fetch dynamically imported module");

vi.mock("../derivation/Derivation", () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const PAGES = [
  { texts: "reading", Host: Centre, open: (by: typeof student) => by.lookUp("glossary") },
  { texts: "alone", Host: AloneHost, open: (by: typeof student) => by.openAlone("classifier") },
] as const;

test.each(PAGES)("the sentence takes the focus: $texts", async ({ texts, Host, open }) => {
  vi.spyOn(console, "error").mockImplementation(() => undefined); // React reports the caught error
  vi.spyOn(LATE_TEXTS.en, texts).mockRejectedValue(OFFLINE);
  await showTrace(<Host />, makeTrace());
  useApp.setState({ acts: [] });
  await act(async () => open(student));
  const sentence = await screen.findByText(/part of the page could not be loaded/);
  expect(sentence.closest("[role=alert]")?.contains(document.activeElement)).toBe(true);
});

test("a part of the inspector leaves the tabs and the next token in place", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await showTrace(<Inspector />, makeTrace());
  await act(async () => setView({ inspector: "numbers", derivation: "score" }));
  await screen.findByText(/part of the page could not be loaded/);
  expect(screen.getByRole("tab", { name: "Equation" })).toBeTruthy();
  expect(screen.getByRole("region", { name: "Next token" })).toBeTruthy();
});
