import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import { useApp } from "../../state/store";
import { takeLastPairs } from "../../state/actions/savedPairs";
import { start } from "../../state/actions/startup";
import { readyWith, USABLE_REPORT } from "../../state/testing/events";
import { answer, asked, lane } from "../../state/testing/openedPage";
import * as storage from "../../storage/corpora";
import { showPage, type Page } from "../testing/page";
import { PairsButton } from "./PairsButton";
import { PairsDialogHost } from "./PairsDialogHost";

const PAGE = (
  <>
    <PairsButton />
    <PairsDialogHost />
  </>
);

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const TITLE = { en: "Use your own pairs", ko: "내 문장 쌍 쓰기" };

async function openDialog(language: "en" | "ko" = "en"): Promise<Page> {
  const page = await showPage(PAGE, { language });
  act(() => answer(readyWith()));
  await act(async () => userEvent.click(screen.getByRole("button", { name: TITLE[language] }))); // it waits for its texts
  await screen.findByRole("dialog", { name: TITLE[language] });
  await waitFor(() => {
    const { entries, problem } = useApp.getState().pairs.kept;
    expect(entries !== null || problem !== null).toBe(true);
  });
  return page;
}

/** Keeps pairs as an earlier visit would. */
async function keep(name: string, input: string, now = 0): Promise<void> {
  await storage.keepCorpus({ name, input: { text: input }, options: DEFAULT_CORPUS_OPTIONS }, now);
}

async function keptNames(): Promise<string[]> {
  const list = await storage.listCorpora();
  return list.kind === "stored" ? list.value.map(({ name }) => name) : [];
}

const list = () => within(screen.getByRole("region", { name: "Saved on this device" }));
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

async function paste({ commands }: Page, text: string): Promise<void> {
  fireEvent.change(screen.getByRole("textbox", { name: "Pairs" }), { target: { value: text } });
  await waitFor(() => expect(commands.at(-1)?.type).toBe("inspectPairs"));
  const requestId = asked("inspectPairs");
  act(() => answer({ type: "pairsInspected", requestId, report: USABLE_REPORT }));
}

async function pasteAndUse(page: Page, text: string): Promise<void> {
  await paste(page, text);
  await pressUse();
}

async function pressUse(): Promise<void> {
  await press("Use these pairs");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
}

describe("pairs in use", () => {
  it("are kept under their first words, and the page says so", async () => {
    const page = await openDialog();
    expect(screen.queryByRole("region", { name: "Saved on this device" })).toBeNull();
    await pasteAndUse(page, "i see\tje vois");
    await screen.findByText("Pairs in use: “i see – je vois”. Saved on this device.");
    expect(await keptNames()).toEqual(["i see – je vois"]);
  });

  it("are not kept if the student declines", async () => {
    await paste(await openDialog(), "i see\tje vois");
    await userEvent.click(
      screen.getByRole("checkbox", { name: "Save these pairs on this device" }),
    );
    await pressUse();
    expect(screen.getByText(/“i see – je vois”. Not saved on this device/)).toBeTruthy();
    expect(await keptNames()).toEqual([]);
  });

  it.each<[storage.StorageProblem, RegExp]>([
    ["full", /no room left.*until you close the page/],
    ["tooMany", /20 sets of pairs are already saved/],
    ["tooLarge", /too large to save/],
    ["failed", /Everything else still works/],
  ])("work although the device cannot keep them: %s", async (problem, sentence) => {
    const page = await openDialog();
    vi.spyOn(storage, "keepCorpus").mockResolvedValue({ kind: "problem", problem });
    await pasteAndUse(page, "i see\tje vois");
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(page.commands.some(({ type }) => type === "usePairs")).toBe(true);
    expect(lane().config.task).toBe("pairs");
  });
});

describe("a device that keeps nothing", () => {
  it.each([
    ["en", /This browser cannot save anything/, "Save these pairs on this device"],
    ["ko", /이 브라우저에는 저장할 수 없습니다/, "이 기기에 문장 쌍 저장"],
  ] as const)(
    "makes the dialog say so in %s and hide the option to keep",
    async (language, sentence, option) => {
      vi.stubGlobal("indexedDB", undefined);
      await openDialog(language);
      expect(screen.getByText(sentence)).toBeTruthy();
      expect(screen.queryByRole("checkbox", { name: option })).toBeNull();
    },
  );
});

