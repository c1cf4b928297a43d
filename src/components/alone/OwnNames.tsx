/** Takes names of the student's own: lines of text, or files. */
import { type ReactNode, useId, useState } from "react";
import type { Listed } from "../../engine/alone/names";
import { FEWEST_NAMES, namesInFiles, namesInLines } from "../../engine/alone/ownNames";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
import { FileButton } from "../primitives/FileButton";
import styles from "./Alone.module.css";
import { useAloneTexts } from "./useAloneTexts";

/** Of a file: they hold more names than are taken. */
const MOST_BYTES = 4_000_000;

export function OwnNames(): ReactNode {
  const { t } = useAloneTexts();
  const id = useId();
  const [listed, setListed] = useState<readonly Listed[]>([]);
  const classes = new Set(listed.map(({ label }) => label)).size;
  const counts = { classes, names: listed.length, least: FEWEST_NAMES };
  const isEnough = classes > 1 && listed.length >= FEWEST_NAMES;
  const readFiles = async (files: readonly File[]): Promise<void> => {
    const texts = await Promise.all(
      Array.from(files, async (file) => ({
        fileName: file.name,
        text: await file.slice(0, MOST_BYTES).text(),
      })),
    );
    setListed(namesInFiles(texts));
  };
  return (
    <details className={styles.own}>
      <summary>{t("names.own")}</summary>
      <label htmlFor={`${id}-text`}>{t("own.label")}</label>
      <textarea
        id={`${id}-text`}
        className={styles.lines}
        rows={5}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setListed(namesInLines(target.value))}
      />
      <p id={`${id}-hint`} className={styles.note}>
        {t("own.hint")}
      </p>
      <FileButton
        label={t("own.files")}
        multiple
        accept=".txt,.csv,.tsv"
        onChoose={(files) => void readFiles(files)}
      />
      <output className={styles.note}>
        {listed.length > 0 && t(isEnough ? "own.found" : "own.tooFew", counts)}
      </output>
      <Button disabled={!isEnough} onClick={() => student.takeOwnNames(listed)}>
        {t("own.use")}
      </Button>
    </details>
  );
}
