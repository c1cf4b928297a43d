/** The list of what can be taken away: radio buttons in groups. What the page has nothing of is said beside it. */
import { type ReactNode, useId } from "react";
import { GROUPS, type ItemId, lackOf } from "./items";
import styles from "./TakeAway.module.css";
import { useStock } from "./useStock";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

interface ItemListProps {
  readonly item: ItemId;
  readonly onChoose: (item: ItemId) => void;
}

export function ItemList({ item, onChoose }: ItemListProps): ReactNode {
  const { t } = useTakeAwayTexts();
  const name = useId();
  const stock = useStock();
  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">{t("what")}</legend>
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend className={styles.groupName}>{t(`groups.${group}`)}</legend>
          {GROUPS[group].map((each: ItemId) => (
            <label
              key={each}
              className={styles.item}
              data-lacks={lackOf(each, stock) !== null || undefined}
            >
              <input
                type="radio"
                name={name}
                checked={each === item}
                onChange={() => onChoose(each)}
              />
              <span>{t(`items.${each}.name`)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
