/** One attention weight by hand: a number box whose arrow keys change it, and a handle to drag up and down. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { EditProblem } from "../../engine/edits/editProblem";
import type { Trace } from "../../engine/results/trace";
import { Button } from "../primitives/Button";
import { isEnter } from "../primitives/isEnter";
import { dragWeight } from "./dragWeight";
import { useMovedWeight } from "./useMovedWeight";
import { useProblemText } from "./useProblemText";
import styles from "./WeightBox.module.css";

export interface WeightBoxProps {
  readonly trace: Trace;
  readonly step: number;
  readonly column: number;
  readonly onDone: () => void;
}

const KEY_STEP = 0.05;
const KEYS: Readonly<Record<string, number>> = { ArrowUp: KEY_STEP, ArrowDown: -KEY_STEP };

/** To two decimals, within 0 and 1. */
const stepped = (value: number): number => Math.min(1, Math.max(0, Math.round(value * 100) / 100));

const write = (weight: number): string => String(Number(weight.toFixed(4)));

/** The weight in the box, and its changes. The text can be one that names no weight. */
function useWeight({ trace, step, column }: WeightBoxProps) {
  const [text, setText] = useState(() => write(trace.steps[step]?.attention?.weights[column] ?? 0));
  const [problem, setProblem] = useState<EditProblem | null>(null);
  const moved = useMovedWeight();
  const latest = useRef(moved);
  useEffect(() => () => latest.current.end(), []);
  const set = (written: string): void => {
    setText(written);
    const value = written.trim() === "" ? Number.NaN : Number(written);
    setProblem(latest.current.move(trace, { step, column }, value));
  };
  return { text, problem, set, end: () => latest.current.end() };
}

export function WeightBox(props: WeightBoxProps): ReactNode {
  const { t } = useTranslation("edits");
  const id = useId();
  const textOf = useProblemText();
  const weight = useWeight(props);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = KEYS[event.key];
    if (isEnter(event)) props.onDone();
    if (by === undefined) return;
    event.preventDefault();
    weight.set(write(stepped((Number(weight.text) || 0) + by)));
  };
  return (
    <>
      <div className={styles.line}>
        <label htmlFor={id}>{t("weight.label")}</label>
        <input
          id={id}
          type="number"
          inputMode="decimal"
          className={styles.input}
          min={0}
          max={1}
          step="any"
          value={weight.text}
          aria-invalid={weight.problem !== null}
          aria-describedby={`${id}-problem ${id}-help`}
          onChange={({ target }) => weight.set(target.value)}
          onKeyDown={onKeyDown}
          onBlur={weight.end}
        />
        <Handle weight={Number(weight.text) || 0} onMove={weight.set} onEnd={weight.end} />
        <Button onClick={props.onDone}>{t("weight.done")}</Button>
      </div>
      {/* A live region announces only changes, so it exists before its text. */}
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {weight.problem && textOf(weight.problem)}
      </p>
      <p id={`${id}-help`} className={styles.help}>
        {t("weight.help")}
      </p>
    </>
  );
}

interface HandleProps {
  readonly weight: number;
  readonly onMove: (written: string) => void;
  readonly onEnd: () => void;
}

/** For a finger, which scrolls the picture if it moves on a cell. The number box says the same to the keyboard. */
function Handle({ weight, onMove, onEnd }: HandleProps): ReactNode {
  const { t } = useTranslation("edits");
  return (
    <span
      className={styles.handle}
      title={t("weight.handle")}
      aria-hidden="true"
      onPointerDown={(event) =>
        dragWeight(event.nativeEvent, {
          from: weight,
          onMove: (value) => onMove(write(value)),
          onEnd,
        })
      }
    >
      <span className={styles.fill} style={{ height: `${100 * Math.min(1, weight)}%` }} />
    </span>
  );
}
