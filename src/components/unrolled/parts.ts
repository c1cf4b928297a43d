/** Which operations a part of the picture belongs to. The figure marks the parts of the lit operation. */
import type { Op } from "../../engine/results/operation";

type Ops = readonly Op[];

/** The first operation of a part is the one that the part itself lights. */
export const PARTS = {
  encoder: ["score", "context"],
  cell: ["softmax", "score", "context"],
  context: ["context"],
  fed: ["embed"],
  state: ["cell", "upper", "query"],
  combined: ["combine"],
  said: ["output"],
} as const satisfies Record<string, Ops>;

/** Operations of an arrow, by the first part of its key. */
const ARROWS: Readonly<Record<string, Ops>> = {
  feed: ["embed", "cell"],
  say: ["output"],
  pass: ["cell"],
  refeed: ["cell"],
  keep: ["combine"],
  leave: ["combine"],
  over: ["combine"],
  take: ["context"],
  join: ["cell"],
  ask: ["query"],
};

export function opsOfArrow(key: string): Ops {
  return ARROWS[key.slice(0, Math.max(0, key.lastIndexOf("-")))] ?? [];
}

/** The attributes of a part. */
export function partAttributes(ops: Ops, lit: Op | null) {
  const isLit = lit !== null && ops.includes(lit);
  return { "data-part": ops.join(" ") || undefined, "data-lit": isLit || undefined };
}

/** The operation of the part around an element; null outside all parts. */
export function opAround(target: EventTarget): Op | null {
  if (!(target instanceof Element)) return null;
  const part = target.closest<HTMLElement | SVGElement>("[data-part]")?.dataset["part"];
  return (part?.split(" ")[0] as Op | undefined) ?? null;
}
