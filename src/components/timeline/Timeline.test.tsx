import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { BakedEntry } from "../../engine/files/baked";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { showBakedHistory } from "../../state/effects/bakedTrace";
import {
  evaluationOf,
  lossesOf,
  progressOf,
  otherRun,
  readyWith,
} from "../../state/testing/events";
import type { Event } from "../../workers/protocol";
import { showPage } from "../testing/page";
import { descriptionOf } from "../testing/settings";
import { freeClock, stopClock } from "../testing/stillClock";
import { Timeline } from "./Timeline";
import { TimelineBar } from "./TimelineBar";
import { TrainingTab } from "./TrainingTab";
import { lookBack } from "../../state/actions/showing";
import { configure } from "../../state/actions/settings";
import { receive } from "../../state/testing/openedPage";

function receiveAll(...events: Event[]): void {
  act(() => events.forEach(receive));
}

function button(name: string): HTMLElement {
  return screen.getByRole("button", { name });
}

function output(name: string): HTMLElement {
  return screen.getByRole("status", { name });
}

function speed(): string {
  return screen.getByRole<HTMLSelectElement>("combobox").value;
}

const started: Event = { type: "started", runId: 1 };

const evaluated = (step: number, match: number): Event => ({
  type: "evaluation",
  runId: 1,
  evaluation: evaluationOf(step, match),
});

