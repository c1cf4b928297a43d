/** The QR code of a link. It is black on white in every theme, because cameras expect it so. */
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { qrPath } from "./qrPath";
import styles from "./QrCode.module.css";

interface QrCodeProps {
  readonly link: string;
  /** The accessible name. */
  readonly label: string;
}

const QUIET = 4; // modules of white around the code, as the standard asks

export function QrCode({ link, label }: QrCodeProps): ReactNode {
  const { t } = useTranslation("teacher");
  const path = useMemo(() => qrPath(link), [link]);
  if (!path) return <p>{t("link.tooLong")}</p>;
  const side = path.size + 2 * QUIET;
  return (
    <svg
      className={styles.code}
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M${-QUIET} ${-QUIET}h${side}v${side}h-${side}z`} />
      <path fill="#000" d={path.d} />
    </svg>
  );
}
