import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { useApp } from "../../state/store";
import { otherRun, readyWith } from "../../state/testing/events";
import { answer, asked, receive } from "../../state/testing/openedPage";
import type { Event, ModelProblem } from "../../workers/protocol";
import { showPage } from "../testing/page";
import { Timeline } from "./Timeline";
import { TrainingTab } from "./TrainingTab";

const training = (
  <>
    <Timeline />
    <TrainingTab />
  </>
);

function receiveAll(...events: Event[]): void {
  act(() => events.forEach(receive));
}

/** The worker has read the file and sends its model. */
function open(): void {
  const ready = readyWith(opened);
  act(() => answer({ ...ready, requestId: asked("openModel") }));
}

function refuse(type: "openModel" | "saveModel", problem: ModelProblem): void {
  act(() => answer({ type: "modelRefused", requestId: asked(type), problem }));
}

const save = (): HTMLElement => screen.getByRole("button", { name: "Save model" });
const choose = (name = "Open model…"): HTMLInputElement => screen.getByLabelText(name);
const file = new File(["bytes"], "mine <b>.safetensors");
const opened = { runId: 2, step: 1600, weights: "opened", undo: otherRun() } as const;

describe("model file controls", () => {
  it("are disabled without a model and during another transfer", async () => {
    const { commands } = await showPage(training);
    await userEvent.click(save());
    expect(save().getAttribute("aria-disabled")).toBe("true");
    expect(choose().getAttribute("aria-disabled")).toBe("true");
    expect(commands).toEqual([]);
    receiveAll(readyWith());
    await userEvent.click(save());
    expect(save().getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText("Writing the file…").tagName).toBe("OUTPUT");
    await userEvent.upload(choose(), file);
    expect(commands.map(({ type }) => type)).toEqual(["saveModel"]);
  });

  it("save a written file once, under the worker's name", async () => {
    const made = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:model");
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(`${this.download} ${this.href}`);
    });
    await showPage(training);
    receiveAll(readyWith());
    await userEvent.click(save());
    const bytes = Uint8Array.of(1, 2, 3);
    const saved = { requestId: asked("saveModel"), fileName: "a.safetensors", bytes };
    act(() => answer({ type: "modelSaved", ...saved }));
    expect(screen.getByText("Saved as “a.safetensors”.")).toBeTruthy();
    expect(names).toEqual(["a.safetensors blob:model"]);
    expect(useApp.getState().acts.map(({ name, by }) => `${name} by ${by}`)).toEqual([
      "saveModel by student",
      "forgetDownload by page",
    ]);
    expect(made.mock.calls[0]?.[0]).toMatchObject({ size: 3 });
    vi.restoreAllMocks();
  });

  it("show the name of the opened file as text, and the one undo goes back", async () => {
    const { commands } = await showPage(training);
    receiveAll(readyWith());
    await userEvent.upload(choose(), file);
    expect(screen.getByText("Reading “mine <b>.safetensors”…")).toBeTruthy();
    expect(commands.map(({ type }) => type)).toEqual(["openModel"]);
    open();
    expect(screen.getByText(/“mine <b>.safetensors” is open, at update 1,600\./)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: /^Undo: untrained model$/ }));
    expect(commands.at(-1)).toEqual({ type: "undo" });
    receiveAll(readyWith({ runId: 1 }));
    expect(screen.queryByText(/is open/)).toBeNull();
  });

  it("work by keyboard, and take the same file again", async () => {
    const { commands } = await showPage(training);
    receiveAll(readyWith());
    save().focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(choose());
    await userEvent.upload(choose(), file);
    refuse("openModel", { kind: "unreadable" });
    await userEvent.upload(choose(), file);
    expect(commands).toHaveLength(2);
  });

  const badTensor = { kind: "badTensor", tensor: "decoder.out.bias", detail: "found, expected" };
  const problems: [ModelProblem, RegExp, RegExp][] = [
    [{ kind: "tooLarge", limit: 1e8 }, /larger than 100 MB/, /최대 100MB/],
    [{ kind: "unreadable" }, /Choose it again/, /다시 골라/],
    [{ kind: "notSafetensors", detail: "why" }, /cut short/, /중간에 잘렸거나/],
    [
      { kind: "noConfig", entry: "config.cell", detail: "why" },
      /metadata entry “config.cell”/,
      /메타데이터의 ‘config.cell’/,
    ],
    [{ ...badTensor, fault: "missing" } as ModelProblem, /“decoder.out.bias” is missing/, /있어야/],
    [{ ...badTensor, fault: "unexpected" } as ModelProblem, /does not have/, /없어야/],
    [{ ...badTensor, fault: "dtype" } as ModelProblem, /32-bit floats/, /32비트 실수/],
    [{ ...badTensor, fault: "shape" } as ModelProblem, /The shape/, /의 shape가/],
    [{ ...badTensor, fault: "notFinite" } as ModelProblem, /not a finite number/, /NaN이나 무한대/],
    [{ kind: "allZero" }, /weights are zero/, /모두 0/],
    [{ kind: "otherVocabulary", side: "source" }, /source vocabulary/, /원문 어휘/],
    [{ kind: "otherVocabulary", side: "target" }, /target vocabulary/, /정답 어휘/],
  ];

  it.each(problems)("say what is wrong with a file: %j", async (problem, english, korean) => {
    for (const language of ["en", "ko"] as const) {
      await showPage(training, { language });
      receiveAll(readyWith());
      await userEvent.upload(choose(language === "en" ? "Open model…" : "모델 열기…"), file);
      refuse("openModel", problem);
      const alert = screen.getByRole("alert");
      expect(alert.textContent).toContain(
        language === "en" ? "“mine <b>.safetensors”" : "‘mine <b>.safetensors’",
      );
      expect(alert.textContent).toMatch(language === "en" ? english : korean);
      expect(alert.querySelector("code")?.textContent ?? null).toBe(
        "detail" in problem ? problem.detail : null,
      );
    }
  });

  it("say so when the page cannot write a file, and the student can dismiss the sentence", async () => {
    await showPage(training);
    receiveAll(readyWith());
    await userEvent.click(save());
    const problem = { ...badTensor, fault: "notFinite" } as ModelProblem;
    refuse("saveModel", problem);
    expect(screen.getByRole("alert").textContent).toContain("The model was not saved.");
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toBe(""));
    expect(document.activeElement?.textContent).toBe("Train");
  });
});
