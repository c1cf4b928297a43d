/** The choice between two models for a part of the page that shows one: the inspector and the parts in its place follow it. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { LANE_NAMES, LANES } from "../lanes";
import { Choice } from "../primitives/Choice";

export function LaneChoice({ label }: { readonly label: string }): ReactNode {
  const lane = useApp(({ view }) => view.inspectedLane);
  return (
    <Choice
      label={label}
      options={LANES}
      value={lane}
      name={(each) => LANE_NAMES[each]}
      onChoose={student.inspectLane}
    />
  );
}
