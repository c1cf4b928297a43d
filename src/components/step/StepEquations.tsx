/** The operations of the shown step as tabs, with the equation and the numbers of the chosen one. */
import type { ReactNode } from "react";
import type { Lit, Op } from "../../engine/results/operation";
import { opsOf, shownOperation } from "../../vis/tex/operations";
import type { OnLight } from "../primitives/lightOn";
import type { OnDerive, OnSelect, Shown } from "../unrolled/shown";
import { OpDetail } from "./OpDetail";
import { OpTabs } from "./OpTabs";

export interface OperationProps extends Shown {
  /** The chosen operation; a model without it shows its cell. */
  readonly operation: Op;
  readonly onOperation: (operation: Op) => void;
  readonly onSelect: OnSelect;
  readonly onDerive: OnDerive;
  /** The operation that is lit on the whole page. */
  readonly lit?: Lit | null | undefined;
  readonly onLight?: OnLight | undefined;
}

export function StepEquations({ operation, onOperation, ...props }: OperationProps): ReactNode {
  const { trace, lit, onLight } = props;
  const op = shownOperation(trace, operation);
  return (
    <OpTabs
      shape={trace.shape}
      ops={opsOf(trace)}
      value={op}
      onValueChange={onOperation}
      lit={lit}
      onLight={onLight}
    >
      <OpDetail {...props} op={op} />
    </OpTabs>
  );
}
