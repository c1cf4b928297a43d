/** A source token over its column; a click shows its id and its embedding. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TokenView } from "../../engine/text/tokens";
import { columnX, type StageLayout } from "../../vis/layout/stageLayout";
import { glyph, isSpecial } from "../../vis/layout/labels";
import { useTile } from "./InspectProvider";
import styles from "./SourceToken.module.css";
import { useTokenName } from "./useTokenName";

export interface SourceTokenProps {
  readonly layout: StageLayout;
  readonly token: TokenView;
  readonly column: number;
  readonly lit: boolean;
  /** In the map's grid it is a column header, and the grid's keys reach it; without a map it belongs to a toolbar. */
  readonly role?: "columnheader";
  readonly tabIndex?: 0 | -1;
}

export function SourceToken({
  layout,
  token,
  column,
  lit,
  role,
  tabIndex = -1,
}: SourceTokenProps): ReactNode {
  const { t } = useTranslation("stage");
  const { onClick, ...tile } = useTile({ kind: "embedding", column });
  const name = useTokenName();
  const { header, pitch } = layout;
  return (
    <span
      role={role}
      className={styles.place}
      style={{
        left: columnX(layout, column),
        top: header.tokensTop,
        width: pitch,
        height: header.tokensHeight,
      }}
    >
      <button
        {...tile}
        type="button"
        className={styles.token}
        data-slanted={layout.slanted && !isSpecial(token) ? true : undefined}
        data-special={isSpecial(token) || undefined}
        data-lit={lit || undefined}
        data-row={role ? -1 : undefined}
        data-stop={role ? undefined : column}
        data-column={column}
        tabIndex={tabIndex}
        aria-label={
          role ? name(token) : t("numbers.token", { index: column + 1, token: name(token) })
        }
        onClick={(event) => {
          event.stopPropagation();
          onClick();
        }}
      >
        <span className={styles.text}>{glyph(token)}</span>
      </button>
    </span>
  );
}
