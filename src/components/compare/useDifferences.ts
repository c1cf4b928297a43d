/** The settings in which the two models on show differ. */
import { useMemo } from "react";
import type { Config, FieldName } from "../../engine/setup/config";
import { FIELD_NAMES } from "../../engine/setup/config";
import type { Lane } from "../../state/slices/lane";
import { useApp } from "../../state/store";
import type { LaneId } from "../../workers/protocol";

export interface Difference {
  readonly field: FieldName;
  readonly values: Readonly<Record<LaneId, Config[FieldName]>>;
}

/** The settings of the model on show, or the wanted ones before there is one. */
const configOf = ({ run, config }: Lane): Config => run.info?.config ?? config;

export function useDifferences(): readonly Difference[] {
  const a = useApp(({ lanes }) => configOf(lanes.a));
  const b = useApp(({ lanes }) => configOf(lanes.b ?? lanes.a));
  return useMemo(
    () =>
      FIELD_NAMES.filter((field) => a[field] !== b[field]).map((field) => ({
        field,
        values: { a: a[field], b: b[field] },
      })),
    [a, b],
  );
}
