import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { proposedSettings } from "../../engine/corpus/proposal";
import { DEFAULT_CORPUS_OPTIONS, type CorpusReport, noneDropped } from "../../engine/corpus/report";
import type { CorpusProblem } from "../../engine/corpus/problem";
import { configure } from "../../state/actions/settings";
import { useApp } from "../../state/store";
import { readyWith, USABLE_REPORT } from "../../state/testing/events";
import { answer, asked, lane } from "../../state/testing/openedPage";
import { showPage, type Page } from "../testing/page";
import { Timeline } from "../timeline/Timeline";
import { PairsButton } from "./PairsButton";
import { PairsDialogHost } from "./PairsDialogHost";

const PAGE = (
  <>
    <PairsButton />
    <Timeline />
    <PairsDialogHost />
  </>
);

async function openDialog(language: "en" | "ko" = "en"): Promise<Page> {
  const page = await showPage(PAGE, { language });
  act(() => answer(readyWith()));
  const name = language === "en" ? "Use your own pairs" : "내 문장 쌍 쓰기";
  await act(async () => userEvent.click(screen.getByRole("button", { name }))); // it waits for its texts
  await screen.findByRole("dialog", { name }); // its code loads first
  return page;
}

function reportWith(report: CorpusReport): void {
  const requestId = asked("inspectPairs");
  act(() => answer({ type: "pairsInspected", requestId, report }));
}

function proposal(): HTMLElement {
  return screen.getByRole("region", { name: "Settings proposed for these pairs" });
}

/** The report on ten times as many pairs. */
function withMorePairs(report: CorpusReport): CorpusReport {
  if (report.status !== "usable") return report;
  return { ...report, summary: { ...report.summary, train: 10 * report.summary.train } };
}

/** The settings after the student accepts a proposal. */
function settingsProposedFor(report: CorpusReport): Partial<Config> {
  if (report.status !== "usable") return {};
  const { settings } = proposedSettings(report.summary);
  return Object.fromEntries(settings.map(({ name, value }) => [name, value]));
}

function use(): HTMLElement {
  return screen.getByRole("button", { name: "Use these pairs" });
}

async function paste({ commands }: Page, text: string): Promise<void> {
  const before = commands.length;
  fireEvent.change(screen.getByRole("textbox", { name: "Pairs" }), { target: { value: text } });
  await waitFor(() => expect(commands.length).toBeGreaterThan(before));
}

