/** Whether the device keeps the pairs once the student uses them, with the place and how to delete them. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import fields from "../primitives/Field.module.css";
import { KeptProblem } from "./KeptProblem";

interface KeepProps {
  readonly isToKeep: boolean;
  readonly onChange: (isToKeep: boolean) => void;
}

export function KeepOption({ isToKeep, onChange }: KeepProps) {
  const { t } = useTranslation("pairs");
  const id = useId();
  const cannotKeep = useApp(({ pairs }) => pairs.kept.entries === null);
  if (cannotKeep) return <KeptProblem />;
  return (
    <div>
      <label className={fields.check}>
        <input
          type="checkbox"
          checked={isToKeep}
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
