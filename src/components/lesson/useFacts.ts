/** What a lesson may know of the page, at every change. */
import { useMemo } from "react";
import type { Facts } from "../../lessons/facts";
import { factsOf } from "../../state/slices/lessonFacts";
import { useApp } from "../../state/store";

/** Null: the first lane has no trace yet. */
export function useFacts(): Facts | null {
  const a = useApp(({ lanes }) => lanes.a);
  const b = useApp(({ lanes }) => lanes.b);
  const alone = useApp(({ lesson }) => lesson.alone);
  return useMemo(() => factsOf(a, b, alone), [a, b, alone]);
}
