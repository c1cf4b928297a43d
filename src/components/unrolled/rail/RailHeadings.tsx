/** The headings over the columns of the decoder's rail, and over the outputs at the left: words, or symbols without room. */
import { memo, type ReactNode } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { Lit } from "../../../engine/results/operation";
import { HEADED, middle, type Headed } from "../../../vis/layout/rail";
import { labelSpan, type StageLayout } from "../../../vis/layout/stageLayout";
import { MathText } from "../MathText";
import { PARTS, partAttributes } from "../parts";
import styles from "./RailHeadings.module.css";

const WORD = 40; // pixels: a short heading

const SYMBOLS = { context: "c", state: "s", combined: "h̃", said: "ŷ", bar: "p" } as const;

interface HeadingProps {
  readonly layout: StageLayout;
  readonly kind: Headed;
}

function Heading({ layout, kind }: HeadingProps): ReactNode {
  const { t } = useTranslation("stage");
  if (layout.wordy) return t(kind === "bar" ? "probability" : kind);
  return kind === "fed" ? t("fedShort") : <MathText>{SYMBOLS[kind]}</MathText>;
}

export interface OutputHeadingProps {
  readonly layout: StageLayout;
  /** In the map's grid it heads the column of row headers; elsewhere assistive technology ignores it. */
  readonly role?: "columnheader";
}

/** The heading over the outputs at the left edge of their rows. */
export function OutputHeading({ layout, role }: OutputHeadingProps): ReactNode {
  const { t } = useTranslation("stage");
  const { x, width } = labelSpan(layout);
  return (
    <span
      className={styles.lane}
      role="presentation"
      style={{ width: layout.width, top: layout.header.headingsTop }}
    >
      <span
        className={styles.output}
        role={role}
        aria-hidden={role ? undefined : true}
        style={{ left: x, marginLeft: x, width }}
      >
        {role && <span className="visually-hidden">{t("outputHeader")}</span>}
        <span aria-hidden="true">
          {layout.compact ? <MathText>{SYMBOLS.said}</MathText> : t("said")}
        </span>
      </span>
    </span>
  );
}

export interface RailHeadingsProps {
  readonly layout: StageLayout;
  /** Whether the decode drew its tokens at a temperature other than 1; the probabilities then use this temperature. */
  readonly tempered: boolean;
  readonly lit: Lit | null;
}

export const RailHeadings = memo(function RailHeadings(props: RailHeadingsProps): ReactNode {
  const { layout, tempered, lit } = props;
  const { t } = useTranslation("stage");
  const { rail, header } = layout;
  const last = HEADED.findLast((kind) => rail[kind] !== null);
  return (
    <div aria-hidden="true">
      {HEADED.map((kind) => {
        const span = rail[kind];
        if (!span) return null;
        const ops = PARTS[kind === "bar" ? "said" : kind];
        const isLast = layout.compact && layout.wordy && kind === last;
        const isAtEdge = isLast && span.width < WORD; // a centred word would be cut
        return (
          <span
            key={kind}
            className={styles.heading}
            data-kind={kind}
            {...partAttributes(ops, lit)}
            data-tip={t(`headingTips.${kind}`)}
            data-edge={isAtEdge || undefined}
            style={{ left: isAtEdge ? layout.width : middle(span), top: header.headingsTop }}
          >
            {kind === "bar" && tempered ? (
              <>
                <span className={styles.over}>{t("probabilityAt")}</span>
                {t("temperatureOne")}
              </>
            ) : (
              <Heading layout={layout} kind={kind} />
            )}
          </span>
        );
      })}
    </div>
  );
});
