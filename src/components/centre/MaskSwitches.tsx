/** The masks of a batch, each with what it prevents, measured on this batch once it is off. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { type BatchAccount, type Mask, MASKS } from "../../engine/results/batchAccount";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { maskDamage } from "../../vis/facts/maskDamage";
import { useFormat } from "../primitives/useFormat";
import styles from "./MaskSwitches.module.css";

interface MaskProps {
  readonly account: BatchAccount;
}

export function MaskSwitches({ account }: MaskProps): ReactNode {
  const { t } = useTranslation("batch");
  return (
    <fieldset className={styles.masks} aria-describedby="masks-hint">
      <legend className={styles.title}>{t("masks.title")}</legend>
      <span id="masks-hint" className={styles.hint}>
        {t("masks.hint")}
      </span>
      <div className={styles.list}>
        {MASKS.map((mask) => (
          <MaskSwitch key={mask} mask={mask} account={account} />
        ))}
      </div>
      <LossLine account={account} />
    </fieldset>
  );
}

function MaskSwitch({ mask, account }: MaskProps & { readonly mask: Mask }): ReactNode {
  const { t } = useTranslation("batch");
  const isOn = useApp(({ view }) => !view.masksOff.includes(mask));
  const isIdle = mask === "attention" && account.masked.rows[0]?.looks === null;
  const id = `mask-${mask}`;
  return (
    <div className={styles.mask} data-off={!isOn || undefined}>
      <label className={styles.label}>
        <input
          type="checkbox"
          role="switch"
          className={styles.switch}
          checked={isOn || isIdle}
          aria-checked={isOn || isIdle}
          aria-disabled={isIdle}
          aria-describedby={id}
          onChange={({ target }) => isIdle || student.switchMask(mask, target.checked)}
        />
        {t(`masks.${mask}.name`)}
      </label>
      <p id={id} className={styles.what}>
        {isIdle ? t("masks.attention.none") : <What mask={mask} account={account} isOn={isOn} />}
      </p>
    </div>
  );
}

interface WhatProps extends MaskProps {
  readonly mask: Mask;
  readonly isOn: boolean;
}

/** What the mask does, or what happens without it. */
function What({ mask, account, isOn }: WhatProps): ReactNode {
  const { t } = useTranslation("batch");
  const format = useFormat();
  const damage = maskDamage(account);
  if (isOn || damage === null) return t(`masks.${mask}.what`);
  switch (mask) {
    case "states":
      return t("masks.states.off", { change: format.percent(damage.change) });
    case "attention":
      return t("masks.attention.off", { weight: format.percent(damage.weight) });
    case "loss":
      return damage.pads === 0
        ? t("masks.loss.offNone")
        : t("masks.loss.off", { count: damage.pads, all: damage.counted });
    default:
      return mask satisfies never;
  }
}

/** The loss of the rows with all masks, and as they are set. */
function LossLine({ account: { masked, unmasked } }: MaskProps): ReactNode {
  const { t } = useTranslation("batch");
  const format = useFormat();
  const rows = masked.rows.length;
  const loss = format.fixed(masked.loss, 3);
  return (
    <output className={styles.loss}>
      {unmasked
        ? t("masks.lossOff", { rows, loss, changed: format.fixed(unmasked.loss, 3) })
        : t("masks.loss0", { rows, loss })}
    </output>
  );
}
