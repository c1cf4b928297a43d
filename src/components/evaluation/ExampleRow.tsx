/** One held-out example in the table. */
import { memo } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "../../i18n/useTranslation";
import type { ScoredExample } from "../../engine/results/scoreReport";
import { useApp } from "../../state/store";
import { writeSource } from "../../vis/facts/sourceText";
import { focusPlace } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./ExampleTable.module.css";
import { student } from "../../state/actions/acts";
import { useWriting } from "./useWriting";

interface ExampleRowProps {
  readonly index: number; // among the held-out examples
  readonly example: ScoredExample;
}

export const ExampleRow = memo(function ExampleRow({ index, example }: ExampleRowProps) {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  const writing = useWriting();
  const isOnStage = useApp(
    ({ view: { show } }) => show.example.kind === "heldOut" && show.example.index === index,
  );
  const { source, expected, isExact, rightTokens, tokens, loss } = example;
  return (
    <tr className={isOnStage ? styles.onStage : undefined} aria-current={isOnStage || undefined}>
      <th scope="row">
        <Button look="link" className={styles.source} onClick={() => putOnStage(index)}>
          {writeSource(source, writing)}
        </Button>
        {isOnStage && <span className={styles.tag}>{t("examples.onStage")}</span>}
      </th>
      <td>{expected}</td>
      <td>
        <Answer {...example} />
      </td>
      <td className={isExact ? styles.right : styles.wrong}>
        <span aria-hidden="true">{isExact ? "✓ " : "✗ "}</span>
        {isExact ? t("examples.right") : t("examples.wrong")}
      </td>
      <td className={styles.number}>
        {t("examples.tokens", { right: rightTokens, count: tokens })}
      </td>
      <td className={styles.number}>{source.length}</td>
      <td className={styles.number}>{format.fixed(loss, 3)}</td>
    </tr>
  );
});

function Answer({ answer, ended }: ScoredExample) {
  const { t } = useTranslation("evaluation");
  return (
    <>
      {answer === "" ? <span className={styles.tag}>{t("examples.empty")}</span> : answer}
      {!ended && <span className={styles.tag}>{t("examples.noEos")}</span>}
    </>
  );
}

/** The table gives its place to the stage, so the focus moves there. */
function putOnStage(index: number): void {
  student.showExample(index);
  flushSync(() => student.showCentre("network"));
  focusPlace("stage");
}