describe("the timeline", () => {
  it.each([
    [
      "en",
      "Training",
      ["Train", "One update", "Reset model", "Undo"],
      ["Update", "Loss", "Exact match", "Pairs per second", "P(feed truth)", "Backend"],
    ],
    [
      "ko",
      "학습",
      ["학습 시작", "업데이트 1회", "모델 초기화", "되돌리기"],
      ["업데이트", "손실", "완전 일치율", "초당 문장 쌍", "P(정답 입력)", "계산 장치"],
    ],
  ] as const)("names its parts in %s", async (language, region, buttons, outputs) => {
    await showPage(<Timeline />, { language });
    const panel = within(screen.getByRole("region", { name: region }));
    for (const name of buttons) expect(panel.getByRole("button", { name })).toBeTruthy();
    for (const name of outputs) {
      const found = panel.getByRole("status", { name });
      expect(found.tagName).toBe("OUTPUT");
      expect(found.getAttribute("aria-live")).toBe("off");
      expect(panel.getByLabelText(name)).toBe(found);
    }
  });

  it("waits for the worker, then trains and pauses", async () => {
    const { commands } = await showPage(<Timeline />);
    expect(button("Train").getAttribute("aria-disabled")).toBe("true");
    receiveAll(readyWith());
    await userEvent.click(button("Train"));
    receiveAll(started);
    expect(screen.queryByRole("button", { name: "Train" })).toBeNull();
    expect(button("One update").getAttribute("aria-disabled")).toBe("true");
    await userEvent.click(button("Pause"));
    expect(commands.map(({ type }) => type)).toEqual(["train", "pause"]);
  });

  it("shows the progress of training", async () => {
    await showPage(<Timeline />);
    receiveAll(
      {
        type: "backend",
        report: {
          name: "cpu",
          reason: "wasmFailed",
          missed: null,
          path: "fused",
          detail: "no SIMD",
        },
      },
      readyWith(),
      started,
      progressOf(1, 1200),
    );
    await waitFor(() => expect(output("Pairs per second").textContent).toBe("1,200"));
    receiveAll(
      { type: "evaluation", runId: 1, evaluation: evaluationOf(1200, 0.964) },
      { type: "stopped", runId: 1, reason: "target" },
    );
    expect(output("Pairs per second").textContent).toBe("–");
    expect(output("Update").textContent).toBe("1,200");
    expect(output("Loss").textContent).toBe("0.003");
    expect(output("Exact match").textContent).toBe("96.4%");
    expect(output("Backend").textContent).toBe("JavaScript: WebAssembly failed its self-test");
    expect(screen.getByText("Done: 96.4%")).toBeTruthy();
  });

  it("shows the probability that the next batch feeds the truth", async () => {
    const config = { ...DEFAULT_CONFIG, schedule: "linear", halfLife: 250 } as const;
    await showPage(<Timeline />, { config });
    expect(output("P(feed truth)").textContent).toBe("–");
    receiveAll(readyWith({ config }));
    expect(output("P(feed truth)").textContent).toBe("1");
    receiveAll(started, progressOf(1, 100), { type: "stopped", runId: 1, reason: "paused" });
    expect(output("P(feed truth)").textContent).toBe("0.8"); // 1 - 100 / 500
    act(() => configure({ forcing: 0.5 })); // applies to the present run
    expect(output("P(feed truth)").textContent).toBe("0.4");
    act(() => configure({ schedule: "constant" }));
    expect(output("P(feed truth)").textContent).toBe("0.5");
  });

  it("shows for a shipped model how a new run would begin", async () => {
    const config = { ...DEFAULT_CONFIG, schedule: "linear", halfLife: 250 } as const;
    await showPage(<Timeline />, { config });
    receiveAll(readyWith({ config, weights: "baked", step: 400 }));
    expect(output("P(feed truth)").textContent).toBe("1"); // not 1 - 400 / 500
  });

  it.each([
    [
      "en",
      /with other settings than yours: P\(feed truth\) 1 \(yours: 0.5\)\. Training starts a new/,
    ],
    ["ko", /다른 설정: P\(정답 입력\) 1\(현재 설정은 0.5\)\. ‘학습 시작’\u2060이나 업데이트/],
  ] as const)(
    "names the settings in which a shipped model's training differs, in %s",
    async (language, sentence) => {
      const config = { ...DEFAULT_CONFIG, forcing: 0.5 };
      await showPage(<TrainingTab />, { language, config });
      receiveAll(readyWith({ config, weights: "baked", step: 600 }));
      expect(screen.getByText(sentence)).toBeTruthy();
      act(() => configure({ forcing: 1 }));
      expect(screen.queryByText(sentence)).toBeNull();
    },
  );

  it("says that a model came from a file, and the step at which training continues", async () => {
    await showPage(<Timeline />);
    receiveAll(readyWith({ weights: "opened", step: 800 }));
    const note = screen.getByText("From a file: 800");
    expect(note.title).toBe("This model comes from a file. Train continues from update 800.");
  });

  it.each([
    ["a new model", [], "Stops at 99%", /stops at 99% exact match or at update 1,000\./],
    [
      "a model above its target",
      [evaluationOf(1200, 1)],
      "Stops at update 2,000",
      /already at its target of 99% .* stops at update 2,000\./,
    ],
  ] as const)("says where the training of %s stops", async (_, evaluations, short, full) => {
    const config = { ...DEFAULT_CONFIG, targetMatch: 0.99, maxSteps: 1000 };
    await showPage(<Timeline />, { config });
    receiveAll(readyWith({ config, step: evaluations[0]?.step ?? 0, evaluations }), started);
    expect(screen.getByText(short).title).toMatch(full);
  });

  it("says how long training on own pairs takes at most, once it knows the speed, and why it ends earlier", async () => {
    const config = { ...DEFAULT_CONFIG, task: "pairs", maxSteps: 1000, patience: 300 } as const;
    await showPage(<Timeline />, { config });
    stopClock();
    receiveAll(readyWith({ config }), started);
    expect(screen.getByText("Stops by itself").title).toMatch(/for 300 updates/);
    for (let step = 1; step <= 4; step++) {
      receiveAll(progressOf(2 * step - 1, 2 * step));
      await act(() => vi.advanceTimersByTimeAsync(1000));
    }
    const note = screen.getByText(/^At most \d+ min more$/);
    expect(note.textContent).toBe("At most 9 min more"); // 992 updates, two a second
    freeClock();
  });

  it("says that it has ended early, and offers the update with the lowest held-out loss", async () => {
    const config = { ...DEFAULT_CONFIG, task: "pairs" } as const;
    const { commands } = await showPage(<Timeline />, { config });
    const best = { step: 150, exactMatch: 0.01, heldOutLoss: 3.333 };
    const evaluation = { ...evaluationOf(650, 0.02), heldOutLoss: 4.5 };
    const stopped = { type: "stopped", runId: 1, reason: "overfitted" } as const;
    receiveAll(
      readyWith({ config, step: 649, evaluations: [], best }),
      started,
      progressOf(650, 650),
      { type: "evaluation", runId: 1, evaluation },
      stopped,
    );
    expect(screen.getByText("Stopped early: 650").title).toMatch(
      /best at update 150 .* 500 updates/,
    );
    const offer = "Take the best: held-out loss 3.33, update 150";
    await userEvent.click(screen.getByRole("button", { name: offer }));
    expect(commands.at(-1)).toEqual({ type: "useBest" });
  });

  it("says while it trains that exact match has fallen, and offers the best weights", async () => {
    const { commands } = await showPage(<Timeline />);
    receiveAll(readyWith({ best: { step: 50, exactMatch: 0.91 } }), started, progressOf(1, 150));
    receiveAll(evaluated(100, 0.1), evaluated(150, 0));
    expect(screen.getByText("Fell from 91%").title).toMatch(/Lower the learning rate.* update 50/);
    await userEvent.click(button("Take the best: 91.0%, update 50"));
    expect(commands.at(-1)).toEqual({ type: "useBest" });
  });

  it("offers two updates a second as the slowest speed", async () => {
    const { commands } = await showPage(<Timeline />);
    receiveAll(readyWith(), started);
    await userEvent.selectOptions(screen.getByRole("combobox"), "2 per second");
    expect(speed()).toBe("slowly");
    expect(commands).toEqual([
      { type: "watchTraining", view: { pace: "slowly", rows: "expected" } },
    ]);
  });

  it("walks through one update, after a pause where the model trains", async () => {
    const { commands } = await showPage(<Timeline />);
    expect(button("Slowly").getAttribute("aria-disabled")).toBe("true");
    receiveAll(readyWith());
    await userEvent.click(button("Slowly"));
    expect(commands.map(({ type }) => type)).toEqual(["walkUpdate"]);
    receiveAll(started);
    await userEvent.click(button("Slowly"));
    expect(commands.slice(1).map(({ type }) => type)).toEqual(["pause", "walkUpdate"]);
  });

  it("names the reading of the present while the stage shows the past", async () => {
    await showPage(<Timeline />);
    receiveAll(readyWith({ step: 12, losses: lossesOf(1, 12) }));
    receiveAll({ type: "snapshots", runId: 1, steps: [0, 4] });
    act(() => lookBack({ step: 4 }));
    expect(output("Update").textContent).toBe("12");
    expect(screen.getByText("(now)")).toBeTruthy();
    act(() => lookBack("present"));
    expect(output("Update").textContent).toBe("12");
  });

  it("says what to do when the loss is no longer a number", async () => {
    await showPage(<Timeline />);
    receiveAll(
      readyWith(),
      started,
      { type: "progress", runId: 1, losses: [{ step: 1, loss: NaN }], pairsPerSecond: 1 },
      { type: "stopped", runId: 1, reason: "diverged" },
    );
    expect(output("Loss").textContent).toBe("NaN");
    expect(screen.getByTitle(/Lower the learning rate/)).toBeTruthy();
  });

  it("says beforehand that training replaces the trained model, and afterwards how it comes back", async () => {
    await showPage(<Timeline />);
    receiveAll(readyWith({ runId: 1, weights: "baked", step: 1000 }));
    for (const name of ["Train", "One update"])
      expect(descriptionOf(button(name))).toMatch(
        /new model .*Undo then brings the trained one back/,
      );
    receiveAll(readyWith({ runId: 2, undo: otherRun({ weights: "baked", step: 1000 }) }));
    expect(descriptionOf(button("Train"))).toMatch(/Undo brings the trained one back/);
    const stopped: Event = { type: "stopped", runId: 2, reason: "oneStep" };
    receiveAll({ type: "started", runId: 2 }, progressOf(1, 1, 2), stopped);
    expect(screen.getByText("New model: update 1").title).toMatch(
      /Undo brings the trained one back/,
    );
    expect(button("Undo: trained model").getAttribute("aria-disabled")).toBe("false");
  });
});

