/** Whether a model on the page is a Transformer, which has no batch view, no edits, no gradients' roads and no slow walk. */
import { useApp } from "../state/store";

export function useHasTransformer(): boolean {
  return useApp(({ lanes }) =>
    [lanes.a, lanes.b].some((lane) => lane?.config.network === "transformer"),
  );
}
