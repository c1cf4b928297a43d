import { afterEach, describe, expect, it, vi } from "vitest";
import { readPreferences, remember } from "./preferences";

function visit(
  language: string,
  isDark: boolean,
  stored: Record<string, string> | Error = {},
): void {
  vi.stubGlobal("navigator", { language });
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: isDark && query.includes("dark") }));
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => {
      if (stored instanceof Error) throw stored;
      return stored[key] ?? null;
    },
    setItem: (key: string, value: string) => {
      if (stored instanceof Error) throw stored;
      stored[key] = value;
    },
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("preferences", () => {
  it.each([
    ["ko", "ko"],
    ["ko-KR", "ko"],
    ["KO-kr", "ko"],
    ["en-US", "en"],
    ["kok", "en"], // Konkani, not Korean
    ["fr", "en"],
  ])("reads the browser's language %s as %s", (language, expected) => {
    visit(language, false);
    expect(readPreferences()).toEqual({ language: expected, theme: "light" });
  });

  it("prefer an earlier choice to the browser's", () => {
    visit("en-US", true);
    remember("language", "ko");
    remember("theme", "light");
    expect(readPreferences()).toEqual({ language: "ko", theme: "light" });
  });

  it("ignore unknown values, and work where the browser forbids storage", () => {
    visit("ko-KR", true, { "seq2seq-lab.language": "tlh", "seq2seq-lab.theme": "puce" });
    expect(readPreferences()).toEqual({ language: "ko", theme: "dark" });
    visit("ko-KR", true, new Error("denied"));
    expect(() => remember("theme", "light")).not.toThrow();
    expect(readPreferences()).toEqual({ language: "ko", theme: "dark" });
  });
});
