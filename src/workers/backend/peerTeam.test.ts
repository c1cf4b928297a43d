/** A team of fake workers, which answer at once or never. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tinyTask, copyPair } from "../../testing/tinyTask";
import { makeBatch } from "../../engine/batch";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { TeamStep } from "../../engine/fused/threads/team";
import { NO_DROPOUT } from "../../engine/training/dropoutMasks";
import { modelShape } from "../../engine/setup/modelShape";
import { DONE, FAILED, type PeerMemory, type PeerTask, viewPeerMemory } from "./peerMemory";
import { type PeerTeam, startTeam } from "./peerTeam";

type Behaviour = (task: PeerTask) => void;

/** Its loss is its index i, its gradient is (1 + i) times the parameters. */
const answer: Behaviour = ({ peer, memory }) => {
  const { states, losses, parameters, gradients } = viewPeerMemory(memory);
  losses[peer] = peer;
  gradients[peer]?.set(parameters.map((x) => (1 + peer) * x));
  Atomics.store(states, peer, DONE);
};
const fail: Behaviour = ({ peer, memory }) =>
  void Atomics.store(viewPeerMemory(memory).states, peer, FAILED);
const beSilent: Behaviour = () => undefined;

class FakePeer extends EventTarget {
  static made: FakePeer[] = [];
  static comesUp = true;
  static most = Infinity; // workers that can be made
  behave = answer;
  isEnded = false;
  readonly memories: PeerMemory[] = [];

  constructor() {
    super();
    if (FakePeer.made.length >= FakePeer.most) throw new Error("no more workers");
    FakePeer.made.push(this);
    if (FakePeer.comesUp) queueMicrotask(() => this.comeUp());
  }

  comeUp(): void {
    this.dispatchEvent(new Event("message"));
  }

  postMessage(task: PeerTask): void {
    this.memories.push(task.memory);
    this.behave(task);
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
const endings = (): boolean[] => FakePeer.made.map(({ isEnded }) => isEnded);

beforeEach(() => {
  Object.assign(FakePeer, { made: [], comesUp: true, most: Infinity });
  onFailure.mockClear();
  vi.stubGlobal("Worker", FakePeer);
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

  it("keeps its memory from step to step, and makes new memory for a model of another size", async () => {
    const team = await start(1);
    for (const parameters of [
      [1, 2],
      [3, 4],
      [5, 6, 7],
    ]) {
      const [result] = team.begin(stepOf(parameters, 1)).finish();
      expect([...(result?.gradient ?? [])]).toEqual(parameters);
    }
    const memories = FakePeer.made[0]?.memories ?? [];
    expect(memories.map(({ size }) => size)).toEqual([2, 2, 3]);
    expect(new Set(memories).size).toBe(2);
  });

  it("reports a failed peer once, and throws from then on", async () => {
    const team = await start(2);
    Object.assign(FakePeer.made[1] ?? {}, { behave: fail });
    expect(() => team.begin(stepOf([1], 2)).finish()).toThrow("a peer has failed");
    FakePeer.made[1]?.breakDown("no memory");
    expect(() => team.begin(stepOf([1], 2))).toThrow("a peer has failed");
    expect(onFailure).toHaveBeenCalledTimes(1);
  });

  it("fails where a peer breaks down between two steps", async () => {
    const team = await start(1);
    FakePeer.made[0]?.breakDown("");
    expect(onFailure).toHaveBeenCalledTimes(1);
    expect(() => team.begin(stepOf([1], 1))).toThrow("a peer has ended");
  });

  it("waits 20 seconds for a silent peer, and at most a minute more where the leader took long or slept", async () => {
    const clock = vi.spyOn(performance, "now");
    const wait = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
    for (const [hours, seconds] of [
      [0, 20],
      [8, 80],
    ] as const) {
      const team = await start(1);
      Object.assign(FakePeer.made.at(-1) ?? {}, { behave: beSilent });
      clock.mockReturnValue(0);
      const step = team.begin(stepOf([1], 1));
      clock.mockReturnValue(3_600_000 * hours);
      wait.mockClear();
      expect(() => step.finish()).toThrow("a peer does not answer");
      expect(wait).toHaveBeenCalledTimes(seconds);
      expect(wait).toHaveBeenLastCalledWith(expect.any(Int32Array), 0, 0, 1000);
    }
    expect(onFailure).toHaveBeenCalledTimes(2);
  });

  it("waits for the peers where the leader has failed, and does not report their failures", async () => {
    const wait = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
    const team = await start(2);
    for (const peer of FakePeer.made) peer.behave = beSilent;
    team.begin(stepOf([1], 2)).giveUp();
    expect(wait).toHaveBeenCalled();
    FakePeer.made[1]?.breakDown("no memory");
    expect(onFailure).not.toHaveBeenCalled();
    expect(() => team.begin(stepOf([1], 2))).toThrow("a step has failed");
  });
});

describe("a team that does not come up", () => {
  it("ends its peers where another cannot be made", async () => {
    FakePeer.most = 1;
    await expect(start(2)).rejects.toThrow("no more workers");
    expect(endings()).toEqual([true]);
  });

  it("ends all peers where one cannot be loaded", async () => {
    FakePeer.comesUp = false;
    const starting = start(2);
    FakePeer.made[1]?.breakDown("");
    await expect(starting).rejects.toThrow("a peer could not be loaded");
    expect(endings()).toEqual([true, true]);
  });

  it("ends all peers where none comes up for a minute", async () => {
    vi.useFakeTimers();
    FakePeer.comesUp = false;
    const starting = start(2).catch(String);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await starting).toContain("a peer did not start");
    expect(endings()).toEqual([true, true]);
  });

  it("waits another minute after every peer that comes up", async () => {
    vi.useFakeTimers();
    FakePeer.comesUp = false;
    const starting = start(2);
    await vi.advanceTimersByTimeAsync(59_999);
    FakePeer.made[1]?.comeUp();
    await vi.advanceTimersByTimeAsync(59_999);
    FakePeer.made[0]?.comeUp();
    expect((await starting).peers).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
    expect(endings()).toEqual([false, false]);
  });
});
