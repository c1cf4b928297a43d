/** Resets all settings to the defaults, including the way of decoding. The chosen task stays. */
import { useTranslation } from "../../i18n/useTranslation";
import { DEFAULT_CONFIG, FIELD_NAMES } from "../../engine/setup/config";
import { CHOOSING_NAMES, GREEDY } from "../../engine/show";
import { withTask } from "../../engine/tasks/difficulty";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { Button } from "../primitives/Button";
import styles from "./Setup.module.css";
import { student } from "../../state/actions/acts";

export function ResetSettings() {
  const { t } = useTranslation("setup");
  const config = useLane((lane) => lane.config);
  const defaults = withTask(DEFAULT_CONFIG, config.task);
  const isLocked = useApp(({ view }) => view.isLocked);
  const isGreedy = useApp(({ view }) =>
    CHOOSING_NAMES.every((name) => view.show.choosing[name] === GREEDY[name]),
  );
  const isDefault = isGreedy && FIELD_NAMES.every((name) => config[name] === defaults[name]);
  return (
    <div className={styles.foot}>
      <Button look="quiet" disabled={isDefault || isLocked} onClick={() => student.resetSettings()}>
        {t("allDefaults")}
      </Button>
    </div>
  );
}
