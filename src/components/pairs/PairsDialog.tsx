/** The dialog for a user's own pairs: its frame, the focus, and the drop of a file anywhere on it. */
import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useState, type DragEvent } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { CORPUS_LIMITS } from "../../engine/corpus/report";
import { useApp } from "../../state/store";
import { placeOf } from "../focusPlace";
import { Button } from "../primitives/Button";
import { KeepOption } from "./KeepOption";
import { KeptPairs } from "./KeptPairs";
import styles from "./PairsDialog.module.css";
import { PairsInput } from "./PairsInput";
import { PairsOptions } from "./PairsOptions";
import { Preview } from "./Preview";
import { Proposal } from "./Proposal";
import { UsePairs } from "./UsePairs";
import { useDraft } from "./useDraft";
import { useProposal } from "./useProposal";
import { page, student } from "../../state/actions/acts";

/** The target of the focus when the dialog closes: the button that trains on the new pairs, or the previous element. */
function useFinalFocus(isOpen: boolean): () => boolean {
  const used = useApp((state) => state.pairs.used);
  const [usedBefore, setUsedBefore] = useState(used);
  if (isOpen && usedBefore !== used) setUsedBefore(used);
  return () => {
    if (useApp.getState().pairs.used === usedBefore) {
      // What opened the dialog may be gone, and the button for pairs stands in one tab of the rail.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          (placeOf("own-pairs") ?? placeOf("stage"))?.focus();
      });
      return true;
    }
    // The dialog must release the focus first.
    requestAnimationFrame(() => {
      scrollTo({ top: 0 });
      placeOf("train")?.focus({ focusVisible: true });
    });
    return false;
  };
}

export function PairsDialog() {
  const { t } = useTranslation("pairs");
  const isOpen = useApp((state) => state.pairs.open);
  const draft = useDraft();
  const proposal = useProposal();
  const [shouldKeep, setShouldKeep] = useState(true);
  useEffect(() => {
    if (isOpen) void page.listKeptPairs();
  }, [isOpen]);
  const finalFocus = useFinalFocus(isOpen);
  const drop = useFileDrop(draft.giveFile);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => student.openPairs(open)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          finalFocus={finalFocus}
          data-dropping={drop.isOver}
          onDragOver={drop.onDragOver}
          onDragLeave={drop.onDragLeave}
          onDrop={drop.onDrop}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{t("title")}</Dialog.Title>
            <Dialog.Description className={styles.intro}>
              {t("intro", { least: CORPUS_LIMITS.leastPairs })}
            </Dialog.Description>
          </div>
          <div className={styles.body}>
            <div className={styles.column}>
              <KeptPairs draft={draft} />
              <PairsInput draft={draft} />
              <PairsOptions options={draft.options} onChange={draft.setOptions} />
              <KeepOption shouldKeep={shouldKeep} onChange={setShouldKeep} />
            </div>
            <div className={styles.column}>
              <Preview isAsked={draft.input !== null}>
                {proposal && <Proposal proposal={proposal} />}
              </Preview>
            </div>
          </div>
          <div className={styles.foot}>
            <UsePairs draft={draft} shouldKeep={shouldKeep} proposal={proposal} />
            <Dialog.Close render={<Button look="quiet" />}>{t("close")}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** A file dropped anywhere on the dialog counts as chosen. */
function useFileDrop(give: (file: File) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer.files[0];
      if (file) give(file);
    },
  };
}
