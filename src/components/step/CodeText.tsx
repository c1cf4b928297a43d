/** A line of code and, at the right, the shapes that it makes; a narrow panel puts them below. */
import type { ReactNode } from "react";
import { type CodeLine, shapeComment } from "../../vis/code/codeLine";
import styles from "./StepCode.module.css";

export function CodeText({ line }: { readonly line: CodeLine }): ReactNode {
  return (
    <>
      <code className={styles.text}>{line.code}</code>
      <code className={styles.shape}>{shapeComment(line)}</code>
    </>
  );
}
