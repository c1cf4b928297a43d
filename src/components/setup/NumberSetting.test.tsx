/** Numeric settings: sliders, fields, and their reset. */
import { fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { showSettings, slideTo } from "../testing/settings";
import { lane } from "../../state/testing/openedPage";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a slider", () => {
  it("of the model requests a model only after the student releases it", async () => {
    const { commands } = await showSettings();
    const slider = screen.getByRole("slider", { name: "Batch size" });
    for (const value of [72, 80, 88]) fireEvent.input(slider, { target: { value: String(value) } });
    vi.runAllTimers();
    expect(commands).toEqual([]);
    expect(slider.getAttribute("aria-valuetext")).toBe("88");
    slideTo("Batch size", 96);
    vi.runAllTimers();
    expect(commands).toMatchObject([{ type: "configure", config: { batchSize: 96 } }]);
  });

  it("applies P(feed truth) during a drag", async () => {
    const { commands } = await showSettings();
    fireEvent.input(screen.getByRole("slider", { name: "P(feed truth)" }), {
      target: { value: "0.5" },
    });
    vi.runAllTimers();
    expect(commands).toMatchObject([{ type: "adjust", config: { forcing: 0.5 } }]);
  });

  it("has a reset of its own", async () => {
    await showSettings({ config: { batchSize: 128 } });
    await userEvent.click(screen.getByRole("button", { name: "Batch size: back to 64" }));
    expect(lane().config.batchSize).toBe(64);
    expect(document.activeElement).toBe(screen.getByRole("slider", { name: "Batch size" }));
    expect(screen.queryByRole("button", { name: /Batch size: back/ })).toBeNull();
  });
});

function seed(): HTMLElement {
  return screen.getByRole("spinbutton", { name: "Seed" });
}

async function typeSeed(text: string): Promise<void> {
  await userEvent.clear(seed());
  await userEvent.type(seed(), text);
}

async function openMore(): Promise<void> {
  const { container } = await showSettings();
  container.querySelector("details")?.setAttribute("open", "");
}

/** The sizes of the course notes: their lab, the PyTorch tutorial, and the demonstration of shapes. */
const NOTES = [
  [512, 256],
  [128, 128],
  [5, 3],
] as const;

describe("a number field", () => {
  it.each(NOTES)("takes the sizes of the course notes: H %i, E %i", async (hidden, embedding) => {
    await openMore();
    for (const [name, size] of [
      ["Hidden size", hidden],
      ["Embedding size", embedding],
    ] as const) {
      const field = screen.getByRole("spinbutton", { name });
      await userEvent.clear(field);
      await userEvent.type(field, String(size));
      await userEvent.tab();
    }
    expect(lane().config).toMatchObject({ hiddenSize: hidden, embeddingSize: embedding });
  });

  it("waits until the student has finished", async () => {
    await openMore();
    await typeSeed("123");
    expect(lane().config.seed).toBe(1);
    await userEvent.tab();
    expect(lane().config.seed).toBe(123);
  });

  it("refuses a number out of range with a sentence, and the student can correct it", async () => {
    await openMore();
    await typeSeed("0");
    await userEvent.tab();
    const sentence = screen.getByText("Choose a number from 1 to 999,999.");
    expect(sentence.getAttribute("role")).toBe("alert");
    expect(seed()).toHaveProperty("value", "0");
    expect(seed().getAttribute("aria-invalid")).toBe("true");
    expect(lane().config.seed).toBe(1);
    await typeSeed("42");
    await userEvent.tab();
    expect(lane().config.seed).toBe(42);
    expect(seed().getAttribute("aria-invalid")).toBe("false");
  });

  it("refuses other text, and Escape restores the old number", async () => {
    await openMore();
    await userEvent.clear(seed());
    await userEvent.tab();
    expect(screen.getByText("This is not a number.")).toBeTruthy();
    await userEvent.type(seed(), "{Escape}");
    expect(seed()).toHaveProperty("value", "1");
    expect(screen.queryByText("This is not a number.")).toBeNull();
  });

  it("rounds a number between two steps", async () => {
    await openMore();
    const rate = screen.getByRole("spinbutton", { name: "Learning rate" });
    await userEvent.clear(rate);
    await userEvent.type(rate, "0.00123");
    await userEvent.tab();
    expect(lane().config.learningRate).toBe(0.0012);
    expect(rate).toHaveProperty("value", "0.0012");
  });
});
