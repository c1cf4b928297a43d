/** Reads of WebGPU on a device whose answers come late, out of order or never, and on a device that is lost. */
import { beforeEach, describe, expect, it } from "vitest";
import { FakeDevice, type Schedule } from "../../../testing/fakeDevice";
import { inAnyOrder, lateBy, noLimit } from "../../../testing/lateOps";
import { DeviceLostError } from "../../deviceLost";
import { rowsOf } from "../matrix";
import type { Ops } from "../ops";
import type { StartLimit } from "./connection";
import { openOps } from "./webgpuOps";

let failures: string[] = [];

function open(schedule: Schedule, startLimit: StartLimit = noLimit) {
  const device = new FakeDevice(schedule);
  const ops = openOps(device, { startLimit, onFailure: (why) => failures.push(why) });
  return { device, ops };
}

/** Uploads these numbers and begins to read them. The scope ends, and its memory is free, before they arrive. */
const send = (ops: Ops, ...values: number[]): Promise<Float32Array> =>
  ops.scope(() => ops.read(ops.matrix(Float32Array.from(values), 1, values.length)));

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Never answers; the test delivers what it wants. */
function held() {
  const answers: (() => void)[] = [];
  return { answers, schedule: (deliver: () => void) => void answers.push(deliver) };
}

describe("a read", () => {
  beforeEach(() => {
    failures = [];
  });

  it("has the numbers of its call, whatever is computed before they arrive", async () => {
    const { ops } = open(lateBy(5));
    const kept = ops.scope(() => ops.keep(ops.matrix(Float32Array.of(0), 1, 1)));
    const reads = [1, 2, 3].map((x) => send(ops, x, 10 * x)); // the same memory each time
    expect((await Promise.all(reads)).map((values) => [...values])).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
    ops.release(kept);
  });

  it("has its own numbers where later reads arrive first", async () => {
    const { ops } = open(inAnyOrder(3));
    const arrived: number[] = [];
    const reads: Promise<void>[] = [];
    for (let i = 0; i < 60; i++) {
      reads.push(
        send(ops, i, -i).then(([first, second]) => {
          expect(second).toBe(-i);
          arrived.push(first ?? Number.NaN);
        }),
      );
      await Promise.resolve(); // another task may begin, another may not
      if (i % 3 === 0) await nextTask();
    }
    await Promise.all(reads);
    const sorted = arrived.toSorted((a, b) => a - b);
    expect(sorted).toEqual(Array.from({ length: 60 }, (_, i) => i));
    expect(arrived).not.toEqual(sorted); // else this test proves nothing
  });

  it("takes a part of a matrix, several matrices, and more numbers than a staging buffer has", async () => {
    const { ops } = open(lateBy(1));
    const many = Float32Array.from({ length: 5000 }, (_, i) => i);
    const [part, several, all] = ops.scope(() => {
      const m = ops.matrix(many, 1000, 5);
      const other = ops.matrix(Float32Array.of(7, 8), 2, 1);
      return [ops.read(rowsOf(m, 3, 2)), ops.read(other, rowsOf(m, 0, 1)), ops.read(m)];
    });
    expect([...(await part)]).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24]);
    expect([...(await several)]).toEqual([7, 8, 0, 1, 2, 3, 4]);
    expect(await all).toEqual(many);
  });

  it("shares one mapping with the other reads of its task, and staging buffers are used again", async () => {
    const { ops, device } = open(lateBy(1));
    for (let i = 0; i < 20; i++) {
      const reads = [1, 2, 3, 4].map((x) => send(ops, x));
      expect((await Promise.all(reads)).map(([x]) => x)).toEqual([1, 2, 3, 4]);
    }
    expect(device.asked.map).toBe(20);
  });

  it("is rejected where the device does not carry it out, so that no old number passes for a new one", async () => {
    const { ops, device } = open(lateBy(1));
    expect([...(await send(ops, 5, 6))]).toEqual([5, 6]);
    device.works = false;
    await expect(send(ops, 7, 8)).rejects.toThrow(DeviceLostError);
    expect(failures).toEqual(["it did not carry out a read"]);
  });

  it("is rejected with all others when the device is lost, and so is every later one, once and for all", async () => {
    const { ops, device } = open(held().schedule);
    const [first, second] = [send(ops, 1), send(ops, 2)];
    await Promise.resolve();
    device.lose();
    await expect(first).rejects.toThrow(DeviceLostError);
    await expect(second).rejects.toThrow(DeviceLostError);
    await expect(send(ops, 3)).rejects.toThrow(DeviceLostError);
    await expect(ops.room()).rejects.toThrow(DeviceLostError);
    expect(failures).toEqual(["it was unplugged"]);
  });

  it("is rejected after an error of the device", async () => {
    const { ops, device } = open(held().schedule);
    const read = send(ops, 1);
    device.onuncapturederror?.({ error: { message: "out of memory" } });
    await expect(read).rejects.toThrow("out of memory");
    expect(failures).toEqual(["out of memory"]);
  });

  it("waits no longer than the limit for an answer that never comes", async () => {
    const limits = new Set<() => void>();
    const startLimit: StartLimit = (over) => {
      limits.add(over);
      return () => void limits.delete(over);
    };
    const { answers, schedule } = held();
    const { ops } = open(schedule, startLimit);
    const read = send(ops, 1);
    await Promise.resolve();
    answers.splice(0).forEach((deliver) => deliver());
    await expect(read).resolves.toEqual(Float32Array.of(1));
    expect(limits.size).toBe(0); // nothing waits, so nothing is limited
    const hanging = send(ops, 2);
    await Promise.resolve();
    expect(limits.size).toBeGreaterThan(0);
    [...limits].at(0)?.();
    await expect(hanging).rejects.toThrow("it does not answer");
    expect(limits.size).toBe(0);
  });
});

describe("the work in flight", () => {
  it("is limited: another update waits until the device has finished an earlier one", async () => {
    const { answers, schedule } = held();
    const { ops } = open(schedule);
    const update = (): Promise<void> => {
      ops.scope(() => ops.tanh(ops.zeros(1, 1)));
      return ops.room();
    };
    const progress = { begun: 0 };
    const train = async (): Promise<void> => {
      for (; progress.begun < 20; progress.begun++) await update();
    };
    const training = train();
    await nextTask();
    const limit = progress.begun;
    expect(limit).toBeGreaterThan(1);
    expect(limit).toBeLessThan(20);
    answers.shift()?.();
    await nextTask();
    expect(progress.begun).toBe(limit + 1);
    while (progress.begun < 20) {
      answers.splice(0).forEach((deliver) => deliver());
      await nextTask();
    }
    await training;
  });
});
