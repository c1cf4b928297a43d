/** Storage that is slow, storage that refuses, and answers that come late. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { withTimeLimit, SlowStorageError } from "./withTimeLimit";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ignore = (): void => undefined;

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** A promise that the test settles. */
function pending() {
  let settle = {
    resolve: (_value: string): void => undefined,
    reject: (_error: Error): void => undefined,
  };
  const promise = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}

it("gives the result and leaves no timer behind", async () => {
  const late = vi.fn<(value: number) => void>();
  expect(await withTimeLimit(Promise.resolve(7), late)).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
  expect(late).not.toHaveBeenCalled();
});

it("throws the error of the work and leaves no timer behind", async () => {
  const refusal = new DOMException("denied", "SecurityError");
  await expect(withTimeLimit(Promise.reject(refusal), ignore)).rejects.toBe(refusal);
  expect(vi.getTimerCount()).toBe(0);
});

it("waits for a result that takes ten seconds", async () => {
  const slow = new Promise<string>((resolve) => {
    setTimeout(() => resolve("there"), 10_000);
  });
  const asked = withTimeLimit(slow, ignore);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await asked).toBe("there");
});

it("throws a SlowStorageError where no result comes, and passes on a late result", async () => {
  const late = vi.fn<(value: string) => void>();
  const { promise, resolve } = pending();
  const asked = failureOf(withTimeLimit(promise, late));
  await vi.runAllTimersAsync();
  expect(await asked).toBeInstanceOf(SlowStorageError);
  expect(late).not.toHaveBeenCalled();
  resolve("there");
  await promise;
  await Promise.resolve();
  expect(late).toHaveBeenCalledExactlyOnceWith("there");
});

it("ignores an error that comes late", async () => {
  const late = vi.fn<(value: string) => void>();
  const { promise, reject } = pending();
  const asked = failureOf(withTimeLimit(promise, late));
  await vi.runAllTimersAsync();
  expect(await asked).toBeInstanceOf(SlowStorageError);
  reject(new Error("late")); // an unhandled rejection would fail the test run
  await expect(promise).rejects.toThrow("late");
  expect(late).not.toHaveBeenCalled();
});
