import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { changeLanguage, startI18n } from "../../i18n/i18n";
import { useDuration } from "./useDuration";

afterEach(cleanup);

const SECOND = 1000;

describe.each([
  ["en", ["10 sec", "40 sec", "1 min", "9 min", "1.5 hr"]],
  ["ko", ["10초", "40초", "1분", "9분", "1.5시간"]],
] as const)("a duration in %s", (language, texts) => {
  it("is rounded up to tens of seconds, to minutes or to half hours", async () => {
    await startI18n("en");
    await changeLanguage(language);
    const { result } = renderHook(useDuration);
    const durations = [SECOND, 34 * SECOND, 56 * SECOND, 495 * SECOND, 5_400 * SECOND];
    expect(durations.map(result.current)).toEqual(texts);
  });
});
