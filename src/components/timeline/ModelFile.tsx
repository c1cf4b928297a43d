/** Saves the model to a file and opens a model from a file. */
import { useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { errandOf } from "../../state/slices/modelErrands";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { FileButton } from "../primitives/FileButton";
import { useFormat } from "../primitives/useFormat";
import styles from "./ModelFile.module.css";
import { Refusal } from "./Refusal";
import { useDownload } from "./useDownload";
import { student } from "../../state/actions/acts";

export function ModelFile() {
  const { t } = useTranslation("modelFile");
  const id = useId();
  const isUp = useLane(({ run }) => run.status === "idle" || run.status === "training");
  const isBusy = useApp(({ requests }) => errandOf(requests) !== null);
  const isReady = isUp && !isBusy;
  const isLocked = useApp(({ view }) => view.isLocked);
  useDownload();
  return (
    <div className={styles.files} aria-busy={isBusy}>
      <div className={styles.buttons}>
        <Button
          look="quiet"
          disabled={!isReady}
          aria-describedby={`${id}-hint`}
          onClick={student.saveModel}
        >
          {t("save")}
        </Button>
        {/* A file brings settings of its own. */}
        {!isLocked && <OpenModel isReady={isReady} hint={`${id}-hint`} />}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t("hint")}
      </p>
      <News />
    </div>
  );
}

interface OpenModelProps {
  readonly isReady: boolean;
  /** The id of the sentence that says what the file is. */
  readonly hint: string;
}

function OpenModel({ isReady, hint }: OpenModelProps) {
  const { t } = useTranslation("modelFile");
  return (
    <FileButton
      label={t("open")}
      accept=".safetensors"
      isReady={isReady}
      describedBy={hint}
      onChoose={([file]) => file && student.openModel(file)}
    />
  );
}

/** The progress or the outcome of a transfer. Live regions announce only changes, so they exist before their text. */
function News() {
  const outcome = useApp(({ modelFile }) => modelFile.outcome);
  return (
    <>
      <output className={styles.news}>
        <Progress />
      </output>
      {outcome?.kind === "opened" && <Opened {...outcome} />}
      <div role="alert">{outcome?.kind === "refused" && <Refusal {...outcome} />}</div>
    </>
  );
}

function Progress() {
  const { t } = useTranslation("modelFile");
  const errand = errandOf(useApp(({ requests }) => requests));
  const outcome = useApp(({ modelFile }) => modelFile.outcome);
  if (errand?.kind === "saving") return t("saving");
  if (errand?.kind === "opening") return t("opening", { name: errand.name });
  return outcome?.kind === "saved" ? t("saved", { name: outcome.name }) : null;
}

/** The page's status line announces another model; this sentence names it. */
function Opened({ name, step }: { readonly name: string; readonly step: number }) {
  const { t } = useTranslation("modelFile");
  const format = useFormat();
  return (
    <p className={styles.news}>
      {t("opened", { name, step: format.number(step) })}{" "}
      <Button look="link" onClick={() => moveFocusThen("train", student.dismissOutcome)}>
        {t("dismiss")}
      </Button>
    </p>
  );
}
