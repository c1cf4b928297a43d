/** Settings proposed for the pairs, each with the present value and the reason; the student accepts or declines all. */
import { useId } from "react";
import type { ProposalFacts, ProposedSetting } from "../../engine/corpus/proposal";
import { useLane } from "../useLane";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { useValueText } from "../setup/useSetting";
import { useCorpusTexts } from "./useCorpusTexts";
import styles from "./Use.module.css";
import type { ProposalChoice } from "./useProposal";

export function Proposal({ proposal }: { readonly proposal: ProposalChoice }) {
  const { t } = useCorpusTexts();
  const id = useId();
  const { facts, changes, isTaken, toggle } = proposal;
  if (changes.length === 0) return <p className={styles.already}>{t("proposal.already")}</p>;
  return (
    <section className={styles.proposal} aria-labelledby={id} data-taken={isTaken}>
      <h4 id={id} className={styles.title}>
        {t("proposal.title")}
      </h4>
      <div className={styles.act}>
        <Button aria-describedby={`${id}-effect`} onClick={toggle}>
          {t(isTaken ? "proposal.leave" : "proposal.take")}
        </Button>
        <output id={`${id}-effect`} className={styles.effect}>
          {t(isTaken ? "proposal.taken" : "proposal.offered")}
        </output>
      </div>
      <ul className={styles.list}>
        {changes.map((setting) => (
          <Change key={setting.name} setting={setting} facts={facts} />
        ))}
      </ul>
    </section>
  );
}

interface ChangeProps {
  readonly setting: ProposedSetting;
  readonly facts: ProposalFacts;
}

const TO = "→";

function Change({ setting: { name, value, reason }, facts }: ChangeProps) {
  const { t } = useCorpusTexts();
  const textOf = useValueText();
  const now = textOf(
    name,
    useLane(({ config }) => config[name]),
  );
  const next = textOf(name, value);
  return (
    <li>
      <p className={styles.change}>
        <span>{t(`setup:fields.${name}.label`)}</span>
        <span className="visually-hidden">{t("proposal.change", { now, next })}</span>
        <span className={styles.values} aria-hidden="true">
          {now} {TO} <b>{next}</b>
        </span>
      </p>
      <p className={styles.reason}>
        {t(`proposal.because.${reason}`, { ...useFactTexts(facts), value: next })}
      </p>
    </li>
  );
}

/** The numbers of the reasons in the page's digits; estimates are rounded. */
function useFactTexts(facts: ProposalFacts): Record<keyof ProposalFacts, string> {
  const format = useFormat();
  const numbers = { ...facts, tokens: Number(facts.tokens.toPrecision(2)) };
  const written = Object.entries<number>(numbers).map(([name, n]) => [name, format.number(n)]);
  return Object.fromEntries(written) as Record<keyof ProposalFacts, string>;
}
