/** What a tab of the centre shows of two models: both side by side, or one of them with the choice between the two. */
import type { ReactNode } from "react";
import type { Centre } from "../../state/slices/view";
import { ShownBatch } from "../centre/ShownBatch";
import { ShownBeam } from "../centre/ShownBeam";
import { ComparedResults } from "./ComparedResults";
import { ComparedStage } from "./ComparedStage";
import { OneLane } from "./OneLane";

export function ComparedPart({ part }: { readonly part: Centre }): ReactNode {
  switch (part) {
    case "network":
      return <ComparedStage />;
    case "results":
      return <ComparedResults />;
    case "batch":
      return (
        <OneLane>
          <ShownBatch />
        </OneLane>
      );
    case "beam":
      return (
        <OneLane>
          <ShownBeam />
        </OneLane>
      );
    default:
      return part satisfies never;
  }
}