function openTable(): void {
  const details = screen.getByText("The numbers as a table").closest("details");
  act(() => {
    if (details) details.open = true;
    details?.dispatchEvent(new globalThis.Event("toggle"));
  });
}

const BAKED: BakedEntry = {
  name: "reverse-additive",
  config: DEFAULT_CONFIG,
  steps: 3,
  files: {
    weights: { file: "w", bytes: 1, sha256: "" },
    traces: [{ file: "t", bytes: 1, sha256: "" }],
    film: null,
  },
  losses: [],
  evaluations: [],
};

describe("the bar at the foot of a narrow page", () => {
  it("trains and pauses, and says how far the run is", async () => {
    const { commands, container } = await showPage(<TimelineBar />);
    receiveAll(readyWith());
    expect(container.innerHTML).toBe("");
    receiveAll(started, progressOf(1, 12));
    const bar = within(screen.getByRole("complementary", { name: "Training bar" }));
    await userEvent.click(bar.getByRole("button", { name: "Pause" }));
    receiveAll({ type: "stopped", runId: 1, reason: "paused" });
    await userEvent.click(bar.getByRole("button", { name: "Train" }));
    expect(bar.getByText("Update 12")).toBeTruthy();
    expect(commands.map(({ type }) => type)).toEqual(["pause", "train"]);
  });

  it("leads back from the past", async () => {
    await showPage(
      <>
        <TimelineBar />
        <section id="stage" tabIndex={-1} />
      </>,
    );
    receiveAll(readyWith({ step: 12, losses: lossesOf(1, 12) }));
    act(() => lookBack({ step: 4 }));
    await userEvent.click(button("Back to now"));
    expect(screen.queryByRole("button", { name: "Back to now" })).toBeNull();
    expect(document.activeElement?.id).toBe("stage"); // the button took the focus with it
  });
});

