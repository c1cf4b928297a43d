/** The preview: what the worker says of a file, and what each control asks it to read anew. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Reading } from "../../engine/corpus/reading";
import type { CorpusReport } from "../../engine/corpus/report";
import { useApp } from "../../state/store";
import { READING, readyWith, USABLE_REPORT } from "../../state/testing/events";
import { answer, asked, lane, receive } from "../../state/testing/openedPage";
import { showPage, type Page } from "../testing/page";
import { PairsDialogHost } from "./PairsDialogHost";
import { student } from "../../state/actions/acts";

async function openDialog(language: "en" | "ko" = "en"): Promise<Page> {
  const page = await showPage(<PairsDialogHost />, { language });
  act(() => answer(readyWith()));
  await act(async () => student.openPairs(true)); // it waits for its texts
  await screen.findByRole("dialog");
  return page;
}

const file = (name: string) => new File(["a\tb"], name);

/** Drops files on the page, and the worker reports on them. */
async function drop(page: Page, reading: Partial<Reading>, files = [file("a.txt")]): Promise<void> {
  const before = page.commands.length;
  fireEvent.drop(document.body, { dataTransfer: { files, types: ["Files"] } });
  await waitFor(() => expect(page.commands.length).toBeGreaterThan(before));
  report({ ...USABLE_REPORT, reading: { ...READING, ...reading } });
}

function report(next: CorpusReport): void {
  const requestId = asked("inspectPairs");
  act(() => answer({ type: "pairsInspected", requestId, report: next }));
}

/** The options of the newest request after a change. */
async function optionsAfter({ commands }: Page, change: () => Promise<void>) {
  const before = commands.length;
  await change();
  await waitFor(() => expect(commands.length).toBeGreaterThan(before));
  const command = commands.at(-1);
  if (command?.type !== "inspectPairs") throw new Error("expected an inspection");
  return command.options;
}

const select = (name: string, option: string) => () =>
  userEvent.selectOptions(screen.getByRole("combobox", { name }), option);

const TATOEBA: Partial<Reading> = {
  columns: [
    { name: null, kind: "number", samples: ["1", "2", "3"] },
    { name: null, kind: "text", samples: ["Go.", "Hi."] },
    { name: null, kind: "text", samples: ["Va !", "Salut !"] },
    { name: null, kind: "constant", samples: ["CC-BY 2.0"] },
  ],
  taken: { source: 1, target: 2 },
};

describe("files dropped on the page", () => {
  it("open the dialog, one or two at once", async () => {
    const page = await showPage(<PairsDialogHost />);
    act(() => answer(readyWith()));
    const files = [file("a.ko"), file("a.en")];
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files, types: ["Files"] } });
    act(() => void document.body.dispatchEvent(event));
    expect(event.defaultPrevented).toBe(true); // the browser would leave the page
    await screen.findByRole("dialog");
    await waitFor(() => expect(page.commands.at(-1)).toMatchObject({ input: { files } }));
    expect(screen.getByText("a.ko, 0 kB")).toBeTruthy();
    expect(screen.getByText("a.en, 0 kB")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Remove" }));
    expect(screen.queryByText("a.ko, 0 kB")).toBeNull();
  });

  it("leave a dragged text to the browser", async () => {
    await showPage(<PairsDialogHost />);
    const event = new Event("dragover", { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files: [], types: ["text/plain"] } });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});

describe("pasted into the dialog", () => {
  it.each([
    ["copied files", { files: [file("a.csv")] }, { files: [{ name: "a.csv" }] }],
    ["cells", { files: [], getData: () => "a\tb" }, { text: "a\tb" }],
  ])("outside a field, %s become the input", async (_, clipboardData, input) => {
    const page = await openDialog();
    fireEvent.paste(screen.getByRole("dialog"), { clipboardData });
    await waitFor(() => expect(page.commands.at(-1)).toMatchObject({ input }));
  });
});

