/** This step: the current row's equations with their numbers. */
import type { ReactNode } from "react";

export function StepPanel(): ReactNode {
  return null;
}
