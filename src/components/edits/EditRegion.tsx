/** The edits of the decode, in the line over the stage: what they are, what they change, and how to take them back. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import { Pop } from "../primitives/Pop";
import { useWidth } from "../unrolled/scroll/useWidth";
import { ClearEdits, UndoEdit } from "./EditButtons";
import { EditChips } from "./EditChips";
import styles from "./EditRegion.module.css";
import { EditSummary, useSummary } from "./EditSummary";
import { MenuButton } from "./MenuButton";
import { Refusal } from "./Refusal";
import { UntouchedButton } from "./UntouchedButton";

const WIDE = 360; // pixels; with less, the list opens on a button

export function EditRegion(): ReactNode {
  const { t } = useTranslation("edits");
  const [region, width] = useWidth<HTMLElement>();
  const count = useApp(({ view }) => view.show.edits.length);
  const isWide = width >= WIDE;
  return (
    <section
      ref={region}
      className={styles.region}
      aria-label={t("region")}
      data-place="edits"
      data-print="off"
    >
      {count > 0 && (isWide ? <EditChips /> : <ListOnButton count={count} />)}
      <span className={styles.buttons}>
        {(isWide || count === 0) && <UndoEdit />}
        {isWide && count > 0 && <ClearEdits />}
        {count > 0 && <UntouchedButton isIcon={!isWide} />}
        <MenuButton />
      </span>
      <EditSummary />
      <Refusal />
    </section>
  );
}

function ListOnButton({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation("edits");
  const summary = useSummary();
  return (
    <Pop label={t("count", { count })} name={t("count", { count })}>
      <div className={styles.list}>
        <EditChips isList />
        <p>{summary}</p>
        <span className={styles.buttons}>
          <UndoEdit />
          <ClearEdits />
        </span>
      </div>
    </Pop>
  );
}
