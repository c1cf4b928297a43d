/** Nothing leaves a worker after the loss of its device, except the news of it. */
import { describe, expect, it } from "vitest";
import { Outbox } from "./outbox";
import type { Message } from "./protocol";

const LOSS: Message = {
  lane: null,
  event: { type: "failed", failure: { kind: "backendLost", name: "webgl" } },
};
const done = (requestId: number): Message => ({ lane: "a", event: { type: "done", requestId } });

function open() {
  const device = { isThere: true };
  const sent: Message[] = [];
  let ends = 0;
  const outbox = new Outbox({
    send: (message) => sent.push(message),
    backend: () => "webgl",
    isDeviceThere: () => device.isThere,
    end: () => void ends++,
  });
  return { outbox, device, sent, ends: () => ends };
}

describe("an outbox", () => {
  it("asks for the device before each message, and reports its loss in place of the message", () => {
    const { outbox, device, sent, ends } = open();
    outbox.post(done(1));
    device.isThere = false;
    outbox.post(done(2));
    device.isThere = true;
    outbox.post(done(3));
    expect(sent).toEqual([done(1), LOSS]);
    expect(ends()).toBe(1);
  });

  it("saves nothing after a loss, and reports it in place of saving", async () => {
    const { outbox, device, sent } = open();
    const written: object[] = [];
    const store = outbox.guard({
      read: async () => undefined,
      write: async (record) => void written.push(record),
      remove: async () => undefined,
    });
    await store.write({ steps: 1 });
    device.isThere = false;
    await store.write({ steps: 2 });
    device.isThere = true;
    await store.write({ steps: 3 });
    expect(written).toEqual([{ steps: 1 }]);
    expect(sent).toEqual([LOSS]);
  });

  it("reports a loss once", () => {
    const { outbox, sent, ends } = open();
    outbox.closeAfterLoss();
    outbox.closeAfterLoss();
    outbox.post(done(1));
    expect(sent).toEqual([LOSS]);
    expect(ends()).toBe(1);
  });
});
