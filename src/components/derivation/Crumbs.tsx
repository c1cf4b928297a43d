/** The way back from a number: the step, its operation, and the vector or the score that the number is a part of. */
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Place } from "../../engine/derivation/quantity";
import { student } from "../../state/actions/acts";
import { opOfPlace } from "../../vis/facts/derivation";
import { nameText } from "../../vis/tex/quantityText";
import { useOpName } from "../step/useOpName";
import { MathText } from "../unrolled/MathText";
import type { Shown } from "../unrolled/shown";
import { useSubjectName } from "../unrolled/useSubjectName";
import styles from "./Derivation.module.css";

interface Crumb {
  readonly text: string;
  readonly open: () => void;
}

/** Null: the step has no such number. */
export function useCrumbs({ trace, index }: Shown, place: Place | null): readonly Crumb[] {
  const { t } = useTranslation("derivation");
  const opName = useOpName(trace.shape);
  const vectorName = useSubjectName(trace);
  const step = { text: t("step", { step: index + 1 }), open: () => student.inspect(null) };
  if (!place) return [step];
  const op = opOfPlace(place);
  const openOperation = (): void => {
    student.derive(null);
    student.showOperation(op);
    student.showInspector("equation");
  };
  const crumbs = [step, { text: opName(op), open: openOperation }];
  if (place.kind === "unit") {
    const { subject } = place;
    return [...crumbs, { text: vectorName(subject), open: () => student.inspect(subject) }];
  }
  if (place.kind !== "inner") return crumbs;
  const score = nameText(trace, { ...place, kind: "score" });
  return [...crumbs, { text: score, open: () => student.derive("score") }];
}

/** Escape goes one level up. */
export function useEscape(crumbs: readonly Crumb[]): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    crumbs.at(-1)?.open();
  };
}

export interface CrumbsProps {
  readonly crumbs: readonly Crumb[];
  /** The symbol of the number; null: the step has no such number. */
  readonly symbol: string | null;
}

export function Crumbs({ crumbs, symbol }: CrumbsProps): ReactNode {
  const { t } = useTranslation("derivation");
  return (
    <nav aria-label={t("path")}>
      <ol className={styles.crumbs}>
        {crumbs.map(({ text, open }) => (
          <li key={text}>
            <button type="button" className={styles.crumb} onClick={open}>
              <MathText>{text}</MathText>
            </button>
          </li>
        ))}
        {symbol !== null && (
          <li aria-current="location">
            <MathText>{symbol}</MathText>
          </li>
        )}
      </ol>
    </nav>
  );
}
