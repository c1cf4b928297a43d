/** Offers the weights of the best evaluation after training has ended lower. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import type { BestEvaluation } from "../../engine/results/history";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./NoteLine.module.css";

export function BestOffer({ best }: { readonly best: BestEvaluation }) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const values = { step: format.number(best.step), match: format.percent(best.exactMatch) };
  const label = t("best.take", values);
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
