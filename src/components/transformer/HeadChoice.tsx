/** Which layer and head of a Transformer the map shows, and where its sides look within themselves. */
import type { ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import { headsOf } from "../../engine/setup/modelShape";
import { student } from "../../state/actions/acts";
import { SELF_MAPS } from "../../state/slices/view";
import { topOf } from "../../vis/facts/subject";
import { Choice } from "../primitives/Choice";
import styles from "./HeadChoice.module.css";
import { SideMap } from "./SideMap";
import { useHead } from "./useHead";
import { useTransformerTexts } from "./useTransformerTexts";

const MEAN = "mean";

const upTo = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));

export function HeadChoice({ trace }: { readonly trace: Trace }): ReactNode {
  const { t } = useTransformerTexts();
  const { layer, head } = useHead(trace);
  const top = topOf(trace);
  const heads = headsOf(trace.shape);
  const number = (each: string): string => t("number", { n: Number(each) + 1 });
  return (
    <div className={styles.row}>
      <div className={styles.choices} data-place="layers">
        {top > 0 && (
          <Choice
            label={t("layer")}
            options={upTo(top + 1)}
            value={String(layer)}
            name={number}
            onChoose={(each) => student.showLayer(Number(each) === top ? null : Number(each))}
          />
        )}
        {heads > 1 && (
          <Choice
            label={t("head")}
            options={[MEAN, ...upTo(heads)]}
            value={head === null ? MEAN : String(head)}
            name={(each) => (each === MEAN ? t("mean") : number(each))}
            onChoose={(each) => student.showHead(each === MEAN ? null : Number(each))}
          />
        )}
      </div>
      <div className={styles.maps}>
        {SELF_MAPS.map((of) => (
          <SideMap key={of} trace={trace} layer={layer} head={head} of={of} />
        ))}
      </div>
    </div>
  );
}
