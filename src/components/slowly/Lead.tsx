/** What a stage of the walk shows, in a few sentences. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { Prose } from "../primitives/Prose";
import { useOnShow } from "./useFollowed";
import styles from "./Walk.module.css";

export function Lead({ children }: { readonly children: string }): ReactNode {
  return (
    <p className={styles.lead}>
      <Prose>{children}</Prose>
    </p>
  );
}

/** Why the numbers of the example differ from those of the update, if they do. */
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