describe("the list of kept pairs", () => {
  it("gives the size and date of each, the last used first, in both languages", async () => {
    await keep("Numbers", "one\tun", Date.UTC(2026, 0, 15, 12));
    await keep("인사", "안녕\thello".repeat(200), Date.UTC(2026, 4, 2, 12));
    await openDialog();
    const rows = list()
      .getAllByRole("listitem")
      .map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^인사2.4 kB · last used May 2, 2026/);
    expect(rows[1]).toMatch(/^Numbers0 kB · last used Jan 15, 2026/);
    await openDialog("ko");
    const korean = within(screen.getByRole("region", { name: "이 기기에 저장된 문장 쌍" }));
    expect(korean.getByRole("button", { name: "‘인사’ 선택" })).toBeTruthy();
    expect(korean.getByText(/2.4kB · 마지막 사용 2026. 5. 2./)).toBeTruthy();
  });

  it("restores the text, the options and the name with a click", async () => {
    const options = { ...DEFAULT_CORPUS_OPTIONS, swap: true };
    await storage.keepCorpus({ name: "Numbers", input: { text: "one\tun" }, options }, 0);
    const { commands } = await openDialog();
    await press("Choose “Numbers”");
    await waitFor(() =>
      expect(commands.at(-1)).toMatchObject({ input: { text: "one\tun" }, options }),
    );
    expect(screen.getByRole("textbox", { name: "Pairs" })).toHaveProperty("value", "one\tun");
    expect(screen.getByRole("button", { name: "Choose “Numbers”", current: true })).toBeTruthy();
    expect(useApp.getState().pairs.latest?.name).toBe("Numbers");
  });

  it("restores a file from its bytes", async () => {
    const input = new File(["one\tun"], "numbers.txt");
    await storage.keepCorpus(
      { name: "numbers.txt", input: { files: [input] }, options: DEFAULT_CORPUS_OPTIONS },
      0,
    );
    const { commands } = await openDialog();
    await press("Choose “numbers.txt”");
    await waitFor(() => expect(commands.at(-1)?.type).toBe("inspectPairs"));
    expect(commands.at(-1)).toMatchObject({ input: { files: [{ size: 6 }] } });
    expect(screen.getByText("numbers.txt, 0.01 kB")).toBeTruthy();
  });

  it("says so when another tab has deleted the chosen pairs", async () => {
    await keep("Numbers", "one\tun");
    await keep("Greetings", "hello\tbonjour");
    await openDialog();
    const entry = useApp.getState().pairs.kept.entries?.find(({ name }) => name === "Numbers");
    await storage.forgetCorpus(entry?.id ?? 0);
    await press("Choose “Numbers”");
    await list().findByText(/no longer saved on this device/);
    expect(list().queryByRole("button", { name: "Choose “Numbers”" })).toBeNull();
  });

  it("renames in place: Enter saves, Escape cancels and the dialog stays open", async () => {
    await keep("Numbers", "one\tun");
    await openDialog();
    await press("Rename “Numbers”");
    const box = screen.getByRole("textbox", { name: "New name for “Numbers”" });
    expect(document.activeElement).toBe(box);
    await userEvent.type(box, "xx{Escape}");
    expect(screen.getByRole("dialog")).toBeTruthy();
    const rename = screen.getByRole("button", { name: "Rename “Numbers”" });
    expect(document.activeElement).toBe(rename);
    await userEvent.click(rename);
    await userEvent.clear(screen.getByRole("textbox", { name: /New name/ }));
    await userEvent.type(
      screen.getByRole("textbox", { name: /New name/ }),
      " Count to ten {Enter}",
    );
    await list().findByRole("button", { name: "Choose “Count to ten”" });
    expect(await keptNames()).toEqual(["Count to ten"]);
  });

  it("keeps the old name if the new one has only spaces", async () => {
    await keep("Numbers", "one\tun");
    await openDialog();
    await press("Rename “Numbers”");
    await userEvent.clear(screen.getByRole("textbox", { name: /New name/ }));
    await userEvent.type(screen.getByRole("textbox", { name: /New name/ }), "  {Enter}");
    expect(await keptNames()).toEqual(["Numbers"]);
  });

  it("deletes after a question; Escape and Cancel keep the pairs", async () => {
    await keep("Numbers", "one\tun");
    await openDialog();
    for (const leave of ["{Escape}", "{Enter}"]) {
      await press("Delete “Numbers”");
      expect(screen.getByText("Delete “Numbers” from this device?")).toBeTruthy();
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Cancel" }));
      await userEvent.keyboard(leave);
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Delete “Numbers”" }));
    }
    expect(await keptNames()).toEqual(["Numbers"]);
    await press("Delete “Numbers”");
    await press("Delete");
    await list().findByText("Deleted.");
    expect(await keptNames()).toEqual([]);
    const region = screen.getByRole("region", { name: "Saved on this device" });
    expect(document.activeElement).toBe(region);
  });

  it("deletes all after a question", async () => {
    await keep("Numbers", "one\tun");
    await keep("Greetings", "hello\tbonjour");
    await openDialog();
    await press("Delete all sets");
    expect(screen.getByText("Delete all 2 sets of pairs from this device?")).toBeTruthy();
    await press("Delete all");
    await list().findByText("Deleted.");
    expect(await keptNames()).toEqual([]);
    expect(screen.queryByRole("button", { name: "Delete all sets" })).toBeNull();
  });

  it("shows names as text", async () => {
    await keep("<img src=x onerror=alert(1)>", "one\tun");
    await openDialog();
    expect(list().getByText("<img src=x onerror=alert(1)>")).toBeTruthy();
    expect(document.querySelector("img")).toBeNull();
  });
});

/** A page that has just opened with a link to own pairs. */
async function openLink(): Promise<Page> {
  const page = await showPage(PAGE, { config: { task: "pairs" }, isStarted: false });
  await act(takeLastPairs);
  act(() => start());
  return page;
}

describe("a link to own pairs", () => {
  it("opens the pairs that this device used last, and names them", async () => {
    await keep("Numbers", "one\tun", 1);
    await keep("Greetings", "hello\tbonjour", 2);
    const { commands } = await openLink();
    expect(commands.map(({ type }) => type)).toEqual(["inspectPairs", "usePairs"]);
    expect(commands[0]).toMatchObject({ inspection: 1, input: { text: "hello\tbonjour" } });
    const example = { kind: "heldOut", index: 0 };
    expect(commands[1]).toMatchObject({ inspection: 1, show: { example } });
    expect(screen.getByText("Pairs in use: “Greetings”. Saved on this device.")).toBeTruthy();
  });

  it("shows another task where the device keeps none", async () => {
    const { commands } = await openLink();
    expect(commands.map(({ type }) => type)).toEqual(["configure"]);
    const example = { kind: "heldOut", index: 0 };
    expect(commands[0]).toMatchObject({ config: { task: "reverse" }, show: { example } });
    expect(lane()).toMatchObject({
      config: { task: "reverse" },
      run: { failure: { kind: "pairsMissing" } },
    });
    expect(screen.queryByText(/Pairs in use/)).toBeNull();
  });
});
