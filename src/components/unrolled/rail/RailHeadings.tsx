/** The headings over the columns of the decoder's rail: words, or symbols where cells are small. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { middle } from "../../../vis/layout/rail";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import { MathText } from "../MathText";
import styles from "./RailHeadings.module.css";

const SYMBOLS = { context: "c", state: "s", combined: "h̃", said: "ŷ" } as const;

type Kind = keyof typeof SYMBOLS | "fed";

export interface RailHeadingProps {
  readonly layout: StageLayout;
  readonly kind: Kind;
  readonly role?: "columnheader";
}

export function RailHeading({ layout, kind, role }: RailHeadingProps): ReactNode {
  const { t } = useTranslation("stage");
  const span = layout.rail[kind];
  if (!span) return null;
  return (
    <span
      className={styles.heading}
      data-kind={kind}
      role={role}
      aria-label={role && t("outputHeader")}
      style={{ left: middle(span), top: layout.map.y - 20 }}
    >
      <Heading layout={layout} kind={kind} />
    </span>
  );
}

function Heading({ layout, kind }: Omit<RailHeadingProps, "role">): ReactNode {
  const { t } = useTranslation("stage");
  if (!layout.compact) return t(kind);
  return kind === "fed" ? t("fedShort") : <MathText>{SYMBOLS[kind]}</MathText>;
}

export interface RailHeadingsProps {
  readonly layout: StageLayout;
  /** Whether the rail includes the output's heading. With a map, that heading belongs to a column of the map. */
  readonly said: boolean;
  /** Whether the decode drew its tokens at a temperature other than 1; the probabilities then use this temperature. */
  readonly tempered: boolean;
}

export function RailHeadings({ layout, said, tempered }: RailHeadingsProps): ReactNode {
  const { t } = useTranslation("stage");
  const { bar } = layout.rail;
  const kinds: readonly Kind[] = said
    ? ["context", "fed", "state", "combined", "said"]
    : ["context", "fed", "state", "combined"];
  return (
    <div aria-hidden="true">
      {kinds.map((kind) => (
        <RailHeading key={kind} layout={layout} kind={kind} />
      ))}
      {bar && (
        <span
          className={styles.heading}
          data-kind="bar"
          style={{ left: middle(bar), top: layout.map.y - 20 }}
        >
          <span className={styles.over}>{tempered && t("probabilityAt")}</span>
          {t(tempered ? "temperatureOne" : "probability")}
        </span>
      )}
    </div>
  );
}
