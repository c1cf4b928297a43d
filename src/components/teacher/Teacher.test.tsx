/** The page for teachers: links, questions with and without answers, handouts. */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { en } from "../../i18n/en";
import { lateTexts } from "../../i18n/lateTexts";
import { LESSON_IDS } from "../../lessons/catalogue";
import { loadActs, page } from "../../state/actions/acts";
import { setLinkWriter } from "../../state/ports/linkPort";
import { useApp } from "../../state/store";
import { makeTrace } from "../../vis/testing/traces";
import { writeTrace } from "../../engine/files/traceCodec";
import { showTrace } from "../testing/showTrace";
import { Teacher } from "./Teacher";

beforeAll(loadActs);
beforeEach(() => setLinkWriter(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  history.replaceState(null, "", "/");
});

/** As on the page: it stands there only while it is open. */
function Place(): ReactNode {
  const isOpen = useApp(({ view }) => view.reading === "teacher");
  return <Suspense fallback={null}>{isOpen && <Teacher />}</Suspense>;
}

/** @param shipped the decode that the page ships for a scene; by default it ships none */
async function open(shipped: string | null = null): Promise<void> {
  const answer = shipped === null ? Response.error() : new Response(shipped);
  vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(answer.clone()));
  await showTrace(<Place />, makeTrace());
  await act(async () => {
    await Promise.all([lateTexts("teacher", "en"), lateTexts("reading", "en")]);
    page.lookUp("teacher");
  });
  await screen.findByRole("heading", { name: "A link for your class" });
}

const link = (): string => screen.getByRole("link").textContent;
const check = (name: string): Promise<void> =>
  userEvent.click(screen.getByRole("checkbox", { name }));

describe("the link for a class", () => {
  it("is short, and follows the teacher's choices", async () => {
    await open();
    expect(link()).toBe("http://localhost:3000/?lesson=readTheMap");
    await userEvent.selectOptions(
      screen.getByRole("combobox", { name: "The page opens" }),
      "bottleneck",
    );
    await check("Training and its curves");
    await check("The modes (Learn, Lab, Compare)");
    await check("locks the settings, with the seed");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Language" }), "ko");
    expect(link()).toBe(
      "http://localhost:3000/?lesson=bottleneck&hide=modes.timeline&lock=1&lang=ko",
    );
    await check("Training and its curves");
    expect(link()).toContain("hide=modes&");
  });

  it("takes the settings of the page into the lab", async () => {
    history.replaceState(null, "", "/?mode=lab&seed=7&read=teacher&lang=en");
    await open();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "The page opens" }), "lab");
    expect(link()).toBe("http://localhost:3000/?mode=lab&seed=7");
  });

  it("is copied, and says so until it changes", async () => {
    const user = userEvent.setup();
    await open();
    await user.click(screen.getByRole("button", { name: "Copy this link" }));
    expect(await screen.findByText("The link is copied.")).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(link());
    await user.click(screen.getByRole("checkbox", { name: "has larger type" }));
    expect(screen.queryByText("The link is copied.")).toBeNull();
  });

  it("has a QR code, which is printed alone with the link", async () => {
    await open();
    expect(screen.getByRole("img", { name: "QR code of this link" })).toBeTruthy();
    const sheets: (string | null | undefined)[] = [];
    window.print = () => void sheets.push(document.querySelector("[data-sheet]")?.textContent);
    await userEvent.click(screen.getByRole("button", { name: "Print the QR code" }));
    expect(sheets).toEqual([link()]);
    expect(document.querySelector("[data-sheet]")).toBeNull();
  });
});

/** The entry of a lesson. */
const lesson = (name: string) =>
  within(screen.getByRole("region", { name: (text) => text.endsWith(`: ${name}`) }));

async function openQuestions(name: string): Promise<void> {
  const details = lesson(name).getByText("Questions").closest("details");
  act(() => {
    if (details) details.open = true;
    details?.dispatchEvent(new Event("toggle"));
  });
  await lesson(name).findByText("An open question:");
}

describe("the lessons", () => {
  it("are all there with their aims and times", async () => {
    await open();
    for (const id of LESSON_IDS) {
      const { name, aim } = en.lessons.catalogue[id];
      const entry = lesson(name);
      expect(entry.getByText(aim)).toBeTruthy();
      expect(entry.getByText(/about \d+ minutes/)).toBeTruthy();
    }
  });

  it("show questions alone, and answers behind a switch; without a model both have blanks", async () => {
    await open();
    await openQuestions("Read the map");
    expect(lesson("Read the map").getByText(/Find ‘____’ along the top/)).toBeTruthy();
    expect(lesson("Read the map").queryByText("Answer:")).toBeNull();
    await check("Answers");
    expect(lesson("Read the map").getAllByText("Answer:")).toHaveLength(5);
    expect(
      lesson("Read the map").getByText(/Row ____ looks most at ‘____’: weight ____/),
    ).toBeTruthy();
  });

  it("have the words and numbers of the shipped model where the page has its decode", async () => {
    await open(writeTrace(makeTrace({ source: ["the", "cat", "eats", "apples"] })));
    await openQuestions("Read the map");
    await check("Answers");
    await waitFor(() =>
      expect(
        lesson("Read the map").getByText(/Row \d looks most at ‘\w+’: weight 0\.\d\d/),
      ).toBeTruthy(),
    );
  });

  it("open in the rail", async () => {
    await open();
    await userEvent.click(
      screen.getByRole("button", { name: "Open the lesson: Feeding the truth" }),
    );
    await waitFor(() => expect(useApp.getState().view.lesson?.id).toBe("feedingTheTruth"));
    expect(useApp.getState().view.reading).toBeNull();
  });
});

/** The texts of the map's cells. */
const cells = (): string[] =>
  within(screen.getByRole("table"))
    .getAllByRole("row")
    .slice(1)
    .flatMap((row) => within(row).getAllByRole("cell").slice(1))
    .map(({ textContent }) => textContent);

describe("a handout", () => {
  it("has the questions with lines to write on, or the answers, and prints", async () => {
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Handout: Read the map" }));
    const paper = within(screen.getByRole("article"));
    expect(document.activeElement).toBe(paper.getByRole("heading", { name: "Read the map" }));
    await waitFor(() => expect(paper.getAllByRole("listitem").length).toBeGreaterThanOrEqual(5));
    expect(paper.getByText("Name")).toBeTruthy();
    expect(paper.queryByText("Answer:")).toBeNull();
    await check("With answers");
    expect(paper.getAllByText("Answer:")).toHaveLength(5);
    expect(paper.queryByText("Name")).toBeNull();
    const print = vi.fn<() => void>();
    window.print = print;
    await userEvent.click(screen.getByRole("button", { name: "Print" }));
    expect(print).toHaveBeenCalledOnce();
  });

  it("leads back to its button", async () => {
    await open();
    await userEvent.click(screen.getByRole("button", { name: /^Handout: One vector/ }));
    await userEvent.click(screen.getByRole("button", { name: "Back to the lessons" }));
    expect(document.activeElement).toBe(
      screen.getByRole("button", { name: /^Handout: One vector/ }),
    );
  });

  it("has the map of the scene, empty without the answers", async () => {
    await open(writeTrace(makeTrace({ source: ["the", "cat", "eats", "apples"] })));
    await userEvent.click(screen.getByRole("button", { name: "Handout: Read the map" }));
    await screen.findByRole("table");
    expect(cells().join("")).toBe("");
    await check("With answers");
    expect(cells().join("")).toMatch(/\.\d\d/);
  });
});
