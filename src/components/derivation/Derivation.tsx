/** How one number of the shown step is computed: its equation, the terms of its sums, and the way back. */
import { type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { valueAt } from "../../engine/derivation/derive";
import type { Place, Quantity } from "../../engine/derivation/quantity";
import { useApp } from "../../state/store";
import { student } from "../../state/actions/acts";
import { tablesOf } from "../../vis/facts/derivation";
import { DECIMALS, nameText, numberText } from "../../vis/tex/quantityText";
import { derivationTex } from "../../vis/tex/quantityTex";
import { Equation } from "../step/Equation";
import type { OnDerive, Shown } from "../unrolled/shown";
import { useShownStep } from "../useShownStep";
import { Crumbs, useCrumbs, useEscape } from "./Crumbs";
import styles from "./Derivation.module.css";
import { PlaceSlider } from "./PlaceSlider";
import { TermTable } from "./TermTable";
import { useDerivation } from "./useDerivation";
import { useOpenPlace } from "./useOpenPlace";
import { usePlaceName } from "./usePlaceName";

export function Derivation(): ReactNode {
  const shown = useShownStep();
  const text = useApp(({ view }) => view.derivation);
  return shown && text !== null ? <Shown {...shown} text={text} /> : null;
}

function Shown({ text, ...shown }: Shown & { readonly text: string }): ReactNode {
  const { t } = useTranslation("derivation");
  const heading = useId();
  const derivation = useDerivation(shown, text);
  const { place } = derivation;
  const crumbs = useCrumbs(shown, place);
  const onKeyDown = useEscape(crumbs);
  const name = usePlaceName(shown.trace);
  const onOpen = useOpenPlace(shown);
  const panel = useFocusWhenOpened(text);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape in any of its controls goes up
    <section ref={panel} className={styles.panel} aria-labelledby={heading} onKeyDown={onKeyDown}>
      <Crumbs crumbs={crumbs} symbol={place && nameText(shown.trace, place)} />
      <h3 id={heading} className={styles.title}>
        {place ? name(place) : t("region")}
      </h3>
      {place && <PlaceSlider {...shown} place={place} onOpen={onOpen} />}
      {derivation.kind === "derived" ? (
        <Derived {...shown} {...derivation} onOpen={onOpen} />
      ) : (
        <output className={styles.note}>{t(derivation.reason)}</output>
      )}
      {derivation.kind === "missing" && derivation.reason === "none" && (
        <button type="button" className={styles.fold} onClick={() => student.derive(null)}>
          {t("back")}
        </button>
      )}
    </section>
  );
}

interface DerivedProps extends Shown {
  readonly place: Place;
  readonly quantity: Quantity;
  readonly onOpen: OnDerive;
}

function Derived({ trace, place, quantity, onOpen }: DerivedProps): ReactNode {
  const { t } = useTranslation("derivation");
  const symbol = nameText(trace, place);
  if (quantity.how === "hand")
    return <p className={styles.note}>{t("hand", { value: numberText(quantity.value) })}</p>;
  const traced = valueAt(trace, place);
  const differs = traced !== null && numberText(traced) !== numberText(quantity.value);
  return (
    <>
      <Equation tex={derivationTex(trace, place, quantity)} label={t("equation", { symbol })} />
      {tablesOf(quantity).map((table, i) => (
        <TermTable
          key={`${table.how} ${i}`}
          trace={trace}
          place={place}
          quantity={table}
          caption={t(`terms.${captionOf(quantity, table)}`)}
          onOpen={onOpen}
        />
      ))}
      <p className={styles.note}>{t("rounded", { decimals: DECIMALS })}</p>
      {differs && <p className={styles.note}>{t("traced", { value: numberText(traced) })}</p>}
    </>
  );
}

function captionOf(quantity: Quantity, table: Quantity): "sum" | "product" | "below" {
  if (table.how === "product") return "product";
  return quantity.how === "quotient" ? "below" : "sum";
}

/** A number that the student opens takes the focus, because its button is gone; one that a link opens does not. */
function useFocusWhenOpened(text: string): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null);
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current === text) return;
    before.current = text;
    const { activeElement: focused } = document;
    const isLost = focused === document.body || focused?.contains(panel.current);
    const isOpened = useApp.getState().acts.some(({ name }) => name === "derive");
    const find = (kind: "input" | "button") => panel.current?.querySelector(kind);
    const target = find("input") ?? find("button");
    if (isOpened && isLost) target?.focus({ preventScroll: true });
  }, [text]);
  return panel;
}
