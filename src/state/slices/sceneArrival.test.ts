/** A lesson waits for the model that it has asked for, also where it has the settings of the one on the stage. */
import { expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { makeTrace } from "../../vis/testing/traces";
import type { Command } from "../../workers/protocol";
import { readyWith } from "../testing/events";
import { INITIAL_LANE, type Lane } from "./lane";
import type { RunInfo } from "./run";
import { isBehind } from "./sceneArrival";
import { INITIAL_VIEW } from "./view";

const trace = makeTrace();
const config = { ...DEFAULT_CONFIG, task: trace.task.id, ...trace.shape };
const view = { ...INITIAL_VIEW, show: trace.show };

type Weights = Extract<Command, { readonly type: "configure" }>["weights"];

function behind(now: RunInfo["weights"] | null, asked: Weights | null): boolean {
  const info = now && { ...readyWith().info, weights: now };
  const a: Lane = { ...INITIAL_LANE, config, run: { ...INITIAL_LANE.run, trace, info } };
  const command: Command | null = asked && {
    type: "configure",
    config,
    weights: asked,
    show: trace.show,
  };
  const requests = command ? [{ id: 1, lane: "a" as const, command, config }] : [];
  return isBehind({ view, lesson: { alone: null, isComparing: false }, lanes: { a }, requests });
}

it.each([
  ["a page that opens on the shipped model", null, "kept", false],
  ["the shipped model asked for again", "baked", "baked", false],
  ["fresh weights instead of the shipped ones", "baked", "fresh", true],
  ["fresh weights instead of trained ones", "fresh", "fresh", true],
  ["the shipped model instead of a trained one", "fresh", "baked", true],
  ["nothing asked", "fresh", null, false],
] as const)("%s", (_name, now, asked, expected) => {
  expect(behind(now, asked)).toBe(expected);
});
