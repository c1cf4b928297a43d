/** The edits of the decode, in the line over the stage: what they are, what they change, and how to take them back. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { Pop } from "../primitives/Pop";
import { useHides } from "../useHides";
import { useWidth } from "../unrolled/scroll/useWidth";
import { ClearEdits, UndoEdit } from "./EditButtons";
import { EditChips } from "./EditChips";
import styles from "./EditRegion.module.css";
import { EditSummary, useSummary } from "./EditSummary";
import { MenuButton } from "./MenuButton";
import { Refusal } from "./Refusal";
import { UntouchedButton } from "./UntouchedButton";

const NARROW = 325; // pixels; with less, buttons have no text, and the list has what else there is
const BUTTONS = 250; // pixels of the buttons
const CHIP = 165; // pixels of a chip; where they do not fit, a button opens the list

/** The picture of gradients takes no edits, but they can be taken back: some keep it from being drawn. */
export function EditRegion(): ReactNode {
  const isGradients = useApp(({ view }) => view.drawn === "gradients");
  const count = useApp(({ view }) => view.show.edits.length);
  const isHidden = useHides("edits");
  return isHidden || (isGradients && count === 0) ? null : <Region takesEdits={!isGradients} />;
}

function Region({ takesEdits }: { readonly takesEdits: boolean }): ReactNode {
  const { t } = useTranslation("edits");
  const [region, width] = useWidth<HTMLElement>();
  const count = useApp(({ view }) => view.show.edits.length);
  const isNarrow = width < NARROW;
  const fits = width >= BUTTONS + count * CHIP;
  return (
    <section
      ref={region}
      className={styles.region}
      aria-label={t("region")}
      data-place="edits"
      data-print="off"
    >
      {count > 0 && (fits ? <EditChips /> : <ListOnButton count={count} hasButtons={isNarrow} />)}
      <span className={styles.buttons}>
        {(!isNarrow || count === 0) && <UndoEdit />}
        {!isNarrow && count > 0 && <ClearEdits />}
        {takesEdits && count > 0 && <UntouchedButton isIcon={isNarrow} />}
        {takesEdits && <MenuButton />}
      </span>
      <EditSummary />
      <Refusal />
    </section>
  );
}

interface ListOnButtonProps {
  readonly count: number;
  /** Whether the list has the buttons that the line has no room for. */
  readonly hasButtons: boolean;
}

function ListOnButton({ count, hasButtons }: ListOnButtonProps): ReactNode {
  const { t } = useTranslation("edits");
  const summary = useSummary();
  const label = t("count", { count });
  return (
    <Pop label={label} name={label}>
      <div className={styles.list}>
        <EditChips isList />
        <p>{summary}</p>
        {hasButtons && (
          <span className={styles.buttons}>
            <UndoEdit />
            <ClearEdits />
          </span>
        )}
      </div>
    </Pop>
  );
}
