/** Figures whose tiles open no numbers: a picture has no room for them. */
import type { InspectableProps } from "../src/components/unrolled/InspectProvider";

export const CLOSED: Pick<InspectableProps, "inspected" | "onInspect"> = {
  inspected: null,
  onInspect: () => undefined,
};
