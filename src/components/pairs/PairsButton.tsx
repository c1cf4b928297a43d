/** Opens the dialog for a user's own pairs; its code is loaded when it is first asked for. */
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import type { Landing } from "../../places";
import { Button } from "../primitives/Button";
import { PairsInUse } from "./PairsInUse";
import { student } from "../../state/actions/acts";

const PairsDialog = lazy(async () => ({ default: (await import("./PairsDialog")).PairsDialog }));

export function PairsButton() {
  const { t } = useTranslation("pairs");
  const isOpen = useApp((state) => state.pairs.open);
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true); // stays mounted from then on, with what was typed
  return (
    <>
      <Button
        id={"own-pairs" satisfies Landing}
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
