/** The numbers of an operation in the shown step: a table, or vectors as tiles. */
import type { ReactNode } from "react";
import type { Op } from "../../engine/results/operation";
import { vectorsOf } from "../../vis/tex/stepVectors";
import type { OnDerive, OnSelect, Shown } from "../unrolled/shown";
import { CellFact } from "./CellFact";
import { LogitTable } from "./LogitTable";
import { Mixture } from "./Mixture";
import { ScoreTable } from "./ScoreTable";
import { VectorTiles } from "./VectorTiles";

export interface OpNumbersProps extends Shown {
  readonly op: Op;
  readonly onSelect: OnSelect;
  readonly onDerive: OnDerive;
}

export function OpNumbers({ op, ...shown }: OpNumbersProps): ReactNode {
  switch (op) {
    case "score":
    case "softmax":
      return <ScoreTable {...shown} />;
    case "context":
      return (
        <>
          <Mixture {...shown} />
          <ScoreTable {...shown} />
        </>
      );
    case "output":
      return <LogitTable {...shown} />;
    case "cell":
    case "upper":
    case "embed":
    case "query":
    case "combine":
      return (
        <>
          <VectorTiles trace={shown.trace} vectors={vectorsOf(shown.trace, shown.index, op)} />
          <CellFact {...shown} op={op} />
        </>
      );
    default:
      return op satisfies never;
  }
}
