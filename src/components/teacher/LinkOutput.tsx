/** The link that is made: to copy, to open, and as a QR code to show or to print. */
import { useId, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "../../i18n/useTranslation";
import { copyText } from "../copyText";
import { Button } from "../primitives/Button";
import { QrCode } from "./QrCode";
import sheet from "./sheet.module.css";
import styles from "./Teacher.module.css";

/** Prints the code and the link alone. */
function usePrinting(): readonly [boolean, () => void] {
  const [isPrinting, setIsPrinting] = useState(false);
  const print = (): void => {
    flushSync(() => setIsPrinting(true)); // the browser prints the page as it is at the call
    window.print();
    setIsPrinting(false);
  };
  return [isPrinting, print];
}

export function LinkOutput({ link }: { readonly link: string }): ReactNode {
  const { t } = useTranslation("teacher");
  const id = useId();
  const [copied, setCopied] = useState<{ readonly link: string; readonly isCopied: boolean }>();
  const [isPrinting, print] = usePrinting();
  const copy = async (): Promise<void> => setCopied({ link, isCopied: await copyText(link) });
  return (
    <div className={styles.output}>
      <div className={isPrinting ? sheet.sheet : undefined} data-sheet={isPrinting || undefined}>
        <QrCode link={link} label={t("link.code")} />
        {isPrinting && <p className={styles.address}>{link}</p>}
      </div>
      <div className={styles.made}>
        <p id={id} className={styles.about}>
          {t("link.address")}
        </p>
        <a
          className={styles.address}
          href={link}
          target="_blank"
          rel="noreferrer"
          title={t("link.open")}
          aria-describedby={id}
        >
          {link}
        </a>
        <div className={styles.ways}>
          <Button onClick={() => void copy()}>{t("link.copy")}</Button>
          <Button look="quiet" onClick={print}>
            {t("link.print")}
          </Button>
        </div>
        <output className={styles.about}>
          {copied?.link === link && t(copied.isCopied ? "link.copied" : "link.failed")}
        </output>
      </div>
    </div>
  );
}
