import { describe, expect, it } from "vitest";
import { PeerMemories } from "./peerMemory";

describe("the memories of a team", () => {
  it("are kept for two sizes of models, because two lanes take turns", () => {
    const memories = new PeerMemories(3);
    const [small, large] = [memories.of(10), memories.of(20)];
    expect(memories.of(10)).toBe(small);
    expect(memories.of(20)).toBe(large);
    expect(memories.of(30)).toMatchObject({ size: 30, peers: 3 });
    expect(memories.of(20)).toBe(large);
    expect(memories.of(10)).not.toBe(small); // the one that was used longest ago makes room
  });
});
