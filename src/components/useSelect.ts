/** Selects a pair (step, column) of the lane around the component. The view counts columns as lane A reads them. */
import { useCallback } from "react";
import { student } from "../state/actions/acts";
import type { OnSelect } from "./unrolled/shown";
import { useColumnOfA } from "./useColumnOfA";

export function useSelect(): OnSelect {
  const columnOf = useColumnOfA();
  return useCallback((step, column) => student.selectByHand(step, columnOf(column)), [columnOf]);
}
