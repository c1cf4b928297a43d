/** The dialog around the user's own pairs: frame, focus and the drop of a file anywhere on it. */
import { Dialog } from "@base-ui/react/dialog";
import { useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { openPairs, useApp } from "../../state/app";
import { Button } from "../primitives/Button";
import styles from "./PairsDialog.module.css";
import { PairsInput } from "./PairsInput";
import { PairsOptions } from "./PairsOptions";
import { Preview } from "./Preview";
import { UsePairs } from "./UsePairs";
import { useDraft } from "./useDraft";

export function PairsDialog() {
  const { t } = useTranslation("pairs");
  const isOpen = useApp((state) => state.pairs.open);
  const draft = useDraft();
  const drop = useFileDrop(draft.giveFile);
  return (
    <Dialog.Root open={isOpen} onOpenChange={openPairs}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          data-dropping={drop.isOver}
          onDragOver={drop.onDragOver}
          onDragLeave={drop.onDragLeave}
          onDrop={drop.onDrop}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{t("title")}</Dialog.Title>
            <Dialog.Description className={styles.intro}>{t("intro")}</Dialog.Description>
          </div>
          <div className={styles.body}>
            <div className={styles.column}>
              <PairsInput draft={draft} />
              <PairsOptions options={draft.options} onChange={draft.setOptions} />
            </div>
            <div className={styles.column}>
              <Preview isAsked={draft.input !== null} />
            </div>
          </div>
          <div className={styles.foot}>
            <UsePairs draft={draft} />
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
