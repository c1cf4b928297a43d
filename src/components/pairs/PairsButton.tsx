/** The button that opens the dialog for a user's own pairs, and which pairs are in use. */
import { useTranslation } from "../../i18n/useTranslation";
import type { FocusTarget } from "../../places";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
import { PairsInUse } from "./PairsInUse";

export function PairsButton() {
  const { t } = useTranslation("pairs");
  return (
    <>
      <Button
        id={"own-pairs" satisfies FocusTarget}
        aria-haspopup="dialog"
        onClick={() => student.openPairs(true)}
      >
        {t("open")}
      </Button>
      <PairsInUse />
    </>
  );
}
