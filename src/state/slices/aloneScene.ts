/** A lesson's scene on the page of the networks alone. */
import { SHIPPED_NETWORKS } from "../../engine/alone/shippedNetworks";
import type { Scene } from "../../lessons/scene";
import { INITIAL_WISH, writeWish } from "./alone";

/** Its place, as a link says it; null: the scene is on the stage. */
export function alonePlace({ alone }: Scene): string | null {
  if (!alone) return null;
  const { kind, ...wish } = alone;
  return writeWish({ ...INITIAL_WISH, ...wish, config: SHIPPED_NETWORKS[kind] });
}
