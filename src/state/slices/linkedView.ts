/**
 * The view in a link, one entry for each key, with its reader and its writer. Steps, columns and examples count from 1,
 * as they do on the screen.
 */
import { BESIDES } from "../../engine/beside";
import { MASKS } from "../../engine/results/batchAccount";
import { OPERATIONS } from "../../engine/results/operation";
import { readSubject, writeSubject } from "../../engine/results/subject";
import type { Config } from "../../engine/setup/config";
import { type Field, parseField } from "../../engine/setup/field";
import {
  type Choosing,
  CHOOSING_FIELDS,
  CHOOSING_NAMES,
  type ChoosingName,
  GREEDY,
  type Show,
} from "../../engine/show";
import { readPlace, writePlace } from "../../lessons/catalogue";
import { isFirstEverywhere } from "./firstExample";
import { CLASSROOM_FIELDS } from "./linkedClassroom";
import { LOOK_FIELDS } from "./linkedLook";
import { isSection, SECTIONS } from "./sections";
import {
  BATCH_PARTS,
  CENTRES,
  CURVES,
  DRAWN,
  INITIAL_VIEW,
  INSPECTORS,
  LOSSES,
  MAPS_SHOWN,
  MODES,
  RAIL_TABS,
  READINGS,
  SPEEDS,
  type ViewState,
} from "./view";

/** The part of the view that a link or the device's preferences name. */
export interface WantedView extends Partial<Omit<ViewState, "show">> {
  readonly show?: WantedShow;
}

interface WantedShow extends Partial<Omit<Show, "choosing">> {
  readonly choosing?: Partial<Choosing>;
}

export interface ViewField {
  /** Null: the text is invalid. */
  readonly read: (text: string) => WantedView | null;
  /** Null: the link leaves the key out. */
  readonly write: (view: ViewState, task: Config["task"]) => string | null;
}

const MAX_SOURCE = 200; // characters of a typed source
const MAX_PLACE = 40; // characters of the name of a number
const MAX_POSITION = 256; // steps, columns and held-out examples
const SPEED: Field = { kind: "number", ...SPEEDS, url: "speed" };

/** The 0-based position of a number that counts from 1; null: the text is no number. */
function position(text: string): number | null {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? null : Math.min(MAX_POSITION, Math.max(1, value)) - 1;
}

const example: ViewField = {
  read: (text) => {
    const index = position(text);
    return index === null ? null : { show: { example: { kind: "heldOut", index } } };
  },
  write: ({ show }, task) =>
    show.example.kind === "typed" || isFirstEverywhere(task, show.example.index)
      ? null
      : String(show.example.index + 1),
};

const source: ViewField = {
  read: (text) => ({ show: { example: { kind: "typed", text: text.slice(0, MAX_SOURCE) } } }),
  write: ({ show }) =>
    show.example.kind === "typed" ? show.example.text.slice(0, MAX_SOURCE) : null,
};

const step: ViewField = {
  read: (text) => {
    const index = position(text);
    return index === null ? null : { step: index };
  },
  write: (view) => (view.step < MAX_POSITION ? String(view.step + 1) : null),
};

/** A column counts only together with a step. */
const column: ViewField = {
  read: (text) => {
    const index = position(text);
    return index === null ? null : { column: index };
  },
  write: (view) =>
    view.step < MAX_POSITION && view.column !== null ? String(view.column + 1) : null,
};

/** Always in the link, because the page chooses the mode of a link without it. */
const mode: ViewField = {
  read: (text) => {
    const value = MODES.find((each) => each === text);
    return value === undefined ? null : { mode: value };
  },
  write: (view) => view.mode,
};

const lesson: ViewField = {
  read: (text) => {
    const place = readPlace(text);
    return place && { lesson: place };
  },
  write: (view) => view.lesson && writePlace(view.lesson),
};

/** A field of the view with a fixed set of words. */
function word<
  Name extends
    "railTab" | "centre" | "batchPart" | "curves" | "operation" | "drawn" | "lossOf" | "maps",
>(name: Name, words: readonly ViewState[Name][]): ViewField {
  return {
    read: (text) => {
      const value = words.find((each) => each === text);
      return value === undefined ? null : { [name]: value };
    },
    write: (view) => (view[name] === INITIAL_VIEW[name] ? null : view[name]),
  };
}

const reading: ViewField = {
  read: (text) => {
    const value = READINGS.find((each) => each === text);
    return value ? { reading: value, panel: "none" } : null;
  },
  write: (view) => view.reading,
};

/** A layer or a head, which counts from 1 in a link. */
const numbered = (name: "layer" | "head"): ViewField => ({
  read: (text) => {
    const index = position(text);
    return index === null ? null : { [name]: index };
  },
  write: ({ [name]: index }) => (index === null ? null : String(index + 1)),
});

