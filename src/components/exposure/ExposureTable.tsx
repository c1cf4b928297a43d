/** The numbers behind a chart, folded away: for exact reading and for a screen reader. */
import type { ReactNode } from "react";
import type { SectionId } from "../../state/slices/sections";
import { NumberTable } from "../primitives/NumberTable";
import { useSection } from "../useSection";
import styles from "./ExposureTable.module.css";
import { useExposureTexts } from "./useExposureTexts";

interface ExposureTableProps {
  readonly section: SectionId;
  readonly caption: string;
  /** Names the scrolling region. */
  readonly scroller: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
}

export function ExposureTable(props: ExposureTableProps): ReactNode {
  const { t } = useExposureTexts();
  const { section, caption, scroller, columns, rows } = props;
  const details = useSection(section);
  return (
    <details {...details} className={styles.details}>
      <summary>{t("asTable")}</summary>
      {details.open && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        <section className={styles.scroller} tabIndex={0} aria-label={scroller}>
          <NumberTable className={styles.table} {...{ caption, columns, rows }} />
        </section>
      )}
    </details>
  );
}
