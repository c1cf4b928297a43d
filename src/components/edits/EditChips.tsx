/** The list of edits: what each one is, with a button that removes it. */
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { type Edit, placeOf } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { selectorOf } from "../../places";
import { useLane } from "../useLane";
import styles from "./EditChips.module.css";
import { CloseIcon } from "./icons";
import { useEditText } from "./useEditText";

export interface EditChipsProps {
  /** Whether the chips stand below each other, in a panel. */
  readonly isList?: boolean;
}

export function EditChips({ isList = false }: EditChipsProps): ReactNode {
  const trace = useLane(({ run }) => run.trace);
  return trace && <Chips trace={trace} isList={isList} />;
}

interface ChipsProps extends Required<EditChipsProps> {
  readonly trace: Trace;
}

function Chips({ trace, isList }: ChipsProps): ReactNode {
  const { t } = useTranslation("edits");
  const edits = useApp(({ view }) => view.show.edits);
  const textOf = useEditText(trace);
  const room = useRef<HTMLUListElement>(null);
  const count = edits.length;
  useEffect(() => {
    if (count > 0) room.current?.scrollTo({ left: room.current.scrollWidth }); // the latest is last
  }, [count]);
  return (
    <ul ref={room} className={styles.chips} data-list={isList || undefined} aria-label={t("list")}>
      {edits.map((edit) => (
        <Chip key={`${edit.kind} ${placeOf(edit)}`} edit={edit} text={textOf(edit)} />
      ))}
    </ul>
  );
}

/** What takes the focus of a chip: its neighbour, or after the last chip the menu of the edits. */
function afterChip(button: HTMLElement): HTMLElement | null {
  const chip = button.closest("li");
  const neighbour = chip?.nextElementSibling ?? chip?.previousElementSibling;
  const menu = `${selectorOf("edits")} [aria-haspopup=menu]`;
  return neighbour?.querySelector("button") ?? document.querySelector<HTMLElement>(menu);
}

interface ChipProps {
  readonly edit: Edit;
  readonly text: string;
}

function Chip({ edit, text }: ChipProps): ReactNode {
  const { t } = useTranslation("edits");
  const name = t("remove", { edit: text });
  const remove = ({ currentTarget }: { readonly currentTarget: HTMLElement }): void => {
    afterChip(currentTarget)?.focus(); // the chip goes away
    void student.removeEdit(edit);
  };
  return (
    <li className={styles.chip}>
      <span className={styles.text} title={text}>
        {text}
      </span>
      <button
        type="button"
        className={styles.remove}
        aria-label={name}
        title={name}
        onClick={remove}
      >
        <CloseIcon />
      </button>
    </li>
  );
}
