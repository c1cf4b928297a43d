/** A team whose peers are workers, here stand-ins for them that answer at once or never. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tinyTask, copyPair } from "../../testing/tinyTask";
import { makeBatch } from "../../engine/batch";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { TeamStep } from "../../engine/fused/threads/team";
import { NO_DROPOUT } from "../../engine/training/dropoutMasks";
import { modelShape } from "../../engine/setup/modelShape";
import { DONE, FAILED, type PeerMemory, type PeerTask, viewPeerMemory } from "./peerMemory";
import { type PeerTeam, startTeam } from "./peerTeam";

type Deed = (task: PeerTask) => void;

/** Answers with its number as the loss, and with that many times the parameters as the gradient. */
const answer: Deed = ({ peer, memory }) => {
  const { states, losses, parameters, gradients } = viewPeerMemory(memory);
  losses[peer] = peer;
  gradients[peer]?.set(parameters.map((x) => (1 + peer) * x));
  Atomics.store(states, peer, DONE);
};
const fail: Deed = ({ peer, memory }) =>
  void Atomics.store(viewPeerMemory(memory).states, peer, FAILED);
const beSilent: Deed = () => undefined;

class StandIn extends EventTarget {
  static made: StandIn[] = [];
  static comesUp = true;
  static most = Infinity; // of how many can be made
  deed = answer;
  isEnded = false;
  readonly memories: PeerMemory[] = [];

  constructor() {
    super();
    if (StandIn.made.length >= StandIn.most) throw new Error("no more workers");
    StandIn.made.push(this);
    if (StandIn.comesUp) queueMicrotask(() => this.dispatchEvent(new Event("message")));
  }

  postMessage(task: PeerTask): void {
    this.memories.push(task.memory);
    this.deed(task);
  }

  terminate(): void {
    this.isEnded = true;
  }

  breakDown(message: string): void {
    this.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message }));
  }
}

const { size: V } = tinyTask.sourceVocabulary;
const share = {
  batch: makeBatch(tinyTask, [copyPair("ab")]),
  truthFed: [true],
  dropout: NO_DROPOUT,
};

function stepOf(parameters: readonly number[], peers: number): TeamStep {
  const shape = modelShape(DEFAULT_CONFIG, V, V);
  const shares = Array.from({ length: peers }, () => share);
  return { shape, parameters: Float32Array.from(parameters), shares };
}

const onFailure = vi.fn<() => void>();
const start = (peers: number): Promise<PeerTeam> => startTeam(peers, onFailure);
const endings = (): boolean[] => StandIn.made.map(({ isEnded }) => isEnded);

beforeEach(() => {
  Object.assign(StandIn, { made: [], comesUp: true, most: Infinity });
  onFailure.mockClear();
  vi.stubGlobal("Worker", StandIn);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a team of workers", () => {
  it("answers in the order of the shares, and ends", async () => {
    const team = await start(3);
    for (const shares of [3, 2]) {
      const results = team.begin(stepOf([1, 10], shares)).finish();
      expect(results.map(({ loss }) => loss)).toEqual([0, 1, 2].slice(0, shares));
      expect(results.map(({ gradient }) => [...gradient])).toEqual(
        [
          [1, 10],
          [2, 20],
          [3, 30],
        ].slice(0, shares),
      );
    }
    expect(onFailure).not.toHaveBeenCalled();
    team.end();
    expect(endings()).toEqual([true, true, true]);
  });

  it("keeps its memory from step to step, and makes another for a model of another size", async () => {
    const team = await start(1);
    for (const parameters of [
      [1, 2],
      [3, 4],
      [5, 6, 7],
    ]) {
      const [result] = team.begin(stepOf(parameters, 1)).finish();
      expect([...(result?.gradient ?? [])]).toEqual(parameters);
    }
    const memories = StandIn.made[0]?.memories ?? [];
    expect(memories.map(({ size }) => size)).toEqual([2, 2, 3]);
    expect(new Set(memories).size).toBe(2);
  });

  it("says once that a peer has failed, and is of no use from then on", async () => {
    const team = await start(2);
    Object.assign(StandIn.made[1] ?? {}, { deed: fail });
    expect(() => team.begin(stepOf([1], 2)).finish()).toThrow("one has failed");
    StandIn.made[1]?.breakDown("no memory");
    expect(() => team.begin(stepOf([1], 2))).toThrow("one has failed");
    expect(onFailure).toHaveBeenCalledTimes(1);
  });

  it("fails where a peer breaks down between two steps", async () => {
    const team = await start(1);
    StandIn.made[0]?.breakDown("");
    expect(onFailure).toHaveBeenCalledTimes(1);
    expect(() => team.begin(stepOf([1], 1))).toThrow("one has ended");
  });

  it("waits ten seconds for a silent peer, and a minute more where the leader took long or slept", async () => {
    const clock = vi.spyOn(performance, "now");
    const wait = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
    for (const [hours, seconds] of [
      [0, 10],
      [8, 70],
    ] as const) {
      const team = await start(1);
      Object.assign(StandIn.made.at(-1) ?? {}, { deed: beSilent });
      clock.mockReturnValue(0);
      const step = team.begin(stepOf([1], 1));
      clock.mockReturnValue(3_600_000 * hours);
      wait.mockClear();
      expect(() => step.finish()).toThrow("one does not answer");
      expect(wait).toHaveBeenCalledTimes(seconds);
      expect(wait).toHaveBeenLastCalledWith(expect.any(Int32Array), 0, 0, 1000);
    }
    expect(onFailure).toHaveBeenCalledTimes(2);
  });

  it("waits where a step is given up, but what comes of its peers is no news", async () => {
    const wait = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
    const team = await start(2);
    for (const standIn of StandIn.made) standIn.deed = beSilent;
    team.begin(stepOf([1], 2)).giveUp();
    expect(wait).toHaveBeenCalled();
    StandIn.made[1]?.breakDown("no memory");
    expect(onFailure).not.toHaveBeenCalled();
    expect(() => team.begin(stepOf([1], 2))).toThrow("given up");
  });
});

describe("a team that does not come up", () => {
  it("ends the peers that it has where another cannot be made", async () => {
    StandIn.most = 1;
    await expect(start(2)).rejects.toThrow("no more workers");
    expect(endings()).toEqual([true]);
  });

  it("ends all where one cannot be loaded", async () => {
    StandIn.comesUp = false;
    const starting = start(2);
    StandIn.made[1]?.breakDown("");
    await expect(starting).rejects.toThrow("one could not be loaded");
    expect(endings()).toEqual([true, true]);
  });

  it("ends all where one says nothing for twenty seconds", async () => {
    vi.useFakeTimers();
    StandIn.comesUp = false;
    const starting = start(2).catch(String);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await starting).toContain("one did not start");
    expect(endings()).toEqual([true, true]);
  });
});
