/** A source token over its column, in the lane of the tokens; a click selects the column and shows the token's id and embedding. */
import { memo, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
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
  readonly current: boolean;
  /** Whether the student hides it from the attention. */
  readonly masked?: boolean;
  /** In the map's grid it is a column header, and the grid's keys reach it; without a map it belongs to a toolbar. */
  readonly role?: "columnheader";
  readonly tabIndex?: 0 | -1;
  readonly onChoose: (column: number) => void;
}

export const SourceToken = memo(function SourceToken(props: SourceTokenProps): ReactNode {
  const { layout, token, column, role, tabIndex = -1 } = props;
  const { t } = useTranslation("stage");
  const { onClick, ...tile } = useTile({ kind: "embedding", column });
  const nameOf = useTokenName();
  const name = props.masked ? t("masked", { name: nameOf(token) }) : nameOf(token);
  const whole = t("numbers.token", { index: column + 1, token: name });
  const { header, columnPitch } = layout;
  return (
    <span
      role={role}
      className={styles.place}
      style={{
        left: columnX(layout, column),
        top: 0,
        width: columnPitch,
        height: header.tokensHeight,
      }}
    >
      <button
        {...tile}
        type="button"
        className={styles.token}
        data-slanted={header.slanted || undefined}
        data-special={isSpecial(token) || undefined}
        data-current={props.current || undefined}
        data-masked={props.masked || undefined}
        data-tip={whole}
        data-row={role ? -1 : undefined}
        data-stop={role ? undefined : column}
        data-column={column}
        tabIndex={tabIndex}
        aria-label={role ? name : whole}
        onClick={(event) => {
          event.stopPropagation();
          props.onChoose(column);
          onClick();
        }}
      >
        <span className={styles.text}>{glyph(token)}</span>
      </button>
    </span>
  );
});
