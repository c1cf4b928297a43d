import { expect, it, vi } from "vitest";
import { createOnceSignal } from "./onceSignal";

it("a signal calls its listener once, whether it fires before or after the listener is set", () => {
  const [early, late] = [createOnceSignal(), createOnceSignal()];
  const call = vi.fn<() => void>();
  early.fire();
  early.listen(call);
  expect(call).toHaveBeenCalledTimes(1);
  late.listen(call);
  expect(call).toHaveBeenCalledTimes(1);
  late.fire();
  late.fire();
  expect(call).toHaveBeenCalledTimes(2);
});
