/** The switch that pauses training while the page is hidden. */
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import fields from "../primitives/Field.module.css";
import { student } from "../../state/actions/acts";

export function PauseHidden() {
  const { t } = useTranslation("training");
  const pausesHidden = useApp((state) => state.view.pausesHidden);
  return (
    <label className={fields.check}>
      <input
        type="checkbox"
        checked={pausesHidden}
        onChange={({ target }) => student.setPausesHidden(target.checked)}
      />
      {t("pausesHidden")}
    </label>
  );
}
