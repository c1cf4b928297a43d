/** Where threads are available, how many there are, and how their loss is reported. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startTeam } from "./peerTeam";
import { onThreadsLost, openTeam } from "./threads";

vi.mock("./peerTeam", () => ({ startTeam: vi.fn<typeof startTeam>() }));

const team = { peers: 1, begin: vi.fn<never>(), end: vi.fn<() => void>() };

function onDevice(processors: number, isIsolated: boolean): void {
  vi.stubGlobal("navigator", { hardwareConcurrency: processors });
  vi.stubGlobal("crossOriginIsolated", isIsolated);
}

beforeEach(() => void vi.mocked(startTeam).mockReset().mockResolvedValue(team));
afterEach(() => void vi.unstubAllGlobals());

describe("the threads of a worker", () => {
  it.each([
    ["on one processor", 1, true],
    ["in a page that is not isolated", 8, false],
  ] as const)("are not available %s", async (_, processors, isIsolated) => {
    onDevice(processors, isIsolated);
    expect(await openTeam()).toBeNull();
    expect(startTeam).not.toHaveBeenCalled();
  });

  it("are the leader and its peers, and a lost peer is reported", async () => {
    onDevice(8, true);
    expect(await openTeam()).toBe(team);
    expect(startTeam).toHaveBeenCalledWith(3, expect.any(Function));
    const lost = vi.fn<() => void>();
    onThreadsLost(lost);
    expect(lost).not.toHaveBeenCalled();
    vi.mocked(startTeam).mock.lastCall?.[1]();
    expect(lost).toHaveBeenCalledTimes(1);
  });
});
