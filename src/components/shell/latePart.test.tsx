import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Suspense, use, useState, type ComponentType } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MissingError } from "../../i18n/missingError";
import { showPage } from "../testing/page";
import { ErrorBoundary } from "./ErrorBoundary";
import { latePart } from "./latePart";

const picture = vi.hoisted(() => ({ painted: () => {}, promise: Promise.resolve() }));
vi.mock("./painted", () => ({ painted: () => picture.promise }));

beforeEach(() => {
  picture.promise = new Promise((resolve) => {
    picture.painted = resolve;
  });
});
afterEach(() => vi.restoreAllMocks());

const Part: ComponentType = () => "the part";
const Breaking: ComponentType = () => {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) throw new Error("broken");
  return <button type="button" aria-label="break" onClick={() => setIsBroken(true)} />;
};

async function show(load: () => Promise<ComponentType>, onDismiss?: () => void): Promise<void> {
  const Late = latePart(load);
  await showPage(
    <ErrorBoundary {...(onDismiss && { onDismiss })}>
      <Suspense fallback={null}>
        <Late />
      </Suspense>
    </ErrorBoundary>,
  );
}

/** Whether the focus is in the part: on its button, or before it. */
const hasFocus = (): boolean => document.activeElement !== document.body;

const SOURCES = import.meta.glob<string>("/src/**/*.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});

describe("a late part", () => {
  it("is the only way in which a part loads late: a lazy component alone never loads again", () => {
    const lazies = Object.entries(SOURCES).filter(([, source]) => /\blazy\(/.test(source));
    expect(Object.keys(SOURCES).length).toBeGreaterThan(100);
    expect(lazies.map(([path]) => path)).toEqual([]); // `latePart.ts` itself is no .tsx
  });

  it("loads only after the first picture", async () => {
    const load = vi.fn<() => Promise<ComponentType>>().mockResolvedValue(Part);
    await show(load);
    expect(load).not.toHaveBeenCalled();
    act(() => picture.painted());
    expect(await screen.findByText("the part")).toBeTruthy();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("says so when it fails to load, and loads after a retry", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined); // React reports the caught error
    const load = vi
      .fn<() => Promise<ComponentType>>()
      .mockRejectedValueOnce(new TypeError("no network"))
      .mockResolvedValue(Part);
    picture.painted();
    await show(load);
    expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");
    await userEvent.click(screen.getByRole("button", { name: "Load it again" }));
    expect(await screen.findByText("the part")).toBeTruthy();
    expect(load).toHaveBeenCalledTimes(2);
    // The button is gone; the focus stands before the part that took its place.
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.parentElement?.textContent).toBe("the part");
  });

  it("can be dismissed where the page says how", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const dismiss = vi.fn<() => void>();
    picture.painted();
    await show(() => Promise.reject(new TypeError("offline")), dismiss);
    (await screen.findByRole("button", { name: "Dismiss" })).focus();
    await userEvent.keyboard("{Enter}");
    expect(dismiss).toHaveBeenCalledTimes(1);
  });

  it("keeps the focus where another try fails, too", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const load = vi.fn<() => Promise<ComponentType>>().mockRejectedValue(new TypeError("offline"));
    picture.painted();
    await show(load);
    for (let tries = 1; tries <= 3; tries++) {
      await userEvent.click(await screen.findByRole("button", { name: "Load it again" }));
      await waitFor(() => expect(load).toHaveBeenCalledTimes(tries + 1));
      await screen.findByRole("alert");
      expect(hasFocus()).toBe(true);
    }
  });

  it("keeps the focus that was in the part when it failed", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    picture.painted();
    await show(() => Promise.resolve(Breaking));
    await userEvent.click(await screen.findByRole("button", { name: "break" }));
    expect(screen.getByRole("alert").contains(document.activeElement)).toBe(true);
  });

  it("says that it could not be loaded where only its texts are missing", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const texts = Promise.reject(new MissingError("texts", () => undefined, null));
    texts.catch(() => undefined);
    const Reader: ComponentType = () => use(texts);
    picture.painted();
    await show(() => Promise.resolve(Reader));
    expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");
  });
});
