import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW, type Show } from "../../engine/show";
import { makeTrace } from "../../vis/testing/traces";
import type { Event, Message, Request } from "../../workers/protocol";
import { setTraceStarter } from "../ports/tracePort";
import { readyWith } from "../testing/events";
import { sceneTrace } from "./sceneTrace";

/** The requests that the worker gets. */
const sent: Request[] = [];

const typed = (text: string): Show => ({ ...INITIAL_SHOW, example: { kind: "typed", text } });

/** It decodes each source with the shipped model, but "fresh" with fresh weights; of "fails" it fails. */
function answer(post: (message: Message) => void, request: Request): void {
  sent.push(request);
  const { id, command } = request;
  const tell = (event: Event): void => post({ lane: "a", event });
  const { example } = command.type === "configure" ? command.show : INITIAL_SHOW;
  const text = example.kind === "typed" ? example.text : "";
  if (text === "fails") return tell({ type: "failed", failure: { kind: "silent" } });
  tell(readyWith({ runId: id, weights: text === "fresh" ? "fresh" : "baked" }));
  tell({ type: "trace", runId: id, requestId: id, trace: makeTrace({ source: [...text] }) });
  tell({ type: "done", requestId: id });
}

beforeEach(() => {
  sent.length = 0;
  setTraceStarter((post) => (request) => queueMicrotask(() => answer(post, request)));
});
afterEach(() => setTraceStarter(null));

const told = async (text: string): Promise<string | undefined> =>
  (await sceneTrace(DEFAULT_CONFIG, typed(text)))?.source.map((token) => token.text).join("");

test("typed sources are decoded one after the other, by the shipped model", async () => {
  const both = await Promise.all(["ab", "cd"].map(told));
  expect(both.map((source) => source?.slice(0, 2))).toEqual(["ab", "cd"]);
  expect(sent.map(({ command }) => command)).toMatchObject([
    { type: "configure", weights: "baked" },
    { type: "configure", weights: "baked" },
  ]);
});

test("a model that the page does not ship, and a worker that fails, tell nothing", async () => {
  expect(await told("fresh")).toBeUndefined();
  expect(await told("fails")).toBeUndefined();
  expect(await told("ab")).toBeDefined();
});
