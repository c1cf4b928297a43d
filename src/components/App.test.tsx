import { act, cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { OPTIONAL_PLACES, type Place, PLACES, selectorOf } from "../places";
import { page } from "../state/actions/acts";
import { readyWith } from "../state/testing/events";
import { useApp } from "../state/store";
import { receive } from "../state/testing/openedPage";
import { makeTrace } from "../vis/testing/traces";
import { App } from "./App";
import { showPage } from "./testing/page";
import { showTrace } from "./testing/showTrace";

afterEach(cleanup);

/** The places that the document lacks. */
function missingOf(places: readonly Place[]): readonly Place[] {
  return places.filter((place) => document.querySelector(selectorOf(place)) === null);
}

describe("page", () => {
  it.each([
    ["en", ["Decoding", "Training", "Set-up"]],
    ["ko", ["디코딩", "학습", "설정"]],
  ] as const)(
    "has one heading, its landmarks and its parts in reading order in %s",
    async (language, parts) => {
      await showPage(<App />, { language });
      for (const name of parts) await screen.findByRole("heading", { level: 2, name }); // some parts load late
      expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
      expect(screen.getByRole("banner")).toBeTruthy();
      const regions = [...screen.getByRole("main").querySelectorAll("section")].map(
        (section) =>
          document.getElementById(section.getAttribute("aria-labelledby") ?? "")?.textContent,
      );
      expect(regions.filter((name) => parts.some((part) => part === name))).toEqual(parts);
      expect(document.documentElement.lang).toBe(language);
      expect(document.title).toBe("Seq2Seq Lab");
    },
  );

  it("names the rail's panel also where a link hides the modes", async () => {
    await showPage(<App />);
    act(() => useApp.setState(({ view }) => ({ view: { ...view, hidden: ["modes"] } })));
    expect(screen.queryByRole("tablist", { name: "Mode" })).toBeNull();
    expect(screen.getByRole("tabpanel", { name: "Lab" })).toBeTruthy();
  });

  it("has every place of the list, except those that depend on the model and the decode", async () => {
    await showTrace(<App />, makeTrace());
    await screen.findByRole("region", { name: "Inspector" });
    await screen.findByRole("region", { name: "Training" });
    await screen.findByRole("region", { name: "Edits" });
    expect(missingOf(Object.keys(PLACES) as Place[])).toEqual(OPTIONAL_PLACES);
  });

  it("has the other places for a model and a decode that need them", async () => {
    const trace = makeTrace({ layers: 2, decoding: "beam" });
    await showTrace(<App />, trace);
    act(() => receive(readyWith()));
    const found = new Set<Place>();
    const look = (): void =>
      OPTIONAL_PLACES.filter((place) => missingOf([place]).length === 0).forEach((place) =>
        found.add(place),
      );
    look(); // the layers
    act(() => page.setMode("learn"));
    await screen.findByRole("region", { name: "Lesson" });
    look();
    act(() => page.openRail("data"));
    await screen.findByRole("button", { name: "Use your own pairs" });
    look();
    act(() => page.openRail("training"));
    await screen.findByText("The numbers as a table");
    look();
    act(() => page.showCentre("results"));
    await screen.findByRole("button", { name: "Evaluate" });
    await screen.findByRole("region", { name: "Exposure bias" });
    look();
    act(() => page.showCentre("batch"));
    await screen.findByRole("tabpanel", { name: "Batch" });
    act(() => page.openSection("maps", true));
    await screen.findByRole("region", { name: "Attention over time" });
    look();
    act(() => page.showCentre("beam"));
    await screen.findByRole("figure", { name: "Beam search" });
    look();
    // The walk needs the worker's answer; `Slowly.test.tsx` has one.
    expect(OPTIONAL_PLACES.filter((place) => !found.has(place))).toEqual(["walk"]);
  });

  it("has a link that skips the header", async () => {
    await showPage(<App />);
    for (const name of ["Skip to the network", "Skip to training"]) {
      const target = screen.getByRole("link", { name }).getAttribute("href") ?? "#";
      expect(document.querySelector(target)?.getAttribute("tabindex")).toBe("-1");
    }
    act(() => page.showCentre("results"));
    expect(screen.queryByRole("link", { name: "Skip to the network" })).toBeNull();
  });

  it("opens the panel of a skip link's target that is not on show", async () => {
    await showPage(<App />);
    act(() => page.openPanel("none"));
    vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([] as unknown as DOMRectList);
    await userEvent.click(screen.getByRole("link", { name: "Skip to training" }));
    await waitFor(() => expect(useApp.getState().view.panel).toBe("train"));
    vi.restoreAllMocks();
  });
});
