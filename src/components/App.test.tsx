import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { App } from "./App";
import { showPage } from "./testing/page";

describe("page", () => {
  it.each([
    ["en", ["Decoding", "Training", "Set-up"]],
    ["ko", ["디코딩", "학습", "설정"]],
  ] as const)(
    "has one heading, its landmarks and its parts in reading order in %s",
    async (language, parts) => {
      await showPage(<App />, { language });
      for (const name of parts) await screen.findByRole("heading", { level: 2, name }); // some come late
      expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
      expect(screen.getByRole("banner")).toBeTruthy();
      const regions = [...screen.getByRole("main").querySelectorAll("section")].map(
        (section) =>
          document.getElementById(section.getAttribute("aria-labelledby") ?? "")?.textContent,
      );
      expect(regions.filter((name) => parts.some((part) => part === name))).toEqual(parts);
      expect(document.documentElement.lang).toBe(language);
      expect(document.title).toBe("Seq2Seq Lab");
    },
  );

  it("can be entered past its header", async () => {
    await showPage(<App />);
    for (const name of ["Skip to the stage", "Skip to training"]) {
      const target = screen.getByRole("link", { name }).getAttribute("href") ?? "#";
      expect(document.querySelector(target)?.getAttribute("tabindex")).toBe("-1");
    }
  });
});