const open: ViewField = {
  read: (text) => {
    const named = text.split(".").filter(isSection);
    return named.length === 0 ? null : { open: SECTIONS.filter((each) => named.includes(each)) };
  },
  write: (view) => (view.open.length === 0 ? null : view.open.join(".")),
};

const masksOff: ViewField = {
  read: (text) => {
    const named = text.split(".");
    const off = MASKS.filter((each) => named.includes(each));
    return off.length === 0 ? null : { masksOff: off };
  },
  write: ({ masksOff: off }) => (off.length === 0 ? null : off.join(".")),
};

const numbers: ViewField = {
  read: (text) => {
    const inspected = readSubject(text);
    return inspected && { inspected, inspector: "numbers" };
  },
  write: ({ inspected }) => inspected && writeSubject(inspected),
};

/** The inspector reads it once it knows the trace. */
const sum: ViewField = {
  read: (text) =>
    text === "" ? null : { derivation: text.slice(0, MAX_PLACE), inspector: "numbers" },
  write: ({ derivation }) => derivation,
};

/** A link that names numbers opens their tab, unless it names another one. */
const inspect: ViewField = {
  read: (text) => {
    const inspector = INSPECTORS.find((each) => each === text);
    return inspector ? { inspector } : null;
  },
  write: ({ inspector, inspected, derivation }) => {
    const opened = (inspected ?? derivation) ? "numbers" : INITIAL_VIEW.inspector;
    return inspector === opened ? null : inspector;
  },
};

const feed: ViewField = {
  read: (text) => (text === "truth" ? { show: { feeding: "truth" } } : null),
  write: ({ show }) => (show.feeding === "truth" ? "truth" : null),
};

const beside: ViewField = {
  read: (text) => {
    const value = BESIDES.find((each) => each === text);
    return value ? { show: { beside: value } } : null;
  },
  write: ({ show }) => (show.beside === "none" ? null : show.beside),
};

function choosing(name: ChoosingName): ViewField {
  return {
    read: (text) => {
      const value = parseField(CHOOSING_FIELDS[name], text);
      return value === null ? null : { show: { choosing: { [name]: value } } };
    },
    write: ({ show }) =>
      show.choosing[name] === GREEDY[name] ? null : String(show.choosing[name]),
  };
}

const speed: ViewField = {
  read: (text) => {
    const value = parseField(SPEED, text);
    return typeof value === "number" ? { stepsPerSecond: value } : null;
  },
  write: ({ stepsPerSecond }) =>
    stepsPerSecond === INITIAL_VIEW.stepsPerSecond ? null : String(stepsPerSecond),
};

/** By the key in the URL. */
export const VIEW_FIELDS: Readonly<Record<string, ViewField>> = {
  mode,
  lesson,
  rail: word("railTab", RAIL_TABS),
  centre: word("centre", CENTRES),
  read: reading,
  curves: word("curves", CURVES),
  batchof: word("batchPart", BATCH_PARTS),
  nomask: masksOff,
  example,
  source, // a typed source wins over an example
  ...Object.fromEntries(CHOOSING_NAMES.map((name) => [CHOOSING_FIELDS[name].url, choosing(name)])),
  step,
  column,
  feed,
  beside,
  speed,
  op: word("operation", OPERATIONS),
  layer: numbered("layer"),
  head: numbered("head"),
  draw: word("drawn", DRAWN),
  loss: word("lossOf", LOSSES),
  maps: word("maps", MAPS_SHOWN),
  numbers,
  sum,
  inspect, // after numbers and sum, which open their tab
  open,
  ...CLASSROOM_FIELDS,
  ...LOOK_FIELDS,
};

/** The part of the view that a query names. */
export function readView(query: URLSearchParams): WantedView {
  const parts = Object.entries(VIEW_FIELDS).flatMap(([key, field]) => {
    const text = query.get(key);
    return text === null ? [] : [field.read(text) ?? {}];
  });
  const { column: at, ...view } = parts.reduce(merge, {});
  return at === undefined || view.step === undefined ? view : { ...view, column: at };
}

/** Writes the language, and every other field that differs from its default, into the query. */
export function writeView(query: URLSearchParams, view: ViewState, task: Config["task"]): void {
  for (const [key, field] of Object.entries(VIEW_FIELDS)) {
    const text = field.write(view, task);
    if (text !== null) query.set(key, text);
  }
}

function merge(before: WantedView, after: WantedView): WantedView {
  const { show, ...view } = after;
  if (!show) return { ...before, ...view };
  const choice = { ...before.show?.choosing, ...show.choosing };
  const hasChoice = Object.keys(choice).length > 0;
  return {
    ...before,
    ...view,
    show: { ...before.show, ...show, ...(hasChoice && { choosing: choice }) },
  };
}
