/** Walks over the neighbours of a number: the source tokens of a score, the units of a vector, the likeliest tokens. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Place } from "../../engine/derivation/quantity";
import { neighboursOf } from "../../vis/facts/derivation";
import { Slider } from "../primitives/Slider";
import type { OnDerive, Shown } from "../unrolled/shown";
import { useTokenNames } from "./usePlaceName";

export interface PlaceSliderProps extends Shown {
  readonly place: Place;
  readonly onOpen: OnDerive;
}

/** What the neighbours of a number differ in. */
function axisOf({ kind }: Place): "position" | "unit" | "token" {
  if (kind === "score" || kind === "weight") return "position";
  return kind === "logit" || kind === "probability" ? "token" : "unit";
}

function isSame(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function PlaceSlider({ trace, step, place, onOpen }: PlaceSliderProps): ReactNode {
  const { t } = useTranslation("derivation");
  const names = useTokenNames(trace);
  const neighbours = neighboursOf(trace, step, place);
  const count = neighbours.length;
  if (count < 2) return null;
  const open = (value: number): void => {
    const next = neighbours[value - 1];
    if (next && !isSame(next, place)) onOpen(next);
  };
  const write = (value: number): string => {
    const at = neighbours[value - 1] ?? place;
    const token =
      "token" in at ? names.target(at.token) : "position" in at ? names.source(at.position) : "";
    return t(`at.${axisOf(place)}`, { token, index: value, count });
  };
  return (
    <Slider
      label={t(`which.${axisOf(place)}`)}
      value={neighbours.findIndex((each) => isSame(each, place)) + 1}
      min={1}
      max={count}
      step={1}
      write={write}
      onCommit={open}
      onMove={open}
    />
  );
}
