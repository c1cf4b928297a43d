/** Which places of the page a link leaves out. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { HIDEABLE, type Hideable } from "../../state/slices/classroom";
import styles from "./Teacher.module.css";
import { WishCheck } from "./WishCheck";

interface HiddenPlacesProps {
  readonly hidden: readonly Hideable[];
  readonly onChange: (hidden: readonly Hideable[]) => void;
}

export function HiddenPlaces({ hidden, onChange }: HiddenPlacesProps): ReactNode {
  const { t } = useTranslation("teacher");
  const toggle = (place: Hideable, isHidden: boolean): void =>
    onChange(HIDEABLE.filter((each) => (each === place ? isHidden : hidden.includes(each))));
  return (
    <fieldset className={styles.group}>
      <legend>{t("link.without")}</legend>
      {HIDEABLE.map((place) => (
        <WishCheck
          key={place}
          label={t(`link.places.${place}`)}
          value={hidden.includes(place)}
          onChange={(isHidden) => toggle(place, isHidden)}
        />
      ))}
    </fieldset>
  );
}
