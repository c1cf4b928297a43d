/** The columns beside the stage that the page of the networks alone leaves out. */
import { useApp } from "../../state/store";

/** A column, by the place of its panel in the workspace: the settings, and the training. */
export const COLUMNS = { rail: "rail", timeline: "train" } as const;

export type Column = keyof typeof COLUMNS;

/** A link hides columns. A presentation folds them away but for the one that its bar has opened. */
export function useFolded(): readonly Column[] {
  const { hidden, isPresenting, panel } = useApp(({ view }) => view);
  return (["rail", "timeline"] as const).filter(
    (column) => hidden.includes(column) || (isPresenting && panel !== COLUMNS[column]),
  );
}
