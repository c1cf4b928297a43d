/** One entry of the kept pairs: a click on its name chooses it; it can be renamed in place, and deleted after a question. */
import { useId, useState } from "react";
import type { CorpusEntry } from "../../state/slices/pairs";
import { Button } from "../primitives/Button";
import fields from "../primitives/Field.module.css";
import { useFormat } from "../primitives/useFormat";
import { Confirm } from "./Confirm";
import { onEscape, takeFocus } from "./focus";
import styles from "./KeptPairs.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

interface EntryProps {
  readonly entry: CorpusEntry;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

type Mode = "shown" | "renaming" | "deleting";

export function KeptEntry(props: EntryProps) {
  const { entry, onRename, onDelete } = props;
  const { t } = useCorpusTexts();
  const [mode, setMode] = useState<Mode>("shown");
  const [leftFrom, setLeftFrom] = useState<Mode>("shown");
  const leave = (): void => {
    setLeftFrom(mode);
    setMode("shown");
  };
  if (mode === "shown") return <Shown {...props} focusOn={leftFrom} onMode={setMode} />;
  return (
    <li>
      {mode === "renaming" ? (
        <Rename name={entry.name} onRename={onRename} onLeave={leave} />
      ) : (
        <Confirm
          question={t("kept.deleteAsk", { name: entry.name })}
          yes={t("kept.delete")}
          onYes={onDelete}
          onNo={leave}
        />
      )}
    </li>
  );
}

interface ShownProps extends EntryProps {
  /** Which of the two buttons takes the focus back. */
  readonly focusOn: Mode;
  readonly onMode: (mode: Mode) => void;
}

function Shown({ entry, isChosen, onChoose, focusOn, onMode }: ShownProps) {
  const { t, i18n } = useCorpusTexts();
  const format = useFormat();
  const { name, bytes, usedAt } = entry;
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" }).format(usedAt);
  const size = format.number(bytes / 1000, 1);
  return (
    <li>
      <Button
        look="link"
        className={styles.name}
        aria-label={t("kept.choose", { name })}
        aria-current={isChosen}
        onClick={onChoose}
      >
        <bdi>{name}</bdi>
      </Button>
      <span className={styles.facts}>
        {`${t("kept.size", { size })} · ${t("kept.used", { date })}`}
      </span>
      <span className={styles.acts}>
        <Button
          look="link"
          aria-label={t("kept.renameThis", { name })}
          ref={focusOn === "renaming" ? takeFocus : undefined}
          onClick={() => onMode("renaming")}
        >
          {t("kept.rename")}
        </Button>
        <Button
          look="link"
          aria-label={t("kept.deleteThis", { name })}
          ref={focusOn === "deleting" ? takeFocus : undefined}
          onClick={() => onMode("deleting")}
        >
          {t("kept.delete")}
        </Button>
      </span>
    </li>
  );
}

interface RenameProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onLeave: () => void;
}

function Rename({ name, onRename, onLeave }: RenameProps) {
  const { t } = useCorpusTexts();
  const id = useId();
  const [text, setText] = useState(name);
  const onKeyDown = onEscape(onLeave);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        onRename(text);
        onLeave();
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {t("kept.newName", { name })}
      </label>
      <input
        id={id}
        className={fields.input}
        ref={takeFocus}
        autoComplete="off"
        maxLength={60}
        dir="auto"
        value={text}
        onKeyDown={onKeyDown}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" onKeyDown={onKeyDown}>
        {t("kept.save")}
      </Button>
      <Button look="quiet" onKeyDown={onKeyDown} onClick={onLeave}>
        {t("kept.cancel")}
      </Button>
    </form>
  );
}