it("a ready set is given like a file, and read at once", async () => {
  await openDialog();
  await userEvent.click(screen.getByRole("button", { name: "Korean to English" }));
  expect(await screen.findByText(/Korean to English\.tsv/)).toBeTruthy();
  const given = await waitFor(() => {
    const input = useApp.getState().pairs.latest?.input;
    if (!input || !("files" in input)) throw new Error("not given yet");
    return input.files;
  });
  const lines = (await given[0]?.text())?.split("\n");
  expect(lines).toHaveLength(3_000);
  expect(lines?.[0]).toMatch(/^[\p{Script=Hangul} ?]+\t[A-Za-z' ?]+$/u);
});

describe("own pairs", () => {
  it.each([
    ["en", "Pairs", "Choose files", "Use these pairs"],
    ["ko", "문장 쌍", "파일 선택", "이 문장 쌍 사용"],
  ] as const)("names its parts in %s", async (language, text, file, button) => {
    await openDialog(language);
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByRole("textbox", { name: text })).toBeTruthy();
    expect(dialog.getByLabelText(file)).toHaveProperty("type", "file");
    expect(dialog.getByRole("button", { name: button }).getAttribute("aria-disabled")).toBe("true");
  });

  it("reads pasted text, previews it, and uses it after the click", async () => {
    const page = await openDialog();
    expect(screen.getByText("Give some pairs first.")).toBeTruthy();
    await paste(page, "i see\tje vois");
    expect(page.commands.at(-1)).toEqual({
      type: "inspectPairs",
      inspection: 1,
      input: { text: "i see\tje vois" },
      options: DEFAULT_CORPUS_OPTIONS,
    });
    expect(use().getAttribute("aria-disabled")).toBe("true");
    reportWith(USABLE_REPORT);
    const preview = within(screen.getByRole("region", { name: "Look at what was read" }));
    expect(preview.getByText("54 / 6")).toBeTruthy();
    expect(preview.getByText("Left out: 2")).toBeTruthy();
    expect(preview.getByText("vois")).toBeTruthy();
    expect(lane().config.task).toBe("reverse");
    await userEvent.click(use());
    expect(page.commands.map(({ type }) => type)).toEqual(["inspectPairs", "usePairs"]);
    expect(page.commands[1]).toMatchObject({ inspection: 1, show: INITIAL_SHOW });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Train" })),
    );
  });

  it.each([
    [
      "en",
      "The two sides",
      /fewer than 200, a network often learns the pairs by heart/,
      "vois, not in the vocabulary",
    ],
    ["ko", "원문과 정답", /200개보다 적으면/, "vois, 어휘에 없음"],
  ] as const)(
    "says in %s the properties of the pairs, which tokens are unknown, and that the pairs are few",
    async (language, table, few, unknown) => {
      const page = await openDialog(language);
      const box = screen.getByRole("textbox", { name: language === "en" ? "Pairs" : "문장 쌍" });
      fireEvent.change(box, { target: { value: "i see\tje vois" } });
      await waitFor(() => expect(page.commands.length).toBe(1));
      reportWith(USABLE_REPORT);
      const sides = within(screen.getByRole("table", { name: table }));
      const rows = sides.getAllByRole("row").slice(1);
      const cells = rows.map((row) =>
        within(row)
          .getAllByRole("cell")
          .map(({ textContent }) => textContent),
      );
      expect(cells.slice(0, 4)).toEqual([
        ["58", "50"],
        ["40", "20"],
        ["0", "7"],
        ["90.0%", "87.5%"],
      ]);
      expect(cells[4]?.[1]).toMatch(/2\D+6\D+3\D+5\D+4/);
      expect(screen.getByText(few)).toBeTruthy();
      expect(
        screen.getByText(/40 of 58 tokens occur only once in|58개 가운데 40개.*쓰임/),
      ).toBeTruthy();
      expect(screen.getByText(unknown)).toBeTruthy();
    },
  );

  it("proposes settings with reasons, and takes them unless the student keeps the present ones", async () => {
    const page = await openDialog();
    await paste(page, "i see\tje vois");
    reportWith(USABLE_REPORT);
    const list = within(proposal()).getByRole("list");
    const rows = within(list).getAllByRole("listitem");
    expect(rows.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Encoder directionnow One way, proposed Both ways.*up to 5 tokens/),
        expect.stringMatching(/^Dropoutnow 0, proposed 0\.4.*40 of 58 tokens/),
        expect.stringMatching(/^Batch sizenow 64, proposed 16.*only 54 training pairs/),
      ]),
    );
    expect(list.textContent).not.toContain("Hidden size"); // already has the proposed value
    expect(within(proposal()).getByRole("status").textContent).toMatch(/gets these settings/);
    expect(screen.getByText(/with the proposed settings/)).toBeTruthy();
    expect(lane().config.dropout).toBe(0); // changes only when the page uses the pairs
    await userEvent.click(screen.getByRole("button", { name: "Keep my settings" }));
    expect(screen.getByText(/with your own settings/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Use the proposed settings" }));
    expect(screen.getByText(/with the proposed settings/)).toBeTruthy();

    await userEvent.click(use());
    const taken = { direction: "bidirectional", dropout: 0.4, batchSize: 16, task: "pairs" };
    expect(page.commands[1]).toMatchObject({ type: "usePairs", config: taken });
    expect(lane().config).toMatchObject(taken);
  });

  it("leaves the settings alone where the student declines the proposal", async () => {
    const page = await openDialog();
    await paste(page, "i see\tje vois");
    reportWith(USABLE_REPORT);
    await userEvent.click(screen.getByRole("button", { name: "Keep my settings" }));
    await userEvent.click(use());
    expect(lane().config).toEqual({ ...DEFAULT_CONFIG, task: "pairs" });
  });

  it("proposes no value that is set already, and proposes again after the pairs change", async () => {
    const page = await openDialog();
    await paste(page, "i see\tje vois");
    reportWith(USABLE_REPORT);
    await userEvent.click(screen.getByRole("button", { name: "Keep my settings" }));
    await paste(page, "i see\tje vois\nyou see\ttu vois");
    reportWith(withMorePairs(USABLE_REPORT));
    expect(screen.getByRole("button", { name: "Keep my settings" })).toBeTruthy();
    act(() => configure(settingsProposedFor(withMorePairs(USABLE_REPORT))));
    expect(screen.queryByRole("button", { name: "Keep my settings" })).toBeNull();
    expect(screen.getByText(/^Your settings already are/)).toBeTruthy();
    expect(screen.getByText(/^Starts a new model\. /)).toBeTruthy();
  });

  it("says in Korean what it proposes", async () => {
    const page = await openDialog("ko");
    fireEvent.change(screen.getByRole("textbox", { name: "문장 쌍" }), {
      target: { value: "i see\tje vois" },
    });
    await waitFor(() => expect(page.commands.length).toBe(1));
    reportWith(USABLE_REPORT);
    const section = within(screen.getByRole("region", { name: "이 문장 쌍에 제안하는 설정" }));
    expect(section.getByText("현재 단방향, 제안 양방향")).toBeTruthy();
    await userEvent.click(section.getByRole("button", { name: "내 설정 유지" }));
    expect(section.getByRole("button", { name: "제안한 설정 사용" })).toBeTruthy();
  });

  it("asks the worker again when an option changes, and ignores the old answer", async () => {
    const page = await openDialog();
    await paste(page, "i see\tje vois");
    reportWith(USABLE_REPORT);
    expect(use().getAttribute("aria-disabled")).toBe("false");
    await userEvent.click(screen.getByRole("button", { name: "Exchange source and target" }));
    expect(use().getAttribute("aria-disabled")).toBe("true");
    await waitFor(() =>
      expect(page.commands.at(-1)).toMatchObject({
        inspection: 2,
        options: { columns: { source: 1, target: 0 } },
      }),
    );
  });

  it.each<[CorpusProblem, RegExp]>([
    [{ kind: "empty" }, /There is no text/],
    [
      { kind: "encoding", name: "", encoding: "utf-8", byteOffset: 11 },
      /^The text is not valid UTF-8: byte 12 does not fit/,
    ],
    [{ kind: "noColumns", line: 3, text: "hello" }, /two columns\. Line 3 reads “hello”/],
    [
      {
        kind: "tooFew",
        kept: 4,
        least: 20,
        read: 9,
        dropped: { ...noneDropped(), tooLong: 5, duplicate: 0 },
      },
      /Of 9 rows, only 4 pairs can be used. At least 20.*Raise the limits/,
    ],
    [
      {
        kind: "tooFew",
        kept: 5,
        least: 20,
        read: 5,
        dropped: noneDropped(),
      },
      /Of 5 rows, only 5 pairs can be used. At least 20 are needed. Give more rows\.$/,
    ],
  ])("says what is wrong: %o", async (problem, sentence) => {
    const page = await openDialog();
    await paste(page, "x");
    reportWith({ status: "unusable", problem, reading: null });
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(use().getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText("These pairs cannot be used as they are.")).toBeTruthy();
  });

  it("takes a file by choice or by drop, and refuses a too large file before it reads it", async () => {
    const { commands } = await openDialog();
    const file = new File(["a\tb"], "pairs.tsv");
    fireEvent.drop(screen.getByRole("dialog"), { dataTransfer: { files: [file] } });
    await waitFor(() =>
      expect(commands.at(-1)).toMatchObject({ type: "inspectPairs", input: { files: [file] } }),
    );
    expect(screen.getByText(/pairs.tsv/)).toBeTruthy();
    const large = new File(["a"], "large.txt");
    Object.defineProperty(large, "size", { value: 100_000_000 });
    fireEvent.drop(screen.getByRole("dialog"), { dataTransfer: { files: [large] } });
    await screen.findByText(/“large.txt”: 100 MB is too large. At most 20 MB/);
    expect(commands).toHaveLength(1);
  });

  it("takes a very long paste like a file", async () => {
    const { commands } = await openDialog();
    const text = "a\tb\n".repeat(150_000);
    fireEvent.paste(screen.getByRole("textbox", { name: "Pairs" }), {
      clipboardData: { getData: () => text },
    });
    await waitFor(() => expect(commands.at(-1)?.type).toBe("inspectPairs"));
    expect(commands.at(-1)).toMatchObject({ input: { files: [{ size: 600_000 }] } });
    expect(screen.getByText("Pasted text, 600 kB")).toBeTruthy();
  });

  it("keeps the draft after it closes, and returns the focus", async () => {
    const page = await openDialog();
    await paste(page, "i see\tje vois");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const closing = { name: "openPairs", args: [false], by: "student" };
    expect(useApp.getState().acts.at(-1)).toEqual(closing);
    const button = screen.getByRole("button", { name: "Use your own pairs" });
    await waitFor(() => expect(document.activeElement).toBe(button));
    await userEvent.click(button);
    await screen.findByRole("dialog");
    expect(screen.getByRole("textbox", { name: "Pairs" })).toHaveProperty(
      "value",
      "i see\tje vois",
    );
  });
});
