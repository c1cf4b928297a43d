/** How to read the stage: the scales with their numbers, and the marks that need an explanation. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { feedsInput, hasAttentionalState, isBidirectional } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { isWhollyLinked } from "../../vis/facts/aligned";
import { unitsPerCell } from "../../vis/layout/tile";
import { judge } from "../../vis/facts/judgedTokens";
import styles from "./Legend.module.css";
import { MathText } from "./MathText";
import { RailKey } from "./rail/RailKey";

interface ScaleProps {
  readonly kind: "weight" | "value";
  readonly ticks: readonly string[];
  readonly children: string;
}

function Scale({ kind, ticks, children }: ScaleProps): ReactNode {
  return (
    <li className={styles.item}>
      <span className={styles.scale} data-kind={kind}>
        <span className={styles.ramp} />
        <span className={styles.ticks}>
          {ticks.map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </span>
      </span>
      <span>{children}</span>
    </li>
  );
}

/** The scale of the map. */
export function WeightScale(): ReactNode {
  const { t } = useTranslation("stage");
  return (
    <ul className={styles.list} aria-label={t("legend.weight")}>
      <Scale kind="weight" ticks={["0", "0.5", "1"]}>
        {t("legend.weight")}
      </Scale>
    </ul>
  );
}

type Mark =
  | "largest"
  | "gold"
  | "asks"
  | "feeds"
  | "truth"
  | "model"
  | "wrong"
  | "halves"
  | "double"
  | "hand"
  | "changed";

interface KeyProps {
  readonly mark: Mark;
  readonly children: string;
}

function Key({ mark, children }: KeyProps): ReactNode {
  return (
    <li className={styles.item}>
      <span className={styles.mark} data-mark={mark} aria-hidden="true" />
      <span>
        <MathText>{children}</MathText>
      </span>
    </li>
  );
}

export function Legend({ trace }: { readonly trace: Trace }): ReactNode {
  return (
    <div className={styles.legend}>
      <ul className={styles.list} data-place="legend">
        <TileKeys trace={trace} />
        <FlowKeys trace={trace} />
      </ul>
      <RailKey trace={trace} />
      <Caption trace={trace} />
    </div>
  );
}

interface PartProps {
  readonly trace: Trace;
}

function Caption({ trace: { shape } }: PartProps): ReactNode {
  const { t } = useTranslation("stage");
  const luong = hasAttentionalState(shape) ? "captionLuong" : "caption";
  const attends = shape.attention !== "none";
  return (
    <p className={styles.caption}>
      {shape.sourceOrder === "reversed" && `${t("reversed")} `}
      {t(attends ? luong : "captionNone")} {t("inspect")}{" "}
      <span className={styles.keys}>
        {t("keys")} {t(attends ? "keysMap" : "keysNone")}
      </span>
    </p>
  );
}

/** The colour scales of tiles and cells. */
function TileKeys({ trace: { shape } }: PartProps): ReactNode {
  const { t } = useTranslation("stage");
  const bothWays = isBidirectional(shape);
  return (
    <>
      {shape.attention !== "none" && (
        <Scale kind="weight" ticks={["0", "0.5", "1"]}>
          {t("legend.weight")}
        </Scale>
      )}
      <Scale kind="value" ticks={["−1", "0", "1"]}>
        {t(canPassOne(shape) ? "legend.valueBeyond" : "legend.value")}
      </Scale>
      <Blocks shape={shape} />
      {bothWays && <Key mark="halves">{t("legend.halves")}</Key>}
    </>
  );
}

/** A bridge is linear and has no bounds, and a GRU keeps a share of the first state that the bridge makes. */
function canPassOne(shape: Trace["shape"]): boolean {
  return isBidirectional(shape) && shape.cell === "gru";
}

/** How many units a small square stands for, where it is more than one. */
function Blocks({ shape }: Pick<Trace, "shape">): ReactNode {
  const { t } = useTranslation("stage");
  const { hiddenSize, attention } = shape;
  const whole = unitsPerCell(hiddenSize);
  if (!isBidirectional(shape))
    return whole > 1 && <li className={styles.item}>{t("legend.blocks", { count: whole })}</li>;
  const half = unitsPerCell(hiddenSize, "half");
  const split = attention === "none" ? "legend.blocksSplit" : "legend.blocksSplitContext";
  return (
    <>
      {half > 1 && <li className={styles.item}>{t(split, { count: half })}</li>}
      {whole > 1 && <li className={styles.item}>{t("legend.blocksDecoder", { count: whole })}</li>}
    </>
  );
}

/** The arrows, and the marks of right and wrong outputs. */
function FlowKeys({ trace }: PartProps): ReactNode {
  const { t } = useTranslation("stage");
  const { shape, gold, show } = trace;
  const attends = shape.attention !== "none";
  const anyWrong = judge(trace).some(({ mark }) => mark === "wrong");
  return (
    <>
      {attends && <Key mark="largest">{t("legend.largest")}</Key>}
      {attends && gold && (
        <Key mark="gold">{t(isWhollyLinked(gold) ? "legend.gold" : "legend.goldPartly")}</Key>
      )}
      {attends && <Key mark="asks">{t("legend.asks")}</Key>}
      {shape.cell === "lstm" && <Key mark="double">{t("legend.double")}</Key>}
      {feedsInput(shape) && <Key mark="feeds">{t("legend.feeds")}</Key>}
      {show.feeding === "truth" ? (
        <Key mark="truth">{t("legend.truth")}</Key>
      ) : (
        <Key mark="model">{t("legend.model")}</Key>
      )}
      {anyWrong && <Key mark="wrong">{t("legend.wrong")}</Key>}
      {show.edits.length > 0 && (
        <>
          <Key mark="hand">{t("legend.hand")}</Key>
          <Key mark="changed">{t("legend.changed")}</Key>
        </>
      )}
    </>
  );
}
