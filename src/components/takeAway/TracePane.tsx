/** The whole decode as JSON. */
import { type ReactNode, useMemo, useState } from "react";
import { writeTrace } from "../../vis/export/traceDocument";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { download } from "../timeline/download";
import { useShownStep } from "../useShownStep";
import { useFileName } from "./fileName";
import styles from "./TakeAway.module.css";
import { useFrozen } from "./useFrozen";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

const SCHEMA = "./trace.schema.json";
const SHOWN = 600; // characters of the preview

export function TracePane(): ReactNode {
  const { t } = useTakeAwayTexts();
  const format = useFormat();
  const nameOf = useFileName("trace");
  const trace = useFrozen(useShownStep())?.trace ?? null;
  const json = useMemo(() => trace && writeTrace(trace), [trace]);
  const [said, say] = useState("");
  if (json === null) return null;
  const save = (): void => {
    const name = nameOf("json");
    download(name, new TextEncoder().encode(json));
    say(t("done.saved", { name }));
  };
  return (
    <>
      <p className={styles.hint}>
        {t("bytes", { size: format.number(json.length / 1000) })}{" "}
        <a href={SCHEMA} target="_blank" rel="noreferrer">
          {t("schema")}
        </a>
      </p>
      <pre className={styles.code}>{`${json.slice(0, SHOWN)}…`}</pre>
      <div className={styles.actions}>
        <Button look="primary" onClick={save}>
          {t("saveJson")}
        </Button>
        <output className={styles.said}>{said}</output>
      </div>
    </>
  );
}
