/** How to read the stage: the scales with their numbers, and the marks that need an explanation. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { hasAttentionalState } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { blocksOf, canPassOne, type LegendMark, legendOf } from "../../vis/layout/legend";
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

interface KeyProps {
  readonly mark: LegendMark;
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
  const { t } = useTranslation("stage");
  return (
    <div className={styles.legend}>
      <ul className={styles.list} data-place="legend">
        <Scales trace={trace} />
        {legendOf(trace).map(({ mark, meaning }) => (
          <Key key={mark} mark={mark}>
            {t(`legend.${meaning}`)}
          </Key>
        ))}
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
function Scales({ trace: { shape } }: PartProps): ReactNode {
  const { t } = useTranslation("stage");
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
      {blocksOf(shape).map(({ of, count }) => (
        <li key={of} className={styles.item}>
          {t(`legend.${of}`, { count })}
        </li>
      ))}
    </>
  );
}
