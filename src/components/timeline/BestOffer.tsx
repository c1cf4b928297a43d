/** Offers the weights of the best evaluation after training has ended lower. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { type BestEvaluation, criterionOf } from "../../engine/results/history";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { useRun } from "../useLane";
import styles from "./NoteLine.module.css";

export function BestOffer({ best }: { readonly best: BestEvaluation }) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const by = useRun(({ info }) => criterionOf(info?.config.task ?? "reverse"));
  const step = format.number(best.step);
  const label =
    by === "loss"
      ? t("best.takeLowest", { step, loss: format.fixed(best.heldOutLoss ?? 0, 2) })
      : t("best.take", { step, match: format.percent(best.exactMatch) });
  return (
    <Button
      look="link"
      className={styles.offer}
      title={`${label}. ${t("best.help")}`}
      onClick={() => moveFocusThen("train", student.useBest)} // the button disappears with its offer
    >
      {label}
    </Button>
  );
}
