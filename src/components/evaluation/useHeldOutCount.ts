/** How many held-out examples the evaluation uses: "256", or "256 of 494" with the reason. */
import { useTranslation } from "../../i18n/useTranslation";
import { useLane } from "../useLane";

interface HeldOutCount {
  readonly write: (examples: number) => string;
  /** A sentence; empty where the evaluation uses all. */
  readonly whySome: (examples: number) => string;
}

export function useHeldOutCount(): HeldOutCount {
  const { t } = useTranslation("evaluation");
  const all = useLane(({ run }) => run.info?.heldOutPairs ?? null);
  const isSome = (examples: number): boolean => all !== null && all > examples;
  return {
    write: (examples) => t(isSome(examples) ? "some" : "all", { examples, all: all ?? examples }),
    whySome: (examples) => (isSome(examples) ? t("whySome", { examples }) : ""),
  };
}
