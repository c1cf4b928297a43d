/**
 * The comparison in a link: the named pair, and each setting of lane B that differs from A as "b." and the key of the
 * setting, as in `mode=compare&pair=withWithout&b.attention=none`. Where nothing differs, `pair=none` says so.
 */
import { type Config, FIELD_NAMES, type FieldName, FIELDS } from "../../engine/setup/config";
import { parseField } from "../../engine/setup/field";
import {
  differingFields,
  FIRST_PAIR,
  PAIR_IDS,
  type PairId,
  pairSettings,
  withChange,
} from "./comparison";

const PAIR_KEY = "pair";
const NO_PAIR = "none";

const keyOf = (name: FieldName): string => `b.${FIELDS[name].url}`;

interface LinkedComparison {
  readonly pair: PairId | null;
  readonly b: Config;
  /** What the page could not take over, as "key=value". */
  readonly refused: readonly string[];
}

const LONGEST_VALUE = 24; // characters

/**
 * The comparison that a link names; one that names none compares the first pair.
 * @param a the settings of A in the link
 */
export function readComparison(query: URLSearchParams, a: Config): LinkedComparison {
  const named = FIELD_NAMES.filter((name) => query.has(keyOf(name)));
  const wanted = PAIR_IDS.find((id) => id === query.get(PAIR_KEY)) ?? null;
  const change: Partial<Record<FieldName, string | number>> = {};
  for (const name of named) {
    const value = parseField(FIELDS[name], query.get(keyOf(name)) ?? "");
    if (value !== null) change[name] = value;
  }
  const isUnnamed = wanted === null && named.length === 0 && query.get(PAIR_KEY) !== NO_PAIR;
  const base = baseOf(isUnnamed ? FIRST_PAIR : wanted, a);
  const b = withChange(base.b, change as Partial<Config>);
  const refused = named
    .map((name) => [keyOf(name), query.get(keyOf(name)) ?? "", String(b[name])] as const)
    .filter(([, text, value]) => text !== value)
    .map(([key, text]) => `${key}=${text.slice(0, LONGEST_VALUE)}`);
  return { pair: isStill(base.pair, base.b, b) ? base.pair : null, b, refused };
}

/** The settings of B in a pair that A fits. Without one, B differs from an A without attention by having one. */
function baseOf(pair: PairId | null, a: Config): Pick<LinkedComparison, "pair" | "b"> {
  const settings = pair && pairSettings(pair, a);
  if (settings && differingFields(settings.a, a).length === 0) return { pair, b: settings.b };
  return { pair: null, b: pair === FIRST_PAIR ? { ...a, attention: "additive" } : a };
}

/** Whether B has the settings of the pair. The hidden size with equal parameters is known with the vocabularies. */
function isStill(pair: PairId | null, expected: Config, b: Config): boolean {
  const others = differingFields(expected, b);
  return others.every((name) => pair === "equalParameters" && name === "hiddenSize");
}

/** Writes the comparison into the query. */
export function writeComparison(
  query: URLSearchParams,
  pair: PairId | null,
  { a, b }: { readonly a: Config; readonly b: Config },
): void {
  const differing = differingFields(a, b);
  if (pair) query.set(PAIR_KEY, pair);
  else if (differing.length === 0) query.set(PAIR_KEY, NO_PAIR);
  for (const name of differing) query.set(keyOf(name), String(b[name]));
}
