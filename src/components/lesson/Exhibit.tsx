/** The code that a question is about, as course notes print it; with the answer, the right lines below it. */
import { Fragment, useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { CodeExhibit } from "../../lessons/lesson";
import styles from "./Exhibit.module.css";

interface ExhibitProps {
  readonly code: CodeExhibit;
  /** Whose code it is. */
  readonly source: string;
  readonly isRevealed: boolean;
}

export function Exhibit({ code, source, isRevealed }: ExhibitProps): ReactNode {
  const { t } = useTranslation("lessons");
  return (
    <div className={styles.exhibit}>
      <Lines name={source} lines={code.printed} />
      {isRevealed && <Lines name={t("code.right")} lines={code.right} isRight />}
    </div>
  );
}

interface LinesProps {
  readonly name: string;
  readonly lines: readonly string[];
  readonly isRight?: boolean;
}

function Lines({ name, lines, isRight = false }: LinesProps): ReactNode {
  const id = useId();
  return (
    <figure className={styles.part} data-right={isRight} aria-labelledby={id}>
      <figcaption id={id} className={styles.name}>
        {name}
      </figcaption>
      <pre className={styles.code} translate="no">
        <code>
          {piecesOf(lines).map((piece, i) => (
            <Fragment key={i}>
              {piece}
              <wbr />
            </Fragment>
          ))}
        </code>
      </pre>
    </figure>
  );
}

/** The text of the lines in pieces, between which a line may break: after a bracket, a comma, a point or a sign. */
const piecesOf = (lines: readonly string[]): string[] =>
  lines.join("\n").split(/(?<=[([.,=])(?=[^\s\])=])/);
