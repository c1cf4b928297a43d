/** Which operations a part of the picture belongs to. The figure marks the parts of the lit operation. */
import type { Lit } from "../../engine/results/operation";

type Ops = readonly Lit[];

/** The first operation of a part is the one that the part itself lights. */
export const PARTS = {
  encoder: ["score", "context", "encode"],
  handed: ["encode"], // the encoder's states where nothing attends to them
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
  read: ["encode"],
  onwards: ["encode"],
  back: ["encode"],
  corner: ["encode"],
  join: ["cell"],
  ask: ["query"],
};

export function opsOfArrow(key: string): Ops {
  return ARROWS[key.replace(/-[^-]*$/, "")] ?? [];
}

/** The attributes of a part. */
export function partAttributes(ops: Ops, lit: Lit | null) {
  const isLit = lit !== null && ops.includes(lit);
  return { "data-part": ops.join(" ") || undefined, "data-lit": isLit || undefined };
}

/** The operation of the part around an element; null outside all parts. */
export function opAround(target: EventTarget): Lit | null {
  if (!(target instanceof Element)) return null;
  const part = target.closest<HTMLElement | SVGElement>("[data-part]")?.dataset["part"];
  return (part?.split(" ")[0] as Lit | undefined) ?? null;
}
