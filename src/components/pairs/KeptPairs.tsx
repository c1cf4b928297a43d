/** The pairs that the device keeps: a click chooses them again, and each can be renamed and deleted. */
import { useId, useRef, useState } from "react";
import { useApp } from "../../state/store";
import type { CorpusEntry } from "../../state/slices/pairs";
import { Button } from "../primitives/Button";
import { Confirm } from "./Confirm";
import { KeptEntry } from "./KeptEntry";
import { KeptProblem } from "./KeptProblem";
import styles from "./KeptPairs.module.css";
import type { Draft } from "./useDraft";
import { student } from "../../state/actions/acts";
import { useCorpusTexts } from "./useCorpusTexts";

export function KeptPairs({ draft }: { readonly draft: Draft }) {
  const { t } = useCorpusTexts();
  const id = useId();
  const entries = useApp(({ pairs }) => pairs.kept.entries);
  const section = useRef<HTMLElement>(null);
  const [deleting, setDeleting] = useState<"none" | "asked" | "done">("none");
  // After a deletion the list stays even when empty, because it has the focus.
  if (entries === null || (entries.length === 0 && deleting === "none")) return null;

  const choose = async (entry: CorpusEntry): Promise<void> => {
    const pairs = await student.recallPairs(entry);
    if (pairs) draft.giveKept(entry.id, pairs);
  };
  const deleteKept = async (act: () => Promise<boolean>): Promise<void> => {
    section.current?.focus(); // the focused button disappears
    setDeleting("asked");
    setDeleting((await act()) ? "done" : "none");
  };
  return (
    <section ref={section} className={styles.kept} tabIndex={-1} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {t("kept.title")}
      </h3>
      <output className={styles.said}>{deleting === "done" && t("kept.deleted")}</output>
      <KeptProblem />
      <ul className={styles.list}>
        {entries.map((entry) => (
          <KeptEntry
            key={entry.id}
            entry={entry}
            isChosen={draft.chosen === entry.id}
            onChoose={() => void choose(entry)}
            onRename={(name) => void student.renameKeptPairs(entry.id, name)}
            onDelete={() => void deleteKept(() => student.forgetKeptPairs(entry.id))}
          />
        ))}
      </ul>
      {entries.length > 1 && (
        <ForgetAll
          total={entries.length}
          onForget={() => void deleteKept(student.forgetAllKeptPairs)}
        />
      )}
    </section>
  );
}

interface ForgetAllProps {
  readonly total: number;
  readonly onForget: () => void;
}

function ForgetAll({ total, onForget }: ForgetAllProps) {
  const { t } = useCorpusTexts();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button look="link" onClick={() => setAsking(true)}>
        {t("kept.forgetAll")}
      </Button>
    );
  return (
    <Confirm
      question={t("kept.forgetAllAsk", { total })}
      yes={t("kept.deleteAll")}
      onYes={onForget}
      onNo={() => setAsking(false)}
    />
  );
}