describe("learning curves", () => {
  const history = {
    losses: lossesOf(1, 120),
    evaluations: [evaluationOf(0, 0), evaluationOf(100, 0.5)],
  };

  it("show the training of a shipped model before the worker is ready", async () => {
    await showPage(<Timeline />);
    act(() => {
      showBakedHistory({ ...BAKED, losses: [3, 2, 1], evaluations: [evaluationOf(3, 0.75)] });
    });
    await waitFor(() => expect(output("Update").textContent).toBe("3"));
    expect(output("Loss").textContent).toBe("1.000");
    expect(output("Exact match").textContent).toBe("75.0%");
    receiveAll(readyWith());
    expect(output("Update").textContent).toBe("0");
  });

  it("say so while there is nothing to draw", async () => {
    await showPage(<Timeline />);
    receiveAll(readyWith());
    expect(screen.getByText(/No update yet/)).toBeTruthy();
  });

  it("say how well the weights are aligned where the task has an alignment", async () => {
    await showPage(<TrainingTab />);
    const aligned = { ...evaluationOf(100, 0.5), alignmentError: 0.125 };
    receiveAll(readyWith({ step: 120, losses: lossesOf(1, 120), evaluations: [aligned] }));
    openTable();
    const rows = screen.getAllByRole("row").map((row) => row.textContent);
    expect(rows).toEqual([
      "UpdateLossExact matchToken accuracyAlignment error",
      "1000.03050.0%50.0%12.5%",
    ]);
  });

  it("have their numbers in a table", async () => {
    await showPage(<TrainingTab />);
    receiveAll(readyWith({ step: 120, ...history }));
    openTable();
    const rows = screen.getAllByRole("row").map((row) => row.textContent);
    expect(rows).toEqual([
      "UpdateLossExact matchToken accuracy",
      "0–0.0%0.0%",
      "1000.03050.0%50.0%",
    ]);
  });
});
