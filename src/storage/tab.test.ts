/** Names of tabs: a reload keeps the name, a duplicate gets another, and no page has a name without its lock. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeLocks } from "../testing/fakeLocks";
import { answerFor } from "./tabHolder";
import { claimTab, type ClaimedTab } from "./tab";

const KEY = "seq2seq-lab.tab";
const PREFIX = "seq2seq-lab.tab.";

const refuse = (): Promise<never> => Promise.reject(new DOMException("denied", "SecurityError"));

let locks = new FakeLocks();
let memory = new Map<string, string>();
let channels: FakeChannel[] = [];
let page = new EventTarget();

/** A channel between pages that delivers each message in a microtask. */
class FakeChannel extends EventTarget {
  constructor() {
    super();
    channels.push(this);
  }
  postMessage(data: unknown): void {
    const others = channels.filter((channel) => channel !== this);
    queueMicrotask(() => {
      for (const channel of others.filter((other) => channels.includes(other)))
        channel.dispatchEvent(new MessageEvent("message", { data }));
    });
  }
  close(): void {
    channels = channels.filter((channel) => channel !== this);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  locks = new FakeLocks();
  memory = new Map();
  channels = [];
  page = new EventTarget();
  vi.stubGlobal("navigator", { locks: locks.manager });
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The result of a claim, once there is one. */
function watch(claim: Promise<ClaimedTab | null>) {
  const seen: { tab?: ClaimedTab | null } = {};
  void claim.then((tab) => (seen.tab = tab));
  return seen;
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const hour = () => vi.advanceTimersByTimeAsync(3_600_000);

/** Opens a page that holds its name until it ends. */
async function openTab(): Promise<string> {
  const tab = await claimTab();
  if (tab === null) throw new Error("no tab");
  return tab.name;
}

describe("a new tab", () => {
  it("has its own name, remembers it, and holds its lock", async () => {
    const tab = await claimTab();
    expect(tab).toEqual({ name: memory.get(KEY), isOld: false });
    expect(locks.held).toEqual([PREFIX + memory.get(KEY)]);
  });

  it("has no name before it has the lock, however late that comes", async () => {
    locks.beSlow();
    const seen = watch(claimTab());
    await hour();
    expect(seen).toEqual({});
    locks.answerAtLast();
    await settle();
    expect(seen.tab).toEqual({ name: memory.get(KEY), isOld: false });
    expect(locks.held).toEqual([PREFIX + seen.tab?.name]);
  });
});

describe("a reload", () => {
  it("keeps its name once the page before has released it, even after ten seconds", async () => {
    const name = await openTab();
    page.dispatchEvent(new Event("pagehide"));
    const seen = watch(claimTab());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toEqual({});
    locks.release(PREFIX + name);
    await settle();
    expect(seen.tab).toEqual({ name, isOld: true });
    expect(locks.held).toEqual([PREFIX + name]);
  });

  it("keeps its name where the browser takes ten seconds to grant a free lock", async () => {
    memory.set(KEY, "before");
    locks.beSlow();
    const seen = watch(claimTab());
    await vi.advanceTimersByTimeAsync(10_000);
    locks.answerAtLast();
    await settle();
    expect(seen.tab).toEqual({ name: "before", isOld: true });
  });
});

describe("a duplicated tab", () => {
  it("takes another name at once where its original answers", async () => {
    const name = await openTab();
    const copy = watch(claimTab());
    await settle();
    expect(copy.tab?.isOld).toBe(false);
    expect(copy.tab?.name).not.toBe(name);
    expect(locks.held).toEqual([PREFIX + name, PREFIX + copy.tab?.name]);
    expect(locks.isAwaited).toBe(false); // it no longer waits for the lock of the original's name
  });

  it("takes another name where its original takes ten seconds to answer", async () => {
    const name = await openTab();
    const busy = channels;
    channels = [];
    const copy = watch(claimTab());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(copy).toEqual({});
    busy.forEach((channel) => channel.postMessage({ type: "me", tab: name }));
    await settle();
    expect(copy.tab?.name).not.toBe(name);
    expect(locks.held).toEqual([PREFIX + name, PREFIX + copy.tab?.name]);
  });

  it("takes another name where its original neither ends nor answers", async () => {
    const name = await openTab();
    channels = [];
    const copy = watch(claimTab());
    await hour();
    expect(copy.tab?.isOld).toBe(false);
    expect(copy.tab?.name).not.toBe(name);
    expect(locks.held).toEqual([PREFIX + name, PREFIX + copy.tab?.name]);
  });

  it("is not affected by tabs with other names", async () => {
    memory.set(KEY, "mine");
    answerFor("another");
    expect(await claimTab()).toEqual({ name: "mine", isOld: true });
  });
});

describe("no tab has a name, so that no run is saved,", () => {
  it("where the page has no locks", async () => {
    memory.set(KEY, "before");
    vi.stubGlobal("navigator", {});
    expect(await claimTab()).toBeNull();
  });

  it("where the browser refuses locks", async () => {
    vi.stubGlobal("navigator", { locks: { request: refuse } });
    expect(await claimTab()).toBeNull();
    memory.set(KEY, "before");
    expect(await claimTab()).toBeNull();
  });

  it("where the tab has no session storage", async () => {
    vi.stubGlobal("sessionStorage", undefined);
    expect(await claimTab()).toBeNull();
    expect(locks.held).toEqual([]);
  });
});
