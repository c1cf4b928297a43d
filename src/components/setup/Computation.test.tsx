import { act, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { threadsFor } from "../../engine/threadCount";
import { en } from "../../i18n/en";
import { ko } from "../../i18n/ko";
import { type BackendName, BACKENDS, type StepTime } from "../../state/slices/backends";
import { initialiseComputing, nextStart } from "../../state/actions/backendChoice";
import { keepMeasured } from "../../state/effects/benchmarkBackends";
import { readyWith } from "../../state/testing/events";
import { answer as answerRequests, receive } from "../../state/testing/openedPage";
import type { MissedBackend, RunInfo, TimeEvent } from "../../workers/protocol";
import { type Page, showPage } from "../testing/page";
import { Computation } from "./Computation";

let ends: (() => void)[] = [];
let answer: (event: TimeEvent) => void = () => undefined;

interface OpenOptions {
  readonly insisted?: BackendName | null;
  readonly info?: Partial<RunInfo>;
  readonly missed?: MissedBackend | null;
}

/** The open section of a page whose worker runs on WebAssembly. */
async function open(
  language: "en" | "ko" = "en",
  { insisted = null, info = {}, missed = null }: OpenOptions = {},
): Promise<Page> {
  const page = await showPage(<Computation />, { language });
  act(() => {
    ends = [
      initialiseComputing(insisted),
      keepMeasured({
        startTiming: (_command, receiveTimes) => {
          answer = receiveTimes;
          return () => undefined;
        },
        whenIdle: () => () => undefined,
        isWelcome: () => true,
        onVisibilityChange: () => () => undefined,
      }),
    ];
    receive({
      type: "backend",
      report: { name: "wasm", reason: "first", missed, path: "fused", detail: null },
    });
    answerRequests(readyWith({ weights: "baked", ...info }));
    const details = document.querySelector("details");
    if (details) details.open = true;
    details?.dispatchEvent(new Event("toggle"));
  });
  return page;
}

async function measure(times: Partial<Record<BackendName, StepTime>>): Promise<void> {
  await userEvent.click(screen.getByRole("button", { name: "Measure" }));
  reportTimes(times);
}

function reportTimes(times: Partial<Record<BackendName, StepTime>>): void {
  act(() => {
    for (const name of BACKENDS) {
      const time = times[name];
      if (time) answer({ type: "timed", name, time });
    }
    answer({ type: "timedAll" });
  });
}

function radio(name: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>("radio", { name });
}

function descriptionOf(control: HTMLElement): string {
  return document.getElementById(control.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
}

const TIMES: Partial<Record<BackendName, StepTime>> = {
  webgl: { kind: "failed", why: "off by 3" },
  wasm: { kind: "timed", milliseconds: 8.24 },
  cpu: { kind: "timed", milliseconds: 93.6 },
};

beforeEach(() => localStorage.clear());

afterEach(() => {
  ends.forEach((end) => end());
  localStorage.clear();
});

describe("computation", () => {
  it.each([
    ["en", en.computing],
    ["ko", ko.computing],
  ] as const)("offers every backend by name in %s", async (language, texts) => {
    await open(language);
    const group = within(screen.getByRole("group", { name: texts.legend }));
    const threads = String(threadsFor(navigator.hardwareConcurrency) ?? 2);
    const names = [texts.automatic, ...BACKENDS.map((name) => texts.name[name])].map((name) =>
      name.replace("{{threads}}", threads),
    );
    for (const name of names) expect(group.getByRole("radio", { name })).toBeTruthy();
    expect(radio(texts.automatic).checked).toBe(true);
    expect(descriptionOf(radio(texts.automatic))).toBe(texts.fastestUnknown);
    expect(descriptionOf(radio(texts.name.cpu))).toBe(texts.untimed);
    expect(descriptionOf(radio(texts.name.wasm))).toContain(texts.inUse);
  });

  it("measures on request, says so, and shows the time of a step", async () => {
    await open();
    const status = screen.getByRole("status");
    expect(status.textContent).toBe("In use: WebAssembly.");
    await userEvent.click(screen.getByRole("button", { name: "Measure" }));
    expect(status.textContent).toBe("Measuring…");
    reportTimes(TIMES);
    expect(status.textContent).toBe("In use: WebAssembly, 8.2\u00a0ms an update.");
    expect(descriptionOf(radio("WebAssembly"))).toBe("8.2\u00a0ms an update in use");
    expect(descriptionOf(radio("JavaScript"))).toBe("94\u00a0ms an update");
    expect(descriptionOf(radio("Automatic"))).toBe("the fastest: WebAssembly");
    expect(screen.getByText("WebAssembly · 8.2 ms an update")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Measure again" })).toBeTruthy();
  });

  it("says why a backend is unavailable, and keeps the choice", async () => {
    const { restarts } = await open();
    await measure(TIMES);
    const webgl = radio("WebGL (graphics card)");
    expect(webgl.getAttribute("aria-disabled")).toBe("true");
    expect(descriptionOf(webgl)).toBe("failed its self-test");
    expect(screen.getByText("off by 3")).toBeTruthy();
    await userEvent.click(webgl);
    expect(radio("Automatic").checked).toBe(true);
    expect(restarts).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Measure again" }));
    reportTimes({ webgl: { kind: "unavailable" } });
    expect(descriptionOf(webgl)).toBe("not available on this device");
    await userEvent.click(screen.getByRole("button", { name: "Measure again" }));
    reportTimes({ threads: { kind: "unavailable" } });
    const threads = screen.getByRole("radio", { name: /^WebAssembly, \d threads$/ });
    expect(descriptionOf(threads)).toContain("a site that allows threads");
  });

  it("moves to the chosen backend, and marks it once it is in use", async () => {
    const { restarts } = await open();
    await measure(TIMES);
    await userEvent.click(radio("JavaScript"));
    expect(restarts).toEqual([null]);
    expect(radio("JavaScript").checked).toBe(true);
    expect(screen.getByRole("status").textContent).toBe("Starting…");
    act(() =>
      receive({
        type: "backend",
        report: { name: "cpu", reason: "choice", missed: null, path: "fused", detail: null },
      }),
    );
    expect(screen.getByRole("status").textContent).toBe(
      "In use: JavaScript, 94\u00a0ms an update.",
    );
    expect(descriptionOf(radio("JavaScript"))).toContain("in use");
    expect(descriptionOf(radio("WebAssembly"))).not.toContain("in use");
    expect(localStorage.getItem("seq2seq-lab.backend")).toBe("cpu");
  });

  it("keeps a trained run until the student moves it", async () => {
    const { restarts } = await open("en", { info: { weights: "fresh", step: 100 } });
    await userEvent.click(radio("JavaScript"));
    expect(restarts).toEqual([]);
    expect(screen.getByText(/Used after the next start: JavaScript/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Switch now" }));
    expect(restarts).toEqual([null]);
    expect(document.activeElement).toBe(radio("JavaScript"));
  });

  it("says that the link decides", async () => {
    const { restarts } = await open("en", { insisted: "wasm" });
    await userEvent.click(radio("JavaScript"));
    expect(restarts).toEqual([]);
    expect(screen.getByText(/The link asks for WebAssembly/)).toBeTruthy();
  });

  it.each([
    [
      "en",
      "unavailable",
      "WebGPU (graphics card) cannot be used: not available on this device. WebAssembly is used instead.",
    ],
    [
      "en",
      "failed",
      "WebGPU (graphics card) cannot be used: failed its self-test. WebAssembly is used instead.",
    ],
    [
      "ko",
      "failed",
      "WebGPU(그래픽 카드): 사용할 수 없습니다(자체 검사를 통과하지 못함). 대신 사용하는 장치: WebAssembly.",
    ],
  ] as const)(
    "says why the backend of the link cannot be used, and what is: %s, %s",
    async (language, why, text) => {
      await open(language, { insisted: "webgpu", missed: { name: "webgpu", why } });
      expect(screen.getByText(text)).toBeTruthy();
      expect(screen.queryByText(/The link asks|링크에서 지정/)).toBeNull();
    },
  );

  it("says that a chosen backend stopped answering, until the student chooses another", async () => {
    await open();
    await userEvent.click(radio("JavaScript"));
    act(() => {
      nextStart({ kind: "backendLost", name: "cpu" });
      const report = {
        name: "wasm",
        reason: "first",
        missed: null,
        path: "fused",
        detail: null,
      } as const;
      receive({ type: "backend", report });
    });
    expect(screen.getByText(/^JavaScript cannot be used: stopped answering/)).toBeTruthy();
    await userEvent.click(radio("Automatic"));
    expect(screen.queryByText(/cannot be used/)).toBeNull();
  });

  it("does not measure while the model trains", async () => {
    await open();
    act(() => receive({ type: "started", runId: 1 }));
    const button = screen.getByRole("button", { name: "Measure" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
  });
});
