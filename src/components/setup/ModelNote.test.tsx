/** The set-up's sentence on the model after a change of settings. */
import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { en } from "../../i18n/en";
import { configure } from "../../state/actions/settings";
import { otherRun, progressOf, readyWith } from "../../state/testing/events";
import { showSettings } from "../testing/settings";
import { receive } from "../../state/testing/openedPage";

/** A run before it whose settings differ. */
const WIDE = otherRun({ config: { ...DEFAULT_CONFIG, hiddenSize: 96 } });

describe("the note on the model", () => {
  it("says whether a change brought a fresh model or a trained one", async () => {
    await showSettings();
    act(() => receive(readyWith({ runId: 1 })));
    expect(screen.getByText(en.setup.rule)).toBeTruthy();
    const config = { ...DEFAULT_CONFIG, attention: "none" } as const;
    act(() => receive(readyWith({ runId: 2, config, weights: "baked", undo: WIDE })));
    expect(screen.getByText(en.setup.bakedDone)).toBeTruthy();
    act(() => receive(readyWith({ runId: 3, undo: WIDE })));
    expect(screen.getByText(en.setup.freshDone)).toBeTruthy();
    act(() => receive(progressOf(1, 1, 3)));
    expect(screen.queryByText(en.setup.freshDone)).toBeNull();
    expect(screen.getByText(en.setup.rule)).toBeTruthy();
  });

  it.each([
    [
      "en",
      "You now see a model trained beforehand, but with other settings than yours: Dropout 0 (yours: 0.3), Schedule Constant (yours: Linear).",
    ],
    [
      "ko",
      "미리 학습해 둔 모델을 보여 줍니다. 다만 학습할 때의 설정이 현재 설정과 다릅니다. 다른 설정: 드롭아웃 0(현재 설정은 0.3), 스케줄 일정(현재 설정은 선형).",
    ],
  ] as const)(
    "names the settings in which a trained model differs, in %s",
    async (language, sentence) => {
      const live = { dropout: 0.3, schedule: "linear" } as const;
      await showSettings({ language, config: live });
      const config = { ...DEFAULT_CONFIG, ...live };
      act(() => receive(readyWith({ runId: 1, config: { ...config, hiddenSize: 96 } })));
      act(() => receive(readyWith({ runId: 2, config, weights: "baked", undo: WIDE })));
      expect(screen.getByText(sentence)).toBeTruthy();
    },
  );

  it("appears for settings that apply at once", async () => {
    await showSettings();
    act(() => receive(readyWith({ runId: 1, config: { ...DEFAULT_CONFIG, hiddenSize: 96 } })));
    act(() => receive(readyWith({ runId: 2, weights: "baked", undo: WIDE })));
    expect(screen.getByText(en.setup.bakedDone)).toBeTruthy();
    act(() => configure({ learningRate: 0.0105 }));
    expect(screen.getByText(/Learning rate 0\.006 \(yours: 0\.0105\)\./)).toBeTruthy();
    act(() => configure({ learningRate: DEFAULT_CONFIG.learningRate, maxSteps: 50 }));
    expect(screen.getByText(en.setup.bakedDone)).toBeTruthy();
  });
});