describe("the columns", () => {
  it("are shown with their cells, their kind and their use, in both languages", async () => {
    await drop(await openDialog(), TATOEBA);
    const table = within(screen.getByRole("table", { name: "Columns" }));
    const heads = table.getAllByRole("columnheader");
    expect(
      heads.map((head) => within(head).getByRole<HTMLSelectElement>("combobox").value),
    ).toEqual(["ignored", "source", "target", "ignored"]);
    expect(heads[3]?.textContent).toMatch(/^Column 4.*always alike$/);
    expect(table.getByText("Salut !")).toBeTruthy();
    await drop(await openDialog("ko"), TATOEBA);
    expect(screen.getByRole("combobox", { name: "4열의 쓰임" })).toBeTruthy();
  });

  it("are chosen by their heads; the side that loses its column gets the other one's", async () => {
    const page = await openDialog();
    await drop(page, TATOEBA);
    const other = await optionsAfter(page, select("Use of Column 4", "Source"));
    expect(other.columns).toEqual({ source: 3, target: 2 });
    const swapped = await optionsAfter(page, select("Use of Column 3", "Source"));
    expect(swapped.columns).toEqual({ source: 2, target: 1 });
  });

  it("are exchanged with one button, with their units and limits", async () => {
    const page = await openDialog();
    await drop(page, { ...TATOEBA, units: { source: "words", target: "jamo" } });
    await optionsAfter(page, select("Tokens of the target", "characters"));
    report({ ...USABLE_REPORT, reading: { ...READING, ...TATOEBA } });
    const name = "Exchange source and target";
    const options = await optionsAfter(page, () =>
      userEvent.click(screen.getByRole("button", { name })),
    );
    expect(options).toMatchObject({
      columns: { source: 2, target: 1 },
      units: { source: "characters", target: "words" },
    });
  });

  it("can have names in the first row, which the student decides", async () => {
    const page = await openDialog();
    const columns = ["Q", "A"].map((name) => ({ name, kind: "text", samples: ["x"] }) as const);
    await drop(page, { header: ["Q", "A"], columns });
    expect(screen.getByRole("combobox", { name: "Use of Q" })).toBeTruthy();
    const box = screen.getByRole("checkbox", { name: "The first row names the columns" });
    expect(box).toHaveProperty("checked", true);
    expect((await optionsAfter(page, () => userEvent.click(box))).header).toBe(false);
  });
});

describe("how a file is read", () => {
  const cp949: Partial<Reading> = {
    encoding: {
      encoding: "euc-kr",
      why: "content",
      others: [{ encoding: "windows-1252", sample: "¾È³ç" }],
    },
  };

  it("says the encoding and why, and shows the other ones by what they would read", async () => {
    const page = await openDialog();
    await drop(page, cp949);
    const encoding = screen.getByRole("combobox", { name: "Encoding" });
    expect(encoding).toHaveProperty("value", "auto");
    expect(within(encoding).getByText("Automatic: CP949 (Korean, EUC-KR)")).toBeTruthy();
    expect(screen.getByText(/does not say its encoding/)).toBeTruthy();
    expect(screen.getByText("¾È³ç")).toBeTruthy();
    const name = "Read it as Windows-1252 (Western European)";
    const options = await optionsAfter(page, () =>
      userEvent.click(screen.getByRole("button", { name })),
    );
    expect(options.encoding).toBe("windows-1252");
  });

  it("offers the delimiters, and the members of an archive", async () => {
    const page = await openDialog();
    const members = ["a.txt", "b.txt"].map((name) => ({ name, bytes: 9 }));
    await drop(page, { container: "zip", member: "a.txt", members, delimiter: "," });
    expect((await optionsAfter(page, select("Between columns", "semicolon ;"))).delimiter).toBe(
      ";",
    );
    expect((await optionsAfter(page, select("File in the archive", "b.txt"))).member).toBe("b.txt");
    expect(screen.getByText(/^unpacked from \.zip · a\.txt/)).toBeTruthy();
  });

  it("starts anew for another file, and keeps what is no matter of the file", async () => {
    const page = await openDialog();
    await drop(page, cp949);
    await optionsAfter(page, select("Encoding", "UTF-8"));
    const simplify = screen.getByRole("checkbox", { name: /^Lower case/ });
    await optionsAfter(page, () => userEvent.click(simplify));
    await drop(page, {}, [file("b.txt")]);
    expect(page.commands.at(-1)).toMatchObject({ options: { encoding: "auto", simplify: false } });
  });

  it("names why a unit is proposed, and what folding changes", async () => {
    const page = await openDialog();
    await drop(page, {
      units: { source: "characters", target: "words" },
      notes: { source: { kind: "noSpaces", unit: "characters" }, target: null },
      folds: [{ from: "Ａ", to: "A", count: 3 }],
    });
    expect(screen.getByText("This script has no spaces between words.")).toBeTruthy();
    expect(screen.getByText("It would change: Ａ → A (3×).")).toBeTruthy();
    const fold = screen.getByRole("checkbox", { name: /^Plain forms/ });
    expect((await optionsAfter(page, () => userEvent.click(fold))).fold).toBe(true);
  });

  it("offers characters and jamo where most words are seen once", async () => {
    const page = await openDialog();
    if (USABLE_REPORT.status !== "usable") return;
    const token = { text: "나비", isKnown: true };
    const preview = [{ source: [token], target: [token] }];
    await drop(page, {});
    expect(screen.queryByRole("button", { name: "Read jamo instead of words" })).toBeNull();
    await drop(page, {}, [file("b.txt")]);
    await optionsAfter(page, select("Tokens of the source", "words"));
    report({ ...USABLE_REPORT, summary: { ...USABLE_REPORT.summary, preview } });
    const jamo = screen.getByRole("button", { name: "Read jamo instead of words" });
    expect((await optionsAfter(page, () => userEvent.click(jamo))).units).toEqual({
      source: "jamo",
      target: "jamo",
    });
  });
});

