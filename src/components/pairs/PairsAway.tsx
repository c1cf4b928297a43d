/** Says why a model whose own pairs are missing cannot train or be evaluated, and offers to give the pairs. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";

export function PairsAway() {
  const { t } = useTranslation("pairs");
  return (
    <>
      {t("away.reason")} <GivePairs />
    </>
  );
}

export function GivePairs({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation("pairs");
  return (
    <Button look="link" className={className} onClick={() => student.openPairs(true)}>
      {t("away.give")}
    </Button>
  );
}
