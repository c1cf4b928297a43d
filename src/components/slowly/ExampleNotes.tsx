/** Why the numbers of the followed example differ from those of the update, if they do. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { useOnShow } from "./useFollowed";
import styles from "./Walk.module.css";

export function ExampleNotes({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const shown = useOnShow(account);
  if (!shown) return <p className={styles.note}>{t("decoding")}</p>;
  return (
    <>
      {shown.losses === null && <p className={styles.note}>{t("heldOut")}</p>}
      {account.dropsUnits && <p className={styles.note}>{t("dropout")}</p>}
    </>
  );
}
