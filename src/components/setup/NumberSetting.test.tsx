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
    const slider = screen.getByRole("slider", { name: "Hidden size" });
    for (const value of [72, 80, 88]) fireEvent.input(slider, { target: { value: String(value) } });
    vi.runAllTimers();
    expect(commands).toEqual([]);
    expect(slider.getAttribute("aria-valuetext")).toBe("88");
    slideTo("Hidden size", 96);
    vi.runAllTimers();
    expect(commands).toMatchObject([{ type: "configure", config: { hiddenSize: 96 } }]);
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
    await showSettings({ config: { hiddenSize: 128 } });
    await userEvent.click(screen.getByRole("button", { name: "Hidden size: back to 64" }));
    expect(lane().config.hiddenSize).toBe(64);
    expect(document.activeElement).toBe(screen.getByRole("slider", { name: "Hidden size" }));
    expect(screen.queryByRole("button", { name: /Hidden size: back/ })).toBeNull();
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

describe("a number field", () => {
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
