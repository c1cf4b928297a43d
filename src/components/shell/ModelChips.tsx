/** The task and the model in a few words. Each opens the tab that changes it. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import type { RailTab } from "../../state/slices/view";
import { useHides } from "../useHides";
import { useLane } from "../useLane";
import styles from "./ModelChips.module.css";

export function ModelChips() {
  const { t } = useTranslation("setup");
  const task = useLane(({ config }) => t(`fields.task.options.${config.task}.label`));
  const model = useModelText();
  return (
    <div className={styles.chips} data-workspace="">
      <Chip tab="data" text={task} hint={t("chips.data")} />
      <Chip tab="model" text={model} hint={t("chips.model")} />
    </div>
  );
}

function Chip({
  tab,
  text,
  hint,
}: {
  readonly tab: RailTab;
  readonly text: string;
  readonly hint: string;
}) {
  const isHidden = useHides("rail");
  if (isHidden) return <span className={styles.chip}>{text}</span>;
  return (
    <button
      type="button"
      className={styles.chip}
      title={hint}
      onClick={() => student.openRail(tab)}
    >
      {text}
    </button>
  );
}

/** The cell with its size, the score function and the timing, as in "GRU 64 · additive · Bahdanau". */
export function useModelText(): string {
  const { t } = useTranslation("setup");
  const { network, heads, cell, hiddenSize, attention, timing } = useLane(({ config }) => config);
  if (network === "transformer")
    return t("chips.heads", {
      network: t(`fields.network.options.${network}.label`),
      size: hiddenSize,
      count: Number(heads),
    });
  const parts = {
    cell: t(`fields.cell.options.${cell}.label`),
    size: hiddenSize,
    attention: t(`chips.attention.${attention}`),
    timing: t(`chips.timing.${timing}`),
  };
  return attention === "none" ? t("chips.plain", parts) : t("chips.attends", parts);
}
