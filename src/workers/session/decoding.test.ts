/** Decoding through the session: typed sources and the settings of decoding. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../../testing/eventually";
import { GREEDY } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

describe("decoding", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => {
    session = new TestSession(arithmetic);
  });

  it.each([
    ["", { kind: "empty" }],
    ["abcdefghijklmnopqrstu", { kind: "tooLong", length: 21, limit: 20 }],
    ["ab1한", { kind: "unknownTokens", tokens: ["1", "한"] }],
  ])("refuses the source %j with a reason", async (text, problem) => {
    await session.configure();
    await session.type(text);
    const requestId = session.lastRequest;
    expect(session.latest("sourceRejected")).toEqual({
      type: "sourceRejected",
      requestId,
      text,
      problem,
    });
  });

  it("decodes only the latest position of a slider that moved during the last decode", async () => {
    await session.configure();
    session.events.length = 0;
    const { port1: worker, port2: page } = new MessageChannel(); // each message in a task of its own
    worker.addEventListener("message", ({ data }) => {
      void session.show({ choosing: { ...GREEDY, method: "beam", beamWidth: Number(data) } });
    });
    worker.start();
    for (const beamWidth of [1, 2, 3, 4, 5]) page.postMessage(beamWidth);
    await eventually(() => expect(session.of("done")).toHaveLength(5));
    worker.close();
    const widths = session.of("trace").map(({ trace }) => trace.show.choosing.beamWidth);
    expect(widths.length).toBeLessThan(5);
    expect(widths.at(-1)).toBe(5);
  });

  it("keeps showing the last example during training where it has refused a newer source", async () => {
    await session.configure({ ...SMALL, maxSteps: 50 });
    await session.type("abc");
    await session.type("?");
    await session.train();
    expect(session.of("sourceRejected")).toHaveLength(1);
    expect(session.latest("trace")?.trace.show.example).toEqual({
      kind: "typed",
      text: "abc",
    });
    expect(session.latest("trace")?.trace.trainedSteps).toBe(50);
  });

  it("decodes a typed source with its expected answer, and feeds the truth on request", async () => {
    await session.configure();
    await session.type("abc", true);
    const trace = session.latest("trace")?.trace;
    expect(trace?.source.map(({ text }) => text)).toEqual(["a", "b", "c", "<eos>"]);
    expect(trace?.expected?.map(({ text }) => text)).toEqual(["c", "b", "a", "<eos>"]);
    expect(trace?.steps.map(({ input }) => input.text)).toEqual(["<sos>", "c", "b", "a"]);
  });

  it("decodes the example again when the settings of decoding change, and not for other settings", async () => {
    await session.configure();
    await session.send({
      type: "adjust",
      config: { ...SMALL, learningRate: 0.01 },
    });
    expect(session.of("trace")).toHaveLength(1);
    await session.show({ choosing: { ...GREEDY, method: "beam", beamWidth: 2 } });
    expect(session.latest("trace")?.trace.decoding).toMatchObject({
      kind: "beam",
      width: 2,
    });
    expect(session.of("trace")).toHaveLength(2);
    expect(session.of("ready")).toHaveLength(1);
  });
});
