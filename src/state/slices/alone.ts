/** The networks that only read or only write, as the page knows them: what the student wants, and what the worker says. */
import { ALONE_FIELDS, type AloneConfig, DEFAULT_ALONE } from "../../engine/alone/aloneConfig";
import type { Listed } from "../../engine/alone/names";
import type { ModelProblem } from "../../engine/files/modelProblem";
import { thinned } from "../../engine/results/thinned";
import { parseField } from "../../engine/setup/field";
import type { AloneEvent, AloneInfo, JudgedWriting } from "../../workers/aloneProtocol";
import type { KeepingProblem } from "../../workers/protocol";
import type { Reading } from "../../engine/alone/belief";

/** What a link names: the settings, the name to read, and what to write. */
export interface AloneWish {
  readonly config: AloneConfig;
  readonly text: string; // the name to read; empty: the first held-out one
  readonly label: string; // the class to write names of; empty: the first one
  readonly beginning: string;
  readonly choosing: "greedy" | "sample";
  readonly temperature: number;
  readonly drawSeed: number;
}

export const INITIAL_WISH: AloneWish = {
  config: DEFAULT_ALONE,
  text: "",
  label: "",
  beginning: "",
  choosing: "sample",
  temperature: 0.8,
  drawSeed: 1,
};

export interface AloneState {
  /** What its page shows, as a link says it; null: the page is closed. */
  readonly place: string | null;
  /** Whether the worker has been asked for what the place says. */
  readonly isEntered: boolean;
  readonly wish: AloneWish;
  readonly own: readonly Listed[] | null;
  /** Whether own names were asked for that are not here. */
  readonly lacksOwn: boolean;
  readonly info: AloneInfo | null;
  readonly isTraining: boolean;
  readonly reading: Reading | null;
  readonly written: readonly JudgedWriting[];
  /** A file that waits for its download. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
  readonly refused: ModelProblem | null;
  readonly failure: string | null;
  /** Why a reload may lose the run; null: it would not. */
  readonly savingProblem: KeepingProblem | null;
}

export const INITIAL_ALONE: AloneState = {
  place: null,
  isEntered: false,
  wish: INITIAL_WISH,
  own: null,
  lacksOwn: false,
  info: null,
  isTraining: false,
  reading: null,
  written: [],
  file: null,
  refused: null,
  failure: null,
  savingProblem: null,
};

/** The state after an event of the worker. */
export function afterEvent(state: AloneState, event: AloneEvent): AloneState {
  const { info } = state;
  switch (event.type) {
    case "opened":
      return {
        ...state,
        info: event.info,
        own: event.own ?? state.own,
        lacksOwn: event.lacksOwn === true,
        reading: null,
        written: [],
        refused: null,
        failure: null,
      };
    case "progress":
      return info
        ? {
            ...state,
            savingProblem: state.savingProblem === "damaged" ? null : state.savingProblem,
            info: { ...info, step: event.step, losses: thinned([...info.losses, ...event.losses]) },
          }
        : state;
    case "evaluated":
      return info
        ? { ...state, info: { ...info, evaluations: [...info.evaluations, event.evaluation] } }
        : state;
    case "started":
      return { ...state, isTraining: true };
    case "stopped":
      return { ...state, isTraining: false };
    case "read":
      return { ...state, reading: event.reading };
    case "written":
      return { ...state, written: event.written };
    case "saved":
      return { ...state, file: { name: event.fileName, bytes: event.bytes } };
    case "keeping":
      return { ...state, savingProblem: event.problem ?? dropped(state) };
    case "refused":
      return { ...state, refused: event.problem };
    case "failed":
      return { ...state, failure: event.detail, isTraining: false };
    default:
      return event satisfies never;
  }
}

/** That a saved run was dropped stays true until the next update, whatever is saved before it. */
function dropped({ savingProblem }: AloneState): "damaged" | null {
  return savingProblem === "damaged" ? "damaged" : null;
}

const LONGEST = 24; // letters of a text in a link
const [BETWEEN, IS] = ["*", "_"]; // characters that a query leaves as they are
const TEXTS = { read: "text", class: "label", begin: "beginning" } as const;
const FIELDS = Object.entries(ALONE_FIELDS) as [
  keyof AloneConfig,
  (typeof ALONE_FIELDS)["names"],
][];

/**
 * The wish as a link writes it: the kind, then what differs from its default, as "classifier*names_native". Names of the
 * student's own are not in it; it says that there are some.
 */
export function writeWish(wish: AloneWish): string {
  const { config, choosing, temperature, drawSeed } = wish;
  const parts = FIELDS.filter(
    ([name]) => name !== "alone" && config[name] !== DEFAULT_ALONE[name],
  ).map(([name, { url }]) => [url, config[name]] as const);
  const texts = Object.entries(TEXTS).map(([key, name]) => [key, wish[name]] as const);
  const drawn = [
    ["how", choosing === INITIAL_WISH.choosing ? "" : choosing],
    ["heat", temperature === INITIAL_WISH.temperature ? "" : temperature],
    ["draw", drawSeed === INITIAL_WISH.drawSeed ? "" : drawSeed],
  ] as const;
  const all = [...parts, ...texts, ...drawn].filter(([, value]) => value !== "");
  return [config.alone, ...all.map(([key, value]) => `${key}${IS}${value}`)].join(BETWEEN);
}

/** Reads a wish from a link. What it does not understand has its default. */
export function readWish(text: string): AloneWish {
  const [kind = "", ...parts] = text.split(BETWEEN);
  const given = new Map(
    parts.map((part) => [part.slice(0, part.indexOf(IS)), part.slice(part.indexOf(IS) + 1)]),
  );
  const config = Object.fromEntries(
    FIELDS.map(([name, field]) => {
      const value = name === "alone" ? kind : (given.get(field.url) ?? "");
      return [name, parseField(field, value) ?? DEFAULT_ALONE[name]];
    }),
  ) as AloneConfig;
  const textOf = (key: keyof typeof TEXTS) => (given.get(key) ?? "").slice(0, LONGEST);
  const numberOf = (key: string, least: number, most: number, other: number): number => {
    const value = Number(given.get(key) ?? Number.NaN);
    return value >= least && value <= most ? value : other;
  };
  return {
    config,
    text: textOf("read"),
    label: textOf("class"),
    beginning: textOf("begin"),
    choosing: given.get("how") === "greedy" ? "greedy" : INITIAL_WISH.choosing,
    temperature: numberOf("heat", 0.1, 2, INITIAL_WISH.temperature),
    drawSeed: numberOf("draw", 1, 999_999, INITIAL_WISH.drawSeed),
  };
}
