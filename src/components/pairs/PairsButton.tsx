/** Opens the dialog for a user's own pairs; the page loads its code at the first click. */
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import type { FocusTarget } from "../../places";
import { Button } from "../primitives/Button";
import { PairsInUse } from "./PairsInUse";
import { student } from "../../state/actions/acts";

const PairsDialog = lazy(async () => ({ default: (await import("./PairsDialog")).PairsDialog }));

export function PairsButton() {
  const { t } = useTranslation("pairs");
  const isOpen = useApp((state) => state.pairs.open);
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true); // stays mounted after that, to keep the draft
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
      {wasOpened && (
        <Suspense fallback={null}>
          <PairsDialog />
        </Suspense>
      )}
    </>
  );
}
