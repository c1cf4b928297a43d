/** The dialog for a user's own pairs: its frame and the focus. Its three steps are give, look and use. */
import { Dialog } from "@base-ui/react/dialog";
import { type ClipboardEvent, useEffect, useRef, useState } from "react";
import { useApp } from "../../state/store";
import { focusIfLost, placeOf } from "../focusPlace";
import { Button } from "../primitives/Button";
import { GiveStep } from "./GiveStep";
import { LookStep } from "./LookStep";
import styles from "./PairsDialog.module.css";
import { useCorpusTexts } from "./useCorpusTexts";
import { type Draft, useDraft } from "./useDraft";
import { UsePairs } from "./UsePairs";
import { useProposal } from "./useProposal";
import { UseStep } from "./UseStep";
import { page, student } from "../../state/actions/acts";

/** The target of the focus when the dialog closes: the button that trains on the new pairs, or the previous element. */
function useFinalFocus(isOpen: boolean): () => boolean {
  const used = useApp((state) => state.pairs.used);
  const [usedBefore, setUsedBefore] = useState(used);
  if (isOpen && usedBefore !== used) setUsedBefore(used);
  return () => {
    if (useApp.getState().pairs.used === usedBefore) {
      focusIfLost("own-pairs", "stage"); // the button for pairs stands in one tab of the rail
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
  const { t } = useCorpusTexts();
  const isOpen = useApp((state) => state.pairs.open);
  const draft = useDraft();
  const proposal = useProposal();
  const [shouldKeep, setShouldKeep] = useState(true);
  useEffect(() => {
    if (isOpen) void page.listKeptPairs();
  }, [isOpen]);
  const finalFocus = useFinalFocus(isOpen);
  useDropped(draft);
  const first = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => student.openPairs(open)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          initialFocus={first}
          finalFocus={finalFocus}
          data-given={draft.input !== null}
          onPaste={(event) => takePaste(event, draft)}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{t("title")}</Dialog.Title>
            <Dialog.Close render={<Button look="quiet" className={styles.close} />}>
              {t("close")}
            </Dialog.Close>
          </div>
          <div className={styles.body}>
            <GiveStep draft={draft} first={first} />
            {draft.input !== null && (
              <>
                <LookStep draft={draft} />
                <UseStep draft={draft} proposal={proposal} {...{ shouldKeep, setShouldKeep }} />
              </>
            )}
          </div>
          <div className={styles.foot}>
            <UsePairs draft={draft} shouldKeep={shouldKeep} proposal={proposal} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Takes files that the student drops anywhere on the page. */
function useDropped({ giveFiles }: Draft): void {
  const dropped = useApp((state) => state.pairs.dropped);
  useEffect(() => {
    if (dropped === null) return;
    page.takeDropped();
    giveFiles(dropped);
  }, [dropped, giveFiles]);
}

/** Takes what is pasted outside a field: copied files, or cells of a spreadsheet. */
function takePaste({ clipboardData, target }: ClipboardEvent, draft: Draft): void {
  const { files } = clipboardData;
  if (files.length > 0) return draft.giveFiles([...files]);
  const text = clipboardData.getData("text");
  const isInField = target instanceof Element && target.closest("input, textarea") !== null;
  if (!isInField && text.trim() !== "") draft.giveText(text);
}
