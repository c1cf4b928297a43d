import { afterEach, beforeEach, expect, test } from "vitest";
import { SHIPPED_NETWORKS } from "../../engine/alone/shippedNetworks";
import { sceneOf } from "../../lessons/catalogue";
import type { Scene } from "../../lessons/scene";
import { readingOf } from "../../lessons/testing/alone";
import type { AloneCommand, AloneEvent, AloneInfo } from "../../workers/aloneProtocol";
import { setAloneStarter } from "../ports/alonePort";
import { aloneSceneFacts } from "./aloneSceneFacts";

const INFO = {
  config: SHIPPED_NETWORKS.classifier,
  classes: ["de", "sv"],
  isShipped: true,
  step: 500,
  examples: [],
  evaluations: [],
} as unknown as AloneInfo;

const scene = (text: string): Scene => ({ task: "reverse", alone: { kind: "classifier", text } });

/** The commands that the worker gets. */
const sent: AloneCommand[] = [];

/** It reads what it is asked for, and after it has opened first what it was asked for before. */
function answer(post: (event: AloneEvent) => void, command: AloneCommand): void {
  sent.push(command);
  const read = (text: string) => post({ type: "read", step: 500, reading: readingOf(text, []) });
  if (command.type === "open") {
    post({ type: "opened", info: INFO });
    read("before");
  } else if (command.type === "read" && command.text === "fails")
    post({ type: "failed", detail: "no memory" });
  else if (command.type === "read") read(command.text);
}

beforeEach(() => {
  sent.length = 0;
  setAloneStarter(async (post) => (command) => queueMicrotask(() => answer(post, command)));
});
afterEach(() => setAloneStarter(null));

test("scenes of the networks alone are told one after the other, by the shipped network", async () => {
  const told = await Promise.all(["anna", "otto"].map((text) => aloneSceneFacts(scene(text))));
  expect(told.map((facts) => facts?.reading?.name)).toEqual(["anna", "otto"]);
  expect(sent.map(({ type }) => type)).toEqual(["open", "read", "open", "read"]);
  expect(sent[0]).toMatchObject({ isShipped: true, own: null });
});

test("a scene on the stage, and one that the worker cannot tell, have none", async () => {
  expect(await aloneSceneFacts(sceneOf("readTheMap"))).toBeNull();
  expect(await aloneSceneFacts(scene("fails"))).toBeNull();
  expect((await aloneSceneFacts(scene("anna")))?.reading?.name).toBe("anna");
});
