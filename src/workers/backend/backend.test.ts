/** Threads as a backend, and a backend whose script does not load. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Team } from "../../engine/fused/threads/team";
import { computeShare } from "../../engine/fused/threads/computeShare";
import { createWasmOps } from "../../engine/fused/wasm/wasmOps";
import { startNodeBackend } from "../../testing/nodeBackend";
import { bringUp, chooseBackend, NoBackendError } from "./backend";
import type { PeerTeam } from "./peerTeam";
import { openTeam } from "./threads";

vi.mock("@tensorflow/tfjs-backend-webgl", () => {
  throw new Error("Failed to fetch dynamically imported module");
});
vi.mock("./threads", () => ({
  openTeam: vi.fn<typeof openTeam>(),
  onThreadsLost: vi.fn<(lost: () => void) => void>(),
}));

const end = vi.fn<() => void>();

/** Sets how the next team begins a step. */
function prepare(begin: Team["begin"]): void {
  vi.mocked(openTeam).mockResolvedValue({ peers: 1, begin, end } satisfies PeerTeam);
}

describe("threads as a backend", () => {
  beforeAll(() => startNodeBackend("wasm"));
  beforeEach(() => end.mockClear());

  it("come up, and end when the caller ends them", async () => {
    const ops = await createWasmOps();
    if (!ops) throw new Error("this Node runs no WebAssembly SIMD");
    prepare(({ shape, parameters, shares }) => ({
      finish: () => shares.map((share) => computeShare(ops, shape, parameters, share)),
      giveUp: () => undefined,
    }));
    const attempt = await bringUp("threads");
    expect(attempt).toMatchObject({ kind: "works", path: "fused", fault: null });
    expect(end).not.toHaveBeenCalled();
    if (attempt.kind === "works") attempt.end?.();
    expect(end).toHaveBeenCalledTimes(1);
  });

  it("end where they fail the self-test", async () => {
    prepare(({ parameters, shares }) => ({
      finish: () => shares.map(() => ({ loss: 1, gradient: parameters })),
      giveUp: () => undefined,
    }));
    expect(await bringUp("threads")).toMatchObject({
      kind: "broken",
      why: expect.stringContaining("off by") as string,
    });
    expect(end).toHaveBeenCalledTimes(1);
  });

  it("are unavailable where no team can start", async () => {
    vi.mocked(openTeam).mockResolvedValue(null);
    expect(await bringUp("threads")).toEqual({ kind: "unavailable" });
  });
});

describe("a backend whose script does not load", () => {
  it("is missing, not broken", async () => {
    expect(await bringUp("webgl", true)).toMatchObject({ kind: "missing" });
  });

  it("is the reason where no other backend is left", async () => {
    const choice = chooseBackend({ name: "webgl", by: "link" }, ["wasm", "cpu"]);
    await expect(choice).rejects.toBeInstanceOf(NoBackendError);
    await expect(choice).rejects.toMatchObject({ isMissing: true });
  });
});
