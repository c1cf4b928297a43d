/** Figures whose tiles open no numbers: a picture has no room for them. */
import type { InspectableProps } from "../src/components/unrolled/InspectProvider";

const ignore = (): void => undefined;

export const CLOSED: Pick<InspectableProps, "inspected" | "onInspect" | "onGone"> = {
  inspected: null,
  onInspect: ignore,
  onGone: ignore,
};
