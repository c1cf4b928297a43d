/** A text to copy: the page's link, or the HTML that puts the stage into another page. */
import { type ReactNode, useEffect, useId, useState } from "react";
import { writeLink } from "../../state/ports/linkPort";
import { useApp } from "../../state/store";
import type { ThemeName } from "../../vis/export/palette";
import { Button } from "../primitives/Button";
import { Choice } from "../primitives/Choice";
import { embedHtml } from "./embedHtml";
import { copyText } from "./picture";
import styles from "./TakeAway.module.css";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

/** The page's link, up to date; null: it is being written. */
function useAddress(): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isOn = true;
    void writeLink().then(() => {
      if (isOn) setAddress(location.href);
    });
    return () => {
      isOn = false;
    };
  }, []);
  return address;
}

export function LinkPane(): ReactNode {
  const { t } = useTakeAwayTexts();
  return <ShownText text={useAddress() ?? ""} label={t("address")} />;
}

/** In sight whatever is chosen, because a link is what leaves the page most often. */
export function CopyLink(): ReactNode {
  const { t } = useTakeAwayTexts();
  const [said, say] = useState("");
  const copy = async (): Promise<void> => {
    await writeLink();
    say(t((await copyText(location.href)) ? "done.linkCopied" : "done.linkNotCopied"));
  };
  return (
    <div className={styles.link}>
      <Button onClick={() => void copy()}>{t("copyLink")}</Button>
      <output className={styles.said}>{said}</output>
    </div>
  );
}

export function EmbedPane(): ReactNode {
  const { t } = useTakeAwayTexts();
  const address = useAddress();
  const [theme, setTheme] = useState<ThemeName>(useApp(({ view }) => view.theme));
  const [said, say] = useState("");
  const copy = async (): Promise<void> =>
    say(t((await copyText(html)) ? "done.htmlCopied" : "done.notCopied"));
  const html = address === null ? "" : embedHtml(address, theme, t("embedded.title"));
  return (
    <>
      <div className={styles.options}>
        <Choice
          label={t("theme.label")}
          options={["light", "dark"]}
          value={theme}
          name={(each) => t(`theme.${each}`)}
          onChoose={setTheme}
        />
      </div>
      <ShownText text={html} label={t("html")} />
      <div className={styles.actions}>
        <Button look="primary" disabled={html === ""} onClick={() => void copy()}>
          {t("copyHtml")}
        </Button>
        <output className={styles.said}>{said}</output>
      </div>
    </>
  );
}

interface ShownTextProps {
  readonly text: string;
  readonly label: string;
}

function ShownText({ text, label }: ShownTextProps): ReactNode {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.text}
        rows={6}
        readOnly
        value={text}
        spellCheck={false}
        onFocus={({ target }) => target.select()}
      />
    </>
  );
}
