/** The shown step as PyTorch code, with the shape of each tensor; a click on a line selects its operation. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { type CodeLine, type NamedTensor, shapeComment } from "../../vis/code/codeLine";
import { givenTensors } from "../../vis/code/givenTensors";
import { stepCode } from "../../vis/code/stepCode";
import { shownOperation } from "../../vis/tex/operations";
import { lightOn } from "../primitives/lightOn";
import { useRoving } from "../primitives/useRoving";
import { OpNumbers } from "./OpNumbers";
import styles from "./StepCode.module.css";
import type { OperationProps } from "./StepEquations";

export function StepCode({ operation, onOperation, ...props }: OperationProps): ReactNode {
  const { t } = useTranslation("inspector");
  const { trace, index, lit, onLight } = props;
  const lines = stepCode(trace, index);
  const clickable = lines.filter(({ ops }) => ops.length > 0);
  const op = shownOperation(trace, operation);
  const roving = useRoving(clickable.length, "column");
  return (
    <>
      <p className={styles.given}>
        {t("code.given")} <code>{givenTensors(trace, index).map(written).join(", ")}</code>
      </p>
      <ol className={styles.code} aria-label={t("code.label")} translate="no" {...roving.container}>
        {lines.map((line) => {
          const [first] = line.ops;
          if (first === undefined) return <li key={line.code} className={styles.line}><Text line={line} /></li>; // prettier-ignore
          const stop = clickable.indexOf(line);
          return (
            <li key={line.code}>
              <button
                type="button"
                className={styles.line}
                aria-pressed={line.ops.includes(op)}
                data-lit={(lit && line.ops.includes(lit)) || undefined}
                data-stop={stop}
                tabIndex={roving.tabIndexOf(stop)}
                onClick={() => onOperation(first)}
                {...lightOn(first, onLight)}
              >
                <Text line={line} />
              </button>
            </li>
          );
        })}
      </ol>
      <p className={styles.note}>{t("code.note")}</p>
      <OpNumbers {...props} op={op} />
    </>
  );
}

function written({ name, shape }: NamedTensor): string {
  return `${name} [${shape.join(", ")}]`;
}

/** The code and, at the right, the shapes that it makes; a narrow panel puts them below. */
function Text({ line }: { readonly line: CodeLine }): ReactNode {
  return (
    <>
      <code className={styles.text}>{line.code}</code>
      <code className={styles.shape}>{shapeComment(line)}</code>
    </>
  );
}
