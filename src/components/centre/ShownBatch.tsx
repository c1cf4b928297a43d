/** The tab "Batch" of the centre: the batch of the next update, its masks, and its rows. */
import { type ReactNode, useId } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "../../i18n/useTranslation";
import type { BatchAccount } from "../../engine/results/batchAccount";
import { student } from "../../state/actions/acts";
import { lacksPairs } from "../../state/slices/run";
import { BATCH_PARTS, FIRST_ROWS } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { writeSource } from "../../vis/facts/sourceText";
import { BatchGrid } from "../batch/BatchGrid";
import { BatchKey } from "../batch/BatchKey";
import { useWriting } from "../evaluation/useWriting";
import { focusPlace } from "../focusPlace";
import { Choice } from "../primitives/Choice";
import { useFormat } from "../primitives/useFormat";
import { useRun } from "../useLane";
import centre from "./Centre.module.css";
import { MaskSwitches } from "./MaskSwitches";
import styles from "./ShownBatch.module.css";
import { useBatchAccount } from "./useBatchAccount";

export function ShownBatch(): ReactNode {
  const { t } = useTranslation("batch");
  const account = useBatchAccount();
  const isAway = useRun(lacksPairs);
  const heading = useId();
  return (
    <section className={centre.card} aria-labelledby={heading}>
      <h2 id={heading} className="visually-hidden">
        {t("title")}
      </h2>
      {account ? (
        <Shown account={account} />
      ) : (
        <p className={styles.note}>{t(isAway ? "noPairs" : "waiting")}</p>
      )}
    </section>
  );
}

function Shown({ account }: { readonly account: BatchAccount }): ReactNode {
  const part = useApp(({ view }) => view.batchPart);
  const { texts, onStage } = useRowTexts(account);
  const open = (row: number): void => putOnStage(texts[row] ?? "");
  return (
    <div className={styles.batch}>
      <About account={account} />
      <MaskSwitches account={account} />
      <Choices account={account} />
      <BatchGrid
        rows={account.rows}
        answers={part === "answers" ? account.answers : null}
        numbers={account}
        onStage={onStage}
        onOpen={open}
      />
      <BatchKey hasAnswers={part === "answers"} />
    </div>
  );
}

/** The sources as a student would type them, and which of them is on the stage. */
function useRowTexts({ written }: BatchAccount) {
  const writing = useWriting();
  const example = useApp(({ view }) => view.show.example);
  const texts = written.map((tokens) => writeSource(tokens, writing));
  const row = example.kind === "typed" ? texts.indexOf(example.text) : -1;
  return { texts, onStage: row < 0 ? null : row };
}

/** The grid gives its place to the stage, so the focus moves there. */
function putOnStage(text: string): void {
  student.typeSource(text);
  flushSync(() => student.showCentre("network"));
  focusPlace("stage");
}

/** Which update it is, whose weights, and how much of it is padding. */
function About({ account }: { readonly account: BatchAccount }): ReactNode {
  const { t } = useTranslation("batch");
  const format = useFormat();
  const isShipped = useRun(({ info }) => info?.weights === "baked");
  const { update, trainedSteps: trained, batchSize: count, source, target } = account;
  const share = ({ real, cells }: typeof source): string => format.percent(1 - real / cells);
  const isPadded = source.real + target.real < source.cells + target.cells;
  return (
    <p className={styles.note}>
      {isShipped ? t("shipped", { count, trained }) : t("next", { count, update, trained })}{" "}
      {isPadded
        ? t("padding", {
            source: source.cells / count,
            target: target.cells / count,
            sourceShare: share(source),
            targetShare: share(target),
          })
        : t("unpadded")}
    </p>
  );
}

const ROWS = ["some", "all"] as const;

/** What the grid shows of each row, and of how many. */
function Choices({ account: { batchSize } }: { readonly account: BatchAccount }): ReactNode {
  const { t } = useTranslation("batch");
  const part = useApp(({ view }) => view.batchPart);
  const isWhole = useApp(({ view }) => view.wholeBatch);
  return (
    <div className={styles.choices}>
      <Choice
        label={t("part.label")}
        options={BATCH_PARTS}
        value={part}
        name={(each) => t(`part.${each}`)}
        onChoose={student.showBatchPart}
      />
      {batchSize > FIRST_ROWS && (
        <Choice
          label={t("rows.label")}
          options={ROWS}
          value={isWhole ? "all" : "some"}
          name={(each) => t(`rows.${each}`, { count: each === "all" ? batchSize : FIRST_ROWS })}
          onChoose={(each) => student.showWholeBatch(each === "all")}
        />
      )}
    </div>
  );
}
