/** The button outside the picture that opens the menu of the selected pair: for a finger, and for a model without a map. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useShownStep } from "../useShownStep";
import type { Shown } from "../unrolled/shown";
import { EditMenu } from "./EditMenu";
import { IconButton } from "./IconButton";
import { PenIcon } from "./icons";
import { useCanEdit } from "./useCanEdit";
import { useOpening } from "./useOpening";
import { usePairName } from "./usePairName";

export function MenuButton(): ReactNode {
  const shown = useShownStep();
  return useCanEdit() && shown ? <PairMenu {...shown} /> : null;
}

function PairMenu({ trace, index, column }: Shown): ReactNode {
  const { t } = useTranslation("edits");
  const name = usePairName();
  const { opening, open, setOpening } = useOpening();
  return (
    <>
      <IconButton
        label={name({ trace, index, column })}
        icon={
          <>
            <PenIcon /> {t("edit")}
          </>
        }
        aria-haspopup="menu"
        aria-expanded={opening !== null}
        onClick={({ currentTarget }) =>
          open({ item: { kind: "pair", step: index, column }, anchor: currentTarget, panel: null })
        }
      />
      <EditMenu trace={opening && trace} opening={opening} onChange={setOpening} />
    </>
  );
}
