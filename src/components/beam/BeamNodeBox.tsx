/** One considered continuation: its token, its probability here, and the total of its path. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Unit } from "../../engine/tasks/task";
import { BEAM, columnX, type PlacedNode, rowTop } from "../../vis/layout/beamTree";
import { signed } from "../../vis/format";
import { spelled } from "../../vis/layout/spelled";
import { joinerOf } from "../../vis/facts/judgedTokens";
import type { OnSelect } from "../unrolled/shown";
import { useTokenName } from "../unrolled/useTokenName";
import { useFormat } from "../primitives/useFormat";
import styles from "./BeamNodeBox.module.css";

export interface BeamNodeBoxProps {
  readonly placed: PlacedNode;
  readonly unit: Unit;
  /** Whether its step is the shown one. */
  readonly isOn: boolean;
  readonly tabIndexOf: (stop: number) => 0 | -1;
  readonly onSelect: OnSelect;
}

/** A node in words: its path, its numbers and its fate. */
function useNodeSentence(unit: Unit): (placed: PlacedNode) => string {
  const { t } = useTranslation("beam");
  const format = useFormat();
  const name = useTokenName();
  return ({ node, before }) => {
    const values = {
      token: name(node.token),
      before: before.map(name).join(joinerOf(unit)),
      probability: format.percent(Math.exp(node.logProbability)),
      total: signed(node.total),
      fate: t(`fate.${node.fate}`),
    };
    const said = before.length > 0 ? t("node", values) : t("nodeFirst", values);
    return node.isAnswer ? t("nodeOfAnswer", { said }) : said;
  };
}

/** A node of the answer's path is a button that shows its step. */
export function BeamNodeBox(props: BeamNodeBoxProps): ReactNode {
  const { placed, unit, isOn, tabIndexOf, onSelect } = props;
  const sentence = useNodeSentence(unit)(placed);
  const { node, row } = placed;
  const { step } = node;
  const look = {
    className: styles.node,
    "data-fate": node.fate,
    "data-answer": node.isAnswer || undefined,
    title: sentence,
    style: {
      left: columnX(step),
      top: rowTop(row, node.fate === "pruned"),
      width: BEAM.node,
      height: BEAM.box,
    },
  };
  const face = (
    <>
      <span className="visually-hidden">{sentence}</span>
      <NodeContent {...placed} />
    </>
  );
  if (!node.isAnswer)
    return (
      <li>
        <span {...look}>{face}</span>
      </li>
    );
  return (
    <li>
      <button
        {...look}
        type="button"
        aria-current={isOn ? "step" : undefined}
        data-stop={step}
        tabIndex={tabIndexOf(step)}
        onClick={() => onSelect(step, null)}
      >
        {face}
      </button>
    </li>
  );
}

function NodeContent({ node }: PlacedNode): ReactNode {
  const format = useFormat();
  return (
    <span className={styles.face} aria-hidden="true">
      <span className={styles.token}>{spelled(node.token)}</span>
      <span className={styles.probability}>{format.percent(Math.exp(node.logProbability))}</span>
      <span className={styles.total}>{signed(node.total)}</span>
    </span>
  );
}
