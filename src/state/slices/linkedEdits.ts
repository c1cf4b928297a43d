/**
 * The edits in a link: one key for each kind, several edits of a kind joined by "_". Steps and positions count from 1, as
 * on the screen: `say=3.o_5.n&look=2.0.1-0.9-0&hide=4`.
 */
import { type Edit, type EditKind, type EditOf, editsOf, withEdit } from "../../engine/edits/edit";
import { namesPlaces } from "./classroom";
import { EDIT_KEYS } from "./editKeys";

interface EditCodec<Kind extends EditKind> {
  /** Null: the text is invalid. */
  readonly read: (text: string) => EditOf<Kind> | null;
  readonly write: (edit: EditOf<Kind>) => string;
}

const MOST_EDITS = 64; // of a kind
const MAX_PLACE = 256; // steps and positions
const MAX_WEIGHTS = 256;
const MAX_TEXT = 200; // characters of a token or a source
const JOIN = "_";

/** The 0-based place of a number that counts from 1; null: the text is no such number. */
function readPlace(text: string): number | null {
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_PLACE ? Number(text) - 1 : null;
}

const writePlace = (place: number): string => String(place + 1);

/** The parts before and after the first dot. */
function halves(text: string): readonly [string, string] {
  const dot = text.indexOf(".");
  return dot < 0 ? [text, ""] : [text.slice(0, dot), text.slice(dot + 1)];
}

/** A decimal number without sign or exponent; null: it is none. */
function readDecimal(text: string): number | null {
  return /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : null;
}

const ESCAPES = { "*": "*a", [JOIN]: "*u" } as const;

function escapeText(text: string): string {
  return text.replaceAll("*", ESCAPES["*"]).replaceAll(JOIN, ESCAPES[JOIN]);
}

function unescapeText(text: string): string {
  return text.replaceAll(ESCAPES[JOIN], JOIN).replaceAll(ESCAPES["*"], "*");
}

function readText(text: string): string | null {
  const token = unescapeText(text);
  return token.length > 0 && token.length <= MAX_TEXT ? token : null;
}

/** Step and token, as in "3.o". */
function readToken(text: string): { readonly step: number; readonly token: string } | null {
  const [place, written] = halves(text);
  const [step, token] = [readPlace(place), readText(written)];
  return step === null || token === null ? null : { step, token };
}

const writeToken = ({ step, token }: EditOf<"say" | "feed">): string =>
  `${writePlace(step)}.${escapeText(token)}`;

const say: EditCodec<"say"> = {
  read: (text) => {
    const said = readToken(text);
    return said && { kind: "say", ...said };
  },
  write: writeToken,
};

const feed: EditCodec<"feed"> = {
  read: (text) => {
    const fed = readToken(text);
    return fed && { kind: "feed", ...fed };
  },
  write: writeToken,
};

const emptyContext: EditCodec<"emptyContext"> = {
  read: (text) => {
    const step = readPlace(text);
    return step === null ? null : { kind: "emptyContext", step };
  },
  write: ({ step }) => writePlace(step),
};

const emptyState: EditCodec<"emptyState"> = {
  read: (text) => {
    const step = readPlace(text);
    return step === null ? null : { kind: "emptyState", step };
  },
  write: ({ step }) => writePlace(step),
};

const look: EditCodec<"look"> = {
  read: (text) => {
    const [place, row] = halves(text);
    const step = readPlace(place);
    const weights = row.split("-").slice(0, MAX_WEIGHTS).map(readDecimal);
    const isRow = weights.every((weight) => weight !== null);
    return step === null || !isRow ? null : { kind: "look", step, weights };
  },
  write: ({ step, weights }) => `${writePlace(step)}.${weights.map(String).join("-")}`,
};

const hide: EditCodec<"hide"> = {
  read: (text) => {
    const position = readPlace(text);
    return position === null ? null : { kind: "hide", position };
  },
  write: ({ position }) => writePlace(position),
};

const swapStates: EditCodec<"swapStates"> = {
  read: (text) => {
    const source = readText(text);
    return source === null ? null : { kind: "swapStates", source };
  },
  write: ({ source }) => escapeText(source),
};

const temperature: EditCodec<"temperature"> = {
  read: (text) => {
    const value = readDecimal(text);
    return value === null ? null : { kind: "temperature", of: "attention", value };
  },
  write: ({ value }) => String(value),
};

const padding: EditCodec<"padding"> = {
  read: (text) => (/^\d{1,3}$/.test(text) ? { kind: "padding", count: Number(text) } : null),
  write: ({ count }) => String(count),
};

const CODECS: { readonly [Kind in EditKind]: EditCodec<Kind> } = {
  say,
  feed,
  look,
  hide,
  emptyContext,
  emptyState,
  swapStates,
  temperature,
  padding,
};

const KINDS = Object.keys(EDIT_KEYS) as EditKind[];

export interface LinkedEdits {
  readonly edits: readonly Edit[];
  /** Texts that name no edit, as "key=text". */
  readonly refused: readonly string[];
}

/** The edits that a query names. */
export function readEdits(query: URLSearchParams): LinkedEdits {
  let edits: readonly Edit[] = [];
  const refused: string[] = [];
  for (const kind of KINDS) {
    const key = EDIT_KEYS[kind];
    for (const text of query.get(key)?.split(JOIN).slice(0, MOST_EDITS) ?? []) {
      const edit = CODECS[kind].read(text);
      if (edit) edits = withEdit(edits, edit);
      else if (kind !== "hide" || !namesPlaces(text)) refused.push(`${key}=${text}`);
    }
  }
  return { edits, refused };
}

/** Writes the edits into the query, beside the places that it hides. */
export function writeEdits(query: URLSearchParams, edits: readonly Edit[]): void {
  for (const kind of KINDS) {
    const texts = editsOf(edits, kind).slice(0, MOST_EDITS).map(writeEdit);
    const key = EDIT_KEYS[kind];
    const before = query.get(key);
    if (texts.length > 0) query.set(key, [...(before ? [before] : []), ...texts].join(JOIN));
  }
}

function writeEdit(edit: Edit): string {
  const write = CODECS[edit.kind].write as (edit: Edit) => string;
  return write(edit);
}
