/** The entries of the menu of an item: what the student can change there, and take back. */
import { allHere, asRow, diagonal, uniform } from "../../engine/edits/attentionRow";
import { type Edit, type EditKind, hiddenOf, isSamePlace } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import type { Item } from "./item";

/** The panels that an entry can open. */
export type Panel = "say" | "feed" | "weight" | "whole";

export type EntryName =
  | "setWeight"
  | "here"
  | "alike"
  | "diagonal"
  | "above"
  | "computed"
  | "say"
  | "sayComputed"
  | "feed"
  | "feedComputed"
  | "hide"
  | "unhide"
  | "emptyContext"
  | "fillContext"
  | "emptyState"
  | "fillState"
  | "settings";

export type Deed =
  | { readonly do: "edit"; readonly edit: Edit }
  | { readonly do: "remove"; readonly edit: Edit }
  | { readonly do: "open"; readonly panel: Panel };

export interface Entry {
  readonly name: EntryName;
  readonly deed: Deed;
}

export interface Group {
  readonly title: "weight" | "row" | "step" | "source" | "whole";
  readonly entries: readonly Entry[];
}

/** The groups of an item's menu; those without entries are left out. */
export function menuEntries(trace: Trace, item: Item): readonly Group[] {
  return groupsOf(trace, item).filter(({ entries }) => entries.length > 0);
}

function groupsOf(trace: Trace, item: Item): readonly Group[] {
  switch (item.kind) {
    case "pair":
      return pairGroups(trace, item);
    case "said":
      return [{ title: "step", entries: saying(trace, item.step) }];
    case "fed":
      return [{ title: "step", entries: feeding(trace, item.step) }];
    case "context":
      return [{ title: "step", entries: context(trace, item.step) }];
    case "state":
      return [{ title: "step", entries: state(trace, item.step) }];
    case "source":
      return [{ title: "source", entries: hiding(trace, item.column) }];
    default:
      return item satisfies never;
  }
}

function pairGroups(trace: Trace, { step, column }: Extract<Item, { kind: "pair" }>): Group[] {
  const attends = trace.shape.attention !== "none";
  const parts = [saying, feeding, context, state];
  const stepGroup: Group = { title: "step", entries: parts.flatMap((of) => of(trace, step)) };
  if (!attends || column === null) return [stepGroup];
  return [
    { title: "weight", entries: weight(trace, step, column) },
    { title: "row", entries: row(trace, step) },
    stepGroup,
    { title: "source", entries: hiding(trace, column) },
    { title: "whole", entries: [{ name: "settings", deed: { do: "open", panel: "whole" } }] },
  ];
}

const edit = (name: EntryName, wanted: Edit): Entry => ({ name, deed: { do: "edit", edit: wanted } }); // prettier-ignore

/** The edit, or the way back where it is in effect. */
function toggle(trace: Trace, names: readonly [EntryName, EntryName], wanted: Edit): Entry {
  const now = trace.show.edits.find((other) => isSamePlace(other, wanted));
  return now ? { name: names[1], deed: { do: "remove", edit: now } } : edit(names[0], wanted);
}

/** The way back from an edit of this kind at this step, if there is one. */
function back(trace: Trace, name: EntryName, kind: EditKind, step: number): Entry[] {
  const now = trace.show.edits.find((other) => other.kind === kind && "step" in other && other.step === step); // prettier-ignore
  return now ? [{ name, deed: { do: "remove", edit: now } }] : [];
}

const weightsAt = (trace: Trace, step: number) => trace.steps[step]?.attention?.weights ?? null;

function weight(trace: Trace, step: number, column: number): Entry[] {
  const positions = trace.source.length;
  return [
    { name: "setWeight", deed: { do: "open", panel: "weight" } },
    edit("here", { kind: "look", step, weights: allHere(positions, column) }),
  ];
}

function row(trace: Trace, step: number): Entry[] {
  const positions = trace.source.length;
  const above = weightsAt(trace, step - 1);
  const rows: readonly (readonly [EntryName, readonly number[]])[] = [
    ["alike", uniform(positions, hiddenOf(trace.show.edits))],
    ["diagonal", diagonal(step, trace.steps.length, positions)],
    ...(above ? [["above", asRow(above)] as const] : []),
  ];
  return [
    ...rows.map(([name, weights]) => edit(name, { kind: "look", step, weights })),
    ...back(trace, "computed", "look", step),
  ];
}

function saying(trace: Trace, step: number): Entry[] {
  return [
    { name: "say", deed: { do: "open", panel: "say" } },
    ...back(trace, "sayComputed", "say", step),
  ];
}

function feeding(trace: Trace, step: number): Entry[] {
  return [
    { name: "feed", deed: { do: "open", panel: "feed" } },
    ...back(trace, "feedComputed", "feed", step),
  ];
}

function context(trace: Trace, step: number): Entry[] {
  if (trace.shape.attention === "none") return [];
  return [toggle(trace, ["emptyContext", "fillContext"], { kind: "emptyContext", step })];
}

function state(trace: Trace, step: number): Entry[] {
  return [toggle(trace, ["emptyState", "fillState"], { kind: "emptyState", step })];
}

function hiding(trace: Trace, position: number): Entry[] {
  if (trace.shape.attention === "none") return [];
  return [toggle(trace, ["hide", "unhide"], { kind: "hide", position })];
}
