/** The training of a network alone: its buttons, its readings, and its curves. */
import { type ReactNode, useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { hasShippedNetwork } from "../../engine/alone/shippedNetworks";
import { student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { FileButton } from "../primitives/FileButton";
import { useFormat } from "../primitives/useFormat";
import { useProblemText } from "../timeline/useProblemText";
import { useHides } from "../useHides";
import styles from "./Alone.module.css";
import { RightCurves } from "./RightCurves";
import { useAloneTexts } from "./useAloneTexts";

export function AloneTraining(): ReactNode {
  const { t } = useAloneTexts();
  const hidesFiles = useHides("files");
  return (
    <>
      <h3 className={styles.heading}>{t("training.label")}</h3>
      <Buttons />
      <Readings />
      <RightCurves />
      <Keeping />
      {!hidesFiles && <ModelFiles />}
    </>
  );
}

function Buttons(): ReactNode {
  const { t } = useAloneTexts();
  const isTraining = useAlone((state) => state.isTraining);
  const isReady = useAlone(({ info }) => info !== null);
  return (
    <div className={styles.buttons}>
      <Button
        look="primary"
        disabled={!isReady}
        onClick={isTraining ? student.pauseAlone : student.trainAlone}
      >
        {isTraining ? t("training.pause") : t("training.train")}
      </Button>
      <Button disabled={!isReady || isTraining} onClick={student.updateAlone}>
        {t("training.one")}
      </Button>
      <Button disabled={!isReady} onClick={student.resetAlone}>
        {t("training.reset")}
      </Button>
      <ToShipped />
    </div>
  );
}

/** The way back to the network that came with the page, after a training has taken its place. */
function ToShipped(): ReactNode {
  const { t } = useAloneTexts();
  const place = useAlone((state) => state.place);
  const isReplaced = useAlone(({ info }) => info !== null && !info.isShipped);
  const isThere = useAlone(({ wish }) => hasShippedNetwork(wish.config));
  if (!isReplaced || !isThere || place === null) return null;
  return (
    <Button look="quiet" onClick={() => student.openAloneScene(place)}>
      {t("training.shipped")}
    </Button>
  );
}

function Readings(): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const info = useAlone((state) => state.info);
  if (!info) return null;
  const loss = info.losses.at(-1)?.loss;
  const isClassifier = info.config.alone === "classifier";
  const right = format.percent(info.evaluations.at(-1)?.heldOut.right ?? 0);
  const measure = isClassifier ? t("training.classes") : t("training.letters");
  return (
    <>
      <dl className={styles.readings}>
        <Reading label={t("training.update")} value={format.number(info.step)} />
        <Reading
          label={t("training.loss")}
          value={loss === undefined ? "–" : format.fixed(loss, 2)}
        />
        <Reading label={measure} value={right} />
        <Reading label={t("training.parameters")} value={format.number(info.parameters)} />
      </dl>
      <News step={info.step} measure={measure} right={right} />
    </>
  );
}

interface NewsProps {
  readonly step: number;
  readonly measure: string;
  readonly right: string;
}

/** Only the end of a training is announced. */
function News({ step, measure, right }: NewsProps): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const isTraining = useAlone((state) => state.isTraining);
  return (
    <output className="visually-hidden">
      {step > 0 && !isTraining
        ? t("training.done", { step: format.number(step), measure, right })
        : ""}
    </output>
  );
}

function Reading({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  const id = useId();
  return (
    <div>
      <dt id={id}>{label}</dt>
      <dd>
        <output aria-labelledby={id} aria-live="off">
          {value}
        </output>
      </dd>
    </div>
  );
}

/** A live region announces only changes, so it exists before its text. */
function Keeping(): ReactNode {
  const { t } = useTranslation("training");
  const problem = useAlone((state) => state.savingProblem);
  return <output className={styles.note}>{problem && t(`keeping.${problem}`)}</output>;
}

function ModelFiles(): ReactNode {
  const { t } = useAloneTexts();
  const textOf = useProblemText();
  const refused = useAlone((state) => state.refused);
  const isLocked = useApp(({ view }) => view.isLocked);
  const reason =
    refused?.kind === "otherVocabulary" ? t("training.otherNames") : refused && textOf(refused);
  return (
    <div className={styles.files}>
      <Button look="quiet" onClick={student.saveAlone}>
        {t("training.save")}
      </Button>
      {/* A file brings settings of its own. */}
      {!isLocked && (
        <FileButton
          label={t("training.open")}
          accept=".safetensors"
          onChoose={([file]) => file && student.openAloneFile(file)}
        />
      )}
      <p role="alert" className={styles.note}>
        {refused && t("training.refused", { reason })}
      </p>
    </div>
  );
}
