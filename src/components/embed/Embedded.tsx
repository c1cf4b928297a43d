/** The stage alone, in the frame of another page: its source, its picture and its player, and a link to the whole page. */
import { type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { writeLink } from "../../state/ports/linkPort";
import { EditRegion } from "../edits/EditRegion";
import { Stage } from "../player/Stage";
import { ShownNumbers } from "../player/ShownNumbers";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { Notice } from "../shell/Notice";
import { useTakeAwayTexts } from "../takeAway/useTakeAwayTexts";
import styles from "./Embedded.module.css";

export function Embedded(): ReactNode {
  const { t } = useTranslation("app");
  return (
    <main className={styles.page}>
      <h1 className="visually-hidden">{t("title")}</h1>
      <Notice />
      <ShownNumbers>
        <div className={styles.stage}>
          <ErrorBoundary>
            <Suspense fallback={null}>
              <EditRegion />
            </Suspense>
            <Stage />
          </ErrorBoundary>
        </div>
      </ShownNumbers>
      <Suspense fallback={null}>
        <WholePage />
      </Suspense>
    </main>
  );
}

/** The link of the moment, so that the whole page opens on what the student sees. */
function WholePage(): ReactNode {
  const { t } = useTakeAwayTexts();
  const [address, setAddress] = useState(() => whole(location.href));
  const renew = async (): Promise<void> => {
    await writeLink();
    setAddress(whole(location.href));
  };
  return (
    <p className={styles.foot}>
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        onPointerEnter={() => void renew()}
        onFocus={() => void renew()}
      >
        {t("embedded.open")}
      </a>
    </p>
  );
}

/** The link's address without the frame's own keys. */
function whole(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("embed");
  url.searchParams.delete("theme"); // the look is the reader's own choice
  return url.href;
}
