/** The input of this step and its origin, in one sentence. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { TokenView } from "../../engine/text/tokens";
import { fedTokenOf } from "../../vis/facts/fedToken";
import { isSpecial } from "../../vis/layout/labels";
import type { Shown } from "../unrolled/shown";
import { Prose } from "../primitives/Prose";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./FedNote.module.css";

export function FedNote({ trace, index, step }: Shown): ReactNode {
  const { t } = useTranslation("step");
  const name = useTokenName();
  const feeding = fedTokenOf(trace, index);
  if (!feeding) return null;
  const quoted = (token: TokenView): string => (isSpecial(token) ? token.text : `‘${name(token)}’`);
  const { kind, token, own, truth, wasCorrected } = feeding;
  return (
    <p className={styles.note} data-origin={step.inputOrigin}>
      <Prose>
        {t(`fed.${kind}`, { token: quoted(token), own: quoted(own), truth: quoted(truth) })}
      </Prose>
      {kind === "truthSame" && wasCorrected && ` ${t("fed.shaped")}`}
    </p>
  );
}
