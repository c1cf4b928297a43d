/** The student looks a term or a point up, and the page shows the place. */
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { lateTexts } from "../../i18n/lateTexts";
import { page } from "../../state/actions/acts";
import type { ViewState } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { makeTrace } from "../../vis/testing/traces";
import { showTrace } from "../testing/showTrace";
import { Reading } from "./Reading";

afterEach(cleanup);

const view = (): ViewState => useApp.getState().view;

/** As in the centre of the page: it stands there only while something is looked up. */
function Place(): ReactNode {
  const isOpen = useApp(({ view: { reading } }) => reading !== null);
  return <Suspense fallback={null}>{isOpen && <Reading />}</Suspense>;
}

async function open(reading: "glossary" | "sources"): Promise<void> {
  await showTrace(
    <>
      <Place />
      <section data-place="inspector" aria-label="here" />
    </>,
    makeTrace(),
  );
  await act(async () => {
    await Promise.all([lateTexts("reading", "en"), lateTexts("pytorch", "en")]);
    page.lookUp(reading);
  });
  await screen.findByRole("heading", { name: "Look it up" });
}

describe("the glossary", () => {
  it("takes the focus, also where the pressed button has gone with a panel", async () => {
    (document.activeElement as HTMLElement | null)?.blur();
    await open("glossary");
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Look it up" }));
  });

  it("finds terms by a part of their name or sentence", async () => {
    await open("glossary");
    await userEvent.type(screen.getByRole("searchbox", { name: "Search a term" }), "softmax");
    const found = screen.getAllByRole("term").map(({ textContent }) => textContent);
    expect(found).toContain("softmax");
    expect(found).toContain("logit");
    expect(found).not.toContain("encoder");
  });

  it("gives the focus to the stage where the page does not show the place", async () => {
    await open("glossary");
    document.body.insertAdjacentHTML("beforeend", '<section id="stage" tabindex="-1"></section>');
    await userEvent.click(screen.getByRole("button", { name: "Show where: teacher forcing" }));
    await waitFor(() => expect(document.activeElement?.id).toBe("stage"));
    document.getElementById("stage")?.remove();
  });

  it("says that nothing is found", async () => {
    await open("glossary");
    await userEvent.type(screen.getByRole("searchbox", { name: "Search a term" }), "zzz");
    expect(screen.getByText("No term contains “zzz”.")).toBeTruthy();
  });

  it("closes and points at the place of a term", async () => {
    await open("glossary");
    await userEvent.click(screen.getByRole("button", { name: "Show where: softmax" }));
    expect([view().reading, view().operation, view().inspector]).toEqual([
      null,
      "softmax",
      "equation",
    ]);
    const place = screen.getByRole("region", { name: "here" });
    await waitFor(() => expect(document.activeElement).toBe(place));
    fireEvent.blur(place);
    expect(place.hasAttribute("data-pointed")).toBe(false);
  });
});

describe("the map of the sources", () => {
  it("shows only mistakes, each with the right statement", async () => {
    await open("sources");
    await userEvent.click(screen.getByRole("checkbox", { name: "Only mistakes" }));
    const items = screen.getAllByRole("listitem");
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) expect(within(item).getByText("Right:")).toBeTruthy();
  });

  it("opens the lesson of a point and its panel, and the rail takes the focus", async () => {
    await open("sources");
    document.body.insertAdjacentHTML("beforeend", '<section id="rail" tabindex="-1"></section>');
    const [first] = screen.getAllByRole("button", { name: "Lesson: Read the map" });
    if (first) await userEvent.click(first);
    await waitFor(() => expect([view().reading, view().lesson?.id]).toEqual([null, "readTheMap"]));
    expect(view().panel).toBe("rail");
    expect(document.activeElement?.id).toBe("rail");
    document.getElementById("rail")?.remove();
  });
});
