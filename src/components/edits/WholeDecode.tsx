/** Edits of the whole decode: temperatures, padding without its mask, and the encoder states of another source. */
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { ATTENTION_TEMPERATURE, editsOf, PADS, padsOf } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import { CHOOSING_FIELDS } from "../../engine/show";
import { tokensRead } from "../../vis/facts/encoderReading";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
import { isEnter } from "../primitives/isEnter";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import styles from "./WholeDecode.module.css";

interface WholeDecodeProps {
  readonly trace: Trace;
}

export function WholeDecode({ trace }: WholeDecodeProps): ReactNode {
  return (
    <div className={styles.whole}>
      <AttentionTemperature trace={trace} />
      {trace.decoding.kind === "sampling" && <OutputTemperature trace={trace} />}
      <Padding trace={trace} />
      <OtherStates trace={trace} />
    </div>
  );
}

function AttentionTemperature({ trace }: WholeDecodeProps): ReactNode {
  const { t } = useTranslation("edits");
  const format = useFormat();
  const { edits } = trace.show;
  const value = editsOf(edits, "temperature").at(-1)?.value ?? 1;
  return (
    <Slider
      label={t("whole.temperature")}
      value={value}
      min={ATTENTION_TEMPERATURE.min}
      max={WARMEST}
      step={0.1}
      write={(number) => format.number(number, 1)}
      help={t("whole.temperatureHelp")}
      onCommit={(to) => {
        const edit = { kind: "temperature", of: "attention", value: to } as const;
        void (to === 1 ? student.removeEdit(edit) : student.editDecode(edit));
      }}
    />
  );
}

const WARMEST = 5; // flatter rows look alike

function OutputTemperature({ trace }: WholeDecodeProps): ReactNode {
  const { t } = useTranslation("edits");
  const format = useFormat();
  const { min, max, step } = CHOOSING_FIELDS.temperature;
  return (
    <Slider
      label={t("whole.output")}
      value={trace.show.choosing.temperature}
      min={min}
      max={max}
      step={step}
      write={(number) => format.number(number, 1)}
      help={t("whole.outputHelp")}
      onCommit={(temperature) => student.choose({ temperature })}
    />
  );
}

function Padding({ trace }: WholeDecodeProps): ReactNode {
  const { t } = useTranslation("edits");
  const format = useFormat();
  return (
    <Slider
      label={t("whole.pads")}
      value={padsOf(trace.show.edits)}
      min={0}
      max={PADS.max}
      step={1}
      write={(number) => format.number(number)}
      help={t("whole.padsHelp")}
      onCommit={(count) => {
        const edit = { kind: "padding", count } as const;
        void (count === 0 ? student.removeEdit(edit) : student.editDecode(edit));
      }}
    />
  );
}

function OtherStates({ trace }: WholeDecodeProps): ReactNode {
  const { t } = useTranslation("edits");
  const id = useId();
  const known = editsOf(trace.show.edits, "swapStates").at(-1)?.source ?? "";
  const [text, setText] = useState(known);
  const isEmpty = text.trim() === "";
  const take = (): void => {
    const edit = { kind: "swapStates", source: text } as const;
    void (isEmpty ? student.removeEdit(edit) : student.editDecode(edit));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isEnter(event)) return;
    event.preventDefault();
    take();
  };
  const count = tokensRead(trace) - 1; // without <eos>
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {t("whole.states")}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          type="text"
          className={styles.input}
          value={text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
        />
        <Button onClick={take}>{t("whole.useStates")}</Button>
      </div>
      <p id={`${id}-help`} className={styles.help}>
        {t("whole.statesHelp", { count })}
      </p>
    </div>
  );
}
