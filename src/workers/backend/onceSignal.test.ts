import { describe, expect, it, vi } from "vitest";
import { createLatch } from "./onceSignal";

describe("a piece of bad news", () => {
  it("is heard once, whether it comes before somebody listens or after", () => {
    const [early, late] = [createLatch(), createLatch()];
    const call = vi.fn<() => void>();
    early.tell();
    early.listen(call);
    expect(call).toHaveBeenCalledTimes(1);
    late.listen(call);
    expect(call).toHaveBeenCalledTimes(1);
    late.tell();
    late.tell();
    expect(call).toHaveBeenCalledTimes(2);
  });
});
