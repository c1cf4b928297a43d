/** What differs in model B, each setting with a button that takes it back, and all settings of B to change. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { hasFixedB } from "../../state/slices/comparison";
import { useApp } from "../../state/store";
import { focusPlace } from "../focusPlace";
import { ChoiceSetting } from "../setup/ChoiceSetting";
import { SettingGroup } from "../setup/SettingGroup";
import { LaneContext } from "../useLane";
import { useSection } from "../useSection";
import styles from "./CompareRail.module.css";
import { useCompareTexts } from "./useCompareTexts";
import { useDifferenceText } from "./useDifferenceText";
import { type Difference, useDifferences } from "./useDifferences";

export function SettingsOfB(): ReactNode {
  const { t } = useCompareTexts();
  const isFixed = useApp(({ view }) => hasFixedB(view.pair));
  const differences = useDifferences();
  if (isFixed) return <p className={styles.intro}>{t("settings.fixed")}</p>;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{t("settings.title")}</h3>
      {differences.length === 0 ? (
        <p className={styles.intro}>{t("settings.none")}</p>
      ) : (
        <ul className={styles.chips}>
          {differences.map((each) => (
            <Chip key={each.field} {...each} />
          ))}
        </ul>
      )}
      <AllSettings />
    </div>
  );
}

interface ChipProps {
  readonly difference: Difference;
  readonly text: string;
}

function Chip(difference: Difference): ReactNode {
  const isLocked = useApp(({ view }) => view.isLocked);
  const text = useDifferenceText()(difference, "b");
  return (
    <li className={styles.chip}>
      <span>{text}</span>
      {!isLocked && <RemoveButton difference={difference} text={text} />}
    </li>
  );
}

function RemoveButton({ difference, text }: ChipProps): ReactNode {
  const { t } = useCompareTexts();
  const label = t("settings.remove", { difference: text });
  return (
    <button
      type="button"
      className={styles.remove}
      aria-label={label}
      title={label}
      onClick={() => {
        focusPlace("rail"); // the button disappears
        void student.sameAsA(difference.field);
      }}
    >
      <span aria-hidden="true">{"×"}</span>
    </button>
  );
}

const GROUPS = ["cells", "reading", "forcing", "updates"] as const;

/** The controls of the set-up, for lane B. */
function AllSettings(): ReactNode {
  const { t } = useCompareTexts();
  const details = useSection("settingsOfB");
  return (
    <details {...details} className={styles.all}>
      <summary>{t("settings.all")}</summary>
      {details.open && (
        <LaneContext value="b">
          <div className={styles.settings}>
            <ChoiceSetting name="attention" />
            <ChoiceSetting name="timing" />
            <div>
              {GROUPS.map((group) => (
                <SettingGroup key={group} name={group} />
              ))}
            </div>
          </div>
        </LaneContext>
      )}
    </details>
  );
}
