/** The dialog in which figures, tables and links leave the page. */
import { readFileSync } from "node:fs";
import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Trace } from "../../engine/results/trace";
import { syncUrl } from "../../state/effects/writtenLink";
import { useApp } from "../../state/store";
import { receive } from "../../state/testing/openedPage";
import { readyWith } from "../../state/testing/events";
import { readPalettes } from "../../vis/export/palette";
import { REPORT } from "../../vis/testing/figures";
import { makeTrace } from "../../vis/testing/traces";
import { student } from "../../state/actions/acts";
import { Header } from "../shell/Header";
import { showPage } from "../testing/page";
import { embedHtml } from "./embedHtml";
import { TakeAwayHost } from "./TakeAwayHost";

// The test runner leaves style sheets out, also those that a module reads as text.
vi.mock("./palettes", () => {
  const css = readFileSync("src/components/theme.css", "utf8");
  return { PALETTES: readPalettes(css) };
});

/** What the browser was asked to save, by name. */
let saved: Map<string, Promise<string>>;

beforeEach(() => {
  saved = new Map();
  let last: Blob | null = null;
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    last = blob as Blob;
    return "blob:saved";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function save(
    this: HTMLAnchorElement,
  ) {
    if (last) saved.set(this.download, last.text());
  });
});
afterEach(() => void vi.restoreAllMocks());

function show(trace: Trace, step: number): void {
  act(() => {
    receive(readyWith({ runId: 1, step }));
    receive({ type: "trace", runId: 1, requestId: useApp.getState().lastRequest, trace });
  });
}

const WORD = { source: ["c", "a", "t"] };

async function open(trace: Trace | null = makeTrace(WORD)): Promise<HTMLElement> {
  await showPage(
    <>
      <Header />
      <TakeAwayHost />
    </>,
  );
  if (trace) show(trace, 1000);
  await userEvent.click(await screen.findByRole("button", { name: "Take away" })); // it loads late
  return screen.findByRole("dialog", { name: "Take away" });
}

async function choose(name: string, group = "Figures"): Promise<void> {
  const groups = screen.getByRole("group", { name: group });
  await userEvent.click(within(groups).getByRole("radio", { name }));
}

const press = (name: string): Promise<void> =>
  userEvent.click(screen.getByRole("button", { name }));

/** The SVG of the preview. */
function preview(): string {
  const address = screen.getByRole("img", { name: /^Preview of the figure/ }).getAttribute("src");
  return decodeURIComponent((address ?? "").replace(/^[^,]*,/, ""));
}

describe("figures", () => {
  test("the network is shown, in both themes, and saved as it is shown", async () => {
    await open();
    screen.getByRole("region", { name: "The figure, scrollable" });
    const light = preview();
    expect(light).toContain(">Encoder reads<");
    expect(light).toContain("Source: cat. Answer: tac.");
    await userEvent.click(screen.getByRole("radio", { name: "Dark" }));
    expect(preview()).not.toBe(light);
    await press("Figure as SVG");
    const [name = ""] = saved.keys();
    expect(name).toMatch(/^seq2seq-lab-stage-reverse-1000\.svg$/);
    expect(await saved.get(name)).toBe(preview());
    screen.getByText(`Saved as ${name}.`);
  });

  test("the preview stands still while the model trains", async () => {
    await open();
    const before = preview();
    act(() => {
      const trace = makeTrace({ ...WORD, seed: 9 });
      receive({ type: "trace", runId: 1, requestId: useApp.getState().lastRequest, trace });
    });
    expect(preview()).toBe(before);
  });

  test("the map can show its weights", async () => {
    await open();
    await choose("Attention map");
    const plain = preview();
    await userEvent.click(screen.getByRole("checkbox", { name: "Weights in the cells" }));
    expect(preview().length).toBeGreaterThan(plain.length);
  });

  test("an image that cannot be copied is said to be so", async () => {
    await open();
    vi.spyOn(navigator.clipboard, "write").mockRejectedValue(new Error("denied"));
    await press("Copy image");
    expect(await screen.findByText(/does not let this page copy images/)).toBeTruthy();
  });

  test("what the page does not have is said, with what to do", async () => {
    await open(makeTrace({ ...WORD, attention: "none" }));
    await choose("Attention map");
    screen.getByText("This model has no attention.");
    await choose("Exact match by length");
    screen.getByText("Press Evaluate in the Results tab first.");
    await choose("Beam search");
    screen.getByText("Choose beam search under the picture first.");
    await choose("Maps over training");
    expect(screen.getByText("Open Maps in the timeline first.")).toBeTruthy();
  });
});

describe("tables", () => {
  test("weights leave as CSV with the trace's numbers", async () => {
    const trace = makeTrace(WORD);
    await open(trace);
    await choose("Attention weights", "Tables");
    await press("Weights as CSV");
    const [text] = await Promise.all(saved.values());
    const rows = parse(text ?? "", { bom: true, from_line: 2 });
    expect(rows.map((row) => row.slice(2).map((each) => Math.fround(Number(each))))).toEqual(
      trace.steps.map(({ attention }) => Array.from(attention?.weights ?? [])),
    );
  });

  test("the examples of an evaluation leave as CSV", async () => {
    await open();
    act(() => {
      receive({ type: "evaluating", runId: 1, stage: { kind: "done", report: REPORT } });
    });
    await choose("Examples", "Tables");
    await press("Examples as CSV");
    const [text] = await Promise.all(saved.values());
    expect(text).toContain("'=1+1 b");
  });

  test("the whole decode leaves as JSON", async () => {
    await open();
    await choose("Whole decode", "Tables");
    await press("Decode as JSON");
    const [text] = await Promise.all(saved.values());
    expect(JSON.parse(text ?? "")).toMatchObject({ format: "seq2seq-lab-trace", version: 1 });
  });
});

describe("links", () => {
  test("the link is copied up to date, whatever is chosen", async () => {
    await open();
    const stop = syncUrl();
    act(() => student.configure({ seed: 7 }));
    await press("Copy link");
    await screen.findByText("Link copied");
    expect(await navigator.clipboard.readText()).toContain("seed=7");
    stop();
  });

  test("a browser that forbids copying is told apart", async () => {
    await open();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
    await press("Copy link");
    const stop = syncUrl(); // what writes the link may load after the click
    expect(await screen.findByText(/The link is in the address bar/)).toBeTruthy();
    stop();
  });

  test("the HTML of a page with the stage names the theme, and no lesson", () => {
    const link = "https://lab.example/?mode=learn&lesson=readTheMap.1&task=dates&lang=ko";
    const html = embedHtml(link, "dark", 'a "title"');
    expect(html).toMatch(/^<iframe src="https:\/\/lab\.example\/\?mode=lab&amp;task=dates&amp;lang=ko&amp;theme=dark&amp;embed=1" title="a &quot;title&quot;" /); // prettier-ignore
  });
});

test("Escape closes the dialog and gives the focus back", async () => {
  await open();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(useApp.getState().view.takesAway).toBe(false);
  const opener = screen.getByRole("button", { name: "Take away" });
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test("the stage takes the focus of a closed dialog where what had it before is gone", async () => {
  await showPage(
    <>
      <div id="stage" tabIndex={-1} />
      <TakeAwayHost />
    </>,
  );
  const opener = document.createElement("button");
  document.body.append(opener);
  opener.focus();
  act(() => student.takeAway(true));
  await screen.findByRole("dialog", { name: "Take away" });
  opener.remove();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement?.id).toBe("stage"));
});
