/** The terms of a sum, the largest first and the rest folded; or the factors of a product. */
import { Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { hasDerivation } from "../../engine/derivation/derive";
import type { Name, Place, Quantity, Share } from "../../engine/derivation/quantity";
import type { Trace } from "../../engine/results/trace";
import { foldTerms } from "../../vis/facts/derivation";
import { spelled } from "../../vis/layout/spelled";
import { nameText, numberText, quantityNumbers, termParts } from "../../vis/tex/quantityText";
import { MathText } from "../unrolled/MathText";
import type { OnDerive } from "../unrolled/shown";
import styles from "./Derivation.module.css";

const MOST = 5; // terms before the fold

interface TableContext {
  readonly trace: Trace;
  /** The number whose derivation is on show. */
  readonly place: Place;
  readonly onOpen: OnDerive;
}

export interface TermTableProps extends TableContext {
  readonly quantity: Quantity;
  readonly caption: string;
}

function partsOf(quantity: Quantity): readonly Quantity[] {
  if (quantity.how === "sum") return quantity.terms;
  return quantity.how === "product" ? quantity.factors : [];
}

export function TermTable({ quantity, caption, ...context }: TermTableProps): ReactNode {
  const { t } = useTranslation("derivation");
  const [isOpen, setOpen] = useState(false);
  const isProduct = quantity.how === "product";
  const { shown, folded, together } = foldTerms(partsOf(quantity), isProduct ? Infinity : MOST);
  const rows = isOpen ? [...shown, ...folded] : shown;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t(isProduct ? "column.factor" : "column.term")}</th>
          <th scope="col">{t("column.value")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((term, i) => (
          <TermRow key={i} {...context} term={term} />
        ))}
        {folded.length > 0 && (
          <tr>
            <th scope="row">
              <button
                type="button"
                className={styles.fold}
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                {isOpen ? t("fewer") : t("more", { count: folded.length })}
              </button>
            </th>
            <td>{isOpen ? "" : numberText(together)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t(isProduct ? "total.product" : "total.sum")}</th>
          <td title={numberText(quantity.value, 6)}>{numberText(quantity.value)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The sum inside a term that has no letter of its own; null: there is none. */
function innerSum(term: Quantity): Extract<Quantity, { how: "sum" }> | null {
  const among = term.how === "product" ? term.factors : [term];
  const found = among.find(({ name }) => name?.kind === "share");
  return found?.how === "sum" ? found : null;
}

interface TermRowProps extends TableContext {
  readonly term: Quantity;
}

function TermRow({ term, ...context }: TermRowProps): ReactNode {
  const { t } = useTranslation("derivation");
  const [isOpen, setOpen] = useState(false);
  const inside = innerSum(term);
  const share = useShareText(context.place)(inside?.name ?? null);
  return (
    <Fragment>
      <tr data-hand={isOfHand(term) || undefined}>
        <th scope="row">
          <TermSymbols {...context} term={term} />
          {inside && (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {share}
            </button>
          )}
          <SourceToken trace={context.trace} term={term} />
          {term.how !== "given" && term !== inside && (
            <span className={styles.numbers}>{quantityNumbers(term)}</span>
          )}
        </th>
        <td title={numberText(term.value, 6)}>{numberText(term.value)}</td>
      </tr>
      {inside && isOpen && (
        <tr className={styles.nested}>
          <td colSpan={2}>
            <TermTable {...context} quantity={inside} caption={t("terms.share", { share })} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** The source token that a term of a softmax or of a context is about. */
function SourceToken({ trace, term }: Pick<TermRowProps, "trace" | "term">): ReactNode {
  const pairs = termParts(trace, term).flatMap(({ name }) =>
    name?.kind === "score" || name?.kind === "weight" ? [name] : [],
  );
  const token = pairs[0] && trace.source[pairs[0].position];
  return token && <span className={styles.token}>{spelled(token)}</span>;
}

function isOfHand(term: Quantity): boolean {
  return term.how === "hand" || (term.how === "product" && term.factors.some(isOfHand));
}

/** In the combined state the share of the state is that of the new one. */
function useShareText(place: Place): (name: Name | null) => string {
  const { t } = useTranslation("derivation");
  const isCombined = place.kind === "unit" && place.subject.kind === "combined";
  return (name) => {
    if (name?.kind !== "share") return "";
    const share: Share | "newState" =
      name.share === "state" && isCombined ? "newState" : name.share;
    return t(`share.${share}`);
  };
}

/** The symbols of a term; those with a derivation of their own open it. */
function TermSymbols({ trace, place, onOpen, term }: TermRowProps): ReactNode {
  const { t } = useTranslation("derivation");
  return termParts(trace, term).map(({ text, name, value }, i) => {
    const target = name && placeOf(name);
    const opens = target && nameText(trace, place) !== text && hasDerivation(trace, target);
    if (!opens) return <MathText key={i}>{text}</MathText>;
    return (
      <button
        key={i}
        type="button"
        className={styles.symbol}
        aria-label={t("open", { symbol: text, value: numberText(value) })}
        onClick={() => onOpen(target)}
      >
        <MathText>{text}</MathText>
      </button>
    );
  });
}

function placeOf(name: Name): Place | null {
  return name.kind === "parameter" || name.kind === "share" ? null : name;
}
