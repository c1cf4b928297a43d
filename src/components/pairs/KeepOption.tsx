/** Whether the device keeps the pairs once the student uses them, with the place and how to delete them. */
import { useId } from "react";
import { useApp } from "../../state/store";
import fields from "../primitives/Field.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

interface KeepProps {
  readonly shouldKeep: boolean;
  readonly onChange: (shouldKeep: boolean) => void;
}

export function KeepOption({ shouldKeep, onChange }: KeepProps) {
  const { t } = useCorpusTexts();
  const id = useId();
  const cannotKeep = useApp(({ pairs }) => pairs.kept.entries === null);
  if (cannotKeep) return null; // step 1 says so
  return (
    <div>
      <label className={fields.check}>
        <input
          type="checkbox"
          checked={shouldKeep}
          aria-describedby={id}
          onChange={({ target }) => onChange(target.checked)}
        />
        {t("kept.keep")}
      </label>
      <p id={id} className={fields.help}>
        {t("kept.keepHint")}
      </p>
    </div>
  );
}
