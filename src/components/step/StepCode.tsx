/** The shown step as PyTorch code, with the shape of each tensor; a click on a line selects its operation. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Lit, Op } from "../../engine/results/operation";
import type { CodeLine, NamedTensor } from "../../vis/code/codeLine";
import { givenTensors } from "../../vis/code/givenTensors";
import { stepCode } from "../../vis/code/stepCode";
import { shownOperation } from "../../vis/tex/operations";
import { lightOn, type OnLight } from "../primitives/lightOn";
import { useRoving } from "../primitives/useRoving";
import { CodeText } from "./CodeText";
import { OpNumbers } from "./OpNumbers";
import styles from "./StepCode.module.css";
import type { OperationProps } from "./StepEquations";

interface StepCodeProps extends OperationProps {
  /** Called when the student clicks a line of the encoder. */
  readonly onEncoder?: () => void;
  /** What stands between the code and the numbers. */
  readonly children?: ReactNode;
}

export function StepCode(props: StepCodeProps): ReactNode {
  const { t } = useTranslation("inspector");
  const { trace, index, lit = null, onOperation, onEncoder, onLight } = props;
  const { imports, encoder, step } = stepCode(trace, index);
  const op = shownOperation(trace, props.operation);
  const onLine = (of: Lit): void => (of === "encode" ? onEncoder?.() : onOperation(of));
  const lines = { op, lit, onLine, onLight };
  return (
    <>
      <p className={styles.given}>
        {t("code.given")} <code>{givenTensors(trace, index).map(written).join(", ")}</code>
      </p>
      {trace.show.edits.length > 0 && <p className={styles.part}>{t("code.edits")}</p>}
      {encoder.length > 0 && (
        <>
          <p className={styles.part}>{t("code.encoderOnce")}</p>
          <Lines {...lines} label={t("code.encoder")} lines={[...imports, ...encoder]} />
          <p className={styles.part}>{t("code.everyStep")}</p>
        </>
      )}
      <Lines
        {...lines}
        label={t("code.label")}
        lines={encoder.length > 0 ? step : [...imports, ...step]}
      />
      <p className={styles.note}>{t("code.note")}</p>
      {props.children}
      <OpNumbers {...props} op={op} />
    </>
  );
}

interface LinesProps {
  readonly label: string;
  readonly lines: readonly CodeLine[];
  /** The selected operation. */
  readonly op: Op;
  readonly lit: Lit | null;
  readonly onLine: (of: Lit) => void;
  readonly onLight: OnLight | undefined;
}

/** One tab stop: arrow keys go from line to line. */
function Lines({ label, lines, op, lit, onLine, onLight }: LinesProps): ReactNode {
  const stops = lines.filter(({ ops }) => ops.length > 0);
  const roving = useRoving(stops.length, "column");
  return (
    <ol className={styles.code} aria-label={label} translate="no" {...roving.container}>
      {lines.map((line) => {
        const [first] = line.ops;
        if (first === undefined)
          return (
            <li key={line.code} className={styles.line}>
              <CodeText line={line} />
            </li>
          );
        const stop = stops.indexOf(line);
        return (
          <li key={line.code}>
            <button
              type="button"
              className={styles.line}
              aria-pressed={first === "encode" ? undefined : line.ops.includes(op)}
              data-lit={(lit && line.ops.includes(lit)) || undefined}
              data-stop={stop}
              tabIndex={roving.tabIndexOf(stop)}
              onClick={() => onLine(first)}
              {...lightOn(first, onLight)}
            >
              <CodeText line={line} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function written({ name, shape }: NamedTensor): string {
  return `${name} [${shape.join(", ")}]`;
}
