/** The parts of the centre that show one of two models at a time: its next batch, and the tree of its beam search. */
import type { ReactNode } from "react";
import { ShownBatch } from "../centre/ShownBatch";
import { ShownBeam } from "../centre/ShownBeam";
import { OneLane } from "./OneLane";

export const ComparedBatch = (): ReactNode => (
  <OneLane>
    <ShownBatch />
  </OneLane>
);

export const ComparedBeam = (): ReactNode => (
  <OneLane>
    <ShownBeam />
  </OneLane>
);