describe("which pairs stay", () => {
  /** 40 pairs of 1 + 1 token, 20 of 3 + 2. */
  const lengths = { pairs: 60, joint: [[0], [0, 40], [0], [0, 0, 20]] };

  it("is counted while the slider moves, and read anew when it stops", async () => {
    const page = await openDialog();
    await drop(page, { lengths });
    expect(screen.getByText("Keeps 60 of 60 pairs.")).toBeTruthy();
    const slider = screen.getByRole("slider", { name: "Longest source" });
    fireEvent.input(slider, { target: { value: "2" } });
    expect(screen.getByText("Keeps 40 of 60 pairs.")).toBeTruthy();
    const options = await optionsAfter(page, async () => {
      fireEvent(slider, new Event("change", { bubbles: true }));
    });
    expect(options).toMatchObject({ maxSource: 2, maxTarget: "auto" });
  });

  it("can follow the filter of the PyTorch tutorial", async () => {
    const page = await openDialog();
    await drop(page, { lengths });
    const box = screen.getByRole("checkbox", { name: /begin like “i am”/ });
    expect((await optionsAfter(page, () => userEvent.click(box))).prefixes).toBe(true);
  });

  it("names the first rows left out by their lines", async () => {
    const refused = [{ row: 7, line: 9, reason: "brokenQuotes", quote: 'he said "' }] as const;
    await drop(await openDialog(), { refused });
    const rows = within(screen.getByRole("region", { name: "The first 1 rows left out" }));
    expect(rows.getByRole("row", { name: '9 open quotation mark he said "' })).toBeTruthy();
  });
});

describe("reading", () => {
  it("shows its progress, and stops when the student cancels; the model and its pairs stay", async () => {
    const page = await openDialog();
    const before = lane().config;
    fireEvent.drop(document.body, { dataTransfer: { files: [file("a.txt")], types: ["Files"] } });
    await waitFor(() => expect(page.commands.at(-1)?.type).toBe("inspectPairs"));
    act(() => receive({ type: "pairsProgress", inspection: 1, done: 1, total: 4 }));
    const bar = screen.getByRole("progressbar", { name: "Reading… 25%" });
    expect(bar).toHaveProperty("value", 0.25);
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(page.commands.at(-1)).toEqual({ type: "cancelInspection", inspection: 1 });
    expect(screen.getByText("Reading was cancelled.")).toBeTruthy();
    expect(lane().config).toBe(before);
    expect(useApp.getState().pairs.used).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Read again" }));
    await waitFor(() =>
      expect(page.commands.at(-1)).toMatchObject({ type: "inspectPairs", inspection: 2 }),
    );
  });
});

describe("the pairs as a file", () => {
  it("are asked from the worker and given to the browser under their own name", async () => {
    const page = await openDialog();
    await drop(page, {}, [file("kor:eng.csv")]);
    const links: HTMLAnchorElement[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      links.push(this);
    });
    await userEvent.click(
      screen.getByRole("button", { name: "Save these pairs as a file (.tsv)" }),
    );
    expect(page.commands.at(-1)).toEqual({ type: "exportPairs", inspection: 1 });
    const requestId = asked("exportPairs");
    act(() => answer({ type: "pairsExported", requestId, inspection: 1, text: "a\tb\n" }));
    expect(links.map(({ download }) => download)).toEqual(["kor eng.tsv"]);
    expect(useApp.getState().pairs.exported).toBeNull();
    vi.restoreAllMocks();
  });
});
