/** Names written letter by letter: the class and the choice, the steps of one name, and more names. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { Button } from "../primitives/Button";
import { Choice } from "../primitives/Choice";
import { Select } from "../primitives/Select";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import styles from "./Alone.module.css";
import { LettersForm } from "./LettersForm";
import { useCoveredFrom } from "./useAsked";
import { useAloneTexts, useClassName } from "./useAloneTexts";
import { useIsTight } from "./useIsTight";
import { WrittenNames } from "./WrittenNames";
import { WriteSteps } from "./WriteSteps";

const LONGEST = 12; // letters of a beginning

export function WriteStage(): ReactNode {
  const { t } = useAloneTexts();
  const written = useAlone((state) => state.written);
  const isCovered = useCoveredFrom() !== null;
  const isTight = useIsTight();
  const [first] = written;
  const steps = first && <WriteSteps writing={first.writing} />;
  const names = written.length > 1 && !isCovered && <WrittenNames written={written} />;
  return (
    <>
      {isTight && names}
      <section className={styles.card} aria-label={t("write.title")}>
        <h3 className={isTight ? "visually-hidden" : styles.heading}>{t("write.title")}</h3>
        {isTight && !names && steps}
        <Wish />
        <Weights />
        {(!isTight || names) && steps}
        <p className={styles.note}>{t("write.explain")}</p>
      </section>
      {!isTight && names}
    </>
  );
}

/** Whose weights write the names. */
function Weights(): ReactNode {
  const { t } = useAloneTexts();
  const isUntrained = useAlone(({ info }) => info?.step === 0);
  const isShipped = useAlone(({ info }) => info?.isShipped === true);
  return (
    <>
      {isUntrained && <p className={styles.note}>{t("write.untrained")}</p>}
      {isShipped && <p className={styles.note}>{t("shipped")}</p>}
    </>
  );
}

/** What to write, and how. */
function Wish(): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const nameOf = useClassName();
  const wish = useAlone((state) => state.wish);
  const classes = useAlone(({ info }) => info?.classes) ?? [];
  const { choosing, temperature, drawSeed } = wish;
  return (
    <div className={styles.wish}>
      <Select
        label={t("write.class")}
        value={classes.includes(wish.label) ? wish.label : (classes[0] ?? "")}
        options={classes.map((value, label) => ({ value, label: nameOf(label) }))}
        onChange={(label) => student.changeAlone({ label })}
      />
      <LettersForm
        label={t("write.beginning")}
        shown={wish.beginning}
        longest={LONGEST}
        onSend={(beginning) => student.changeAlone({ beginning })}
        sendsOnBlur
      />
      <Choice
        label={t("write.choosing")}
        options={["greedy", "sample"] as const}
        value={choosing}
        name={(option) => t(`write.${option}`)}
        onChoose={(option) => student.changeAlone({ choosing: option })}
      />
      {choosing === "sample" && (
        <>
          <Slider
            label={t("write.temperature")}
            value={temperature}
            min={0.1}
            max={2}
            step={0.1}
            write={(value) => format.fixed(value, 1)}
            onCommit={(value) => student.changeAlone({ temperature: value })}
          />
          <Button onClick={() => student.changeAlone({ drawSeed: drawSeed + 1 })}>
            {t("write.again")}
          </Button>
        </>
      )}
    </div>
  );
}
