/** The numbers that move most, with every number of Adam's equation. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { ParameterMove, UpdateAccount } from "../../engine/results/updateAccount";
import { signed } from "../../vis/format";
import { lengthText } from "../../vis/tex/roadText";
import { largestMoves } from "../../vis/facts/walk";
import { Button } from "../primitives/Button";
import table from "./Table.module.css";
import styles from "./Walk.module.css";

const SHOWN = 5;
const DIGITS = 6; // decimals that show a move of the learning rate

interface LargestMovesProps {
  readonly account: UpdateAccount;
  /** The parameter to list; null: all. */
  readonly chosen: string | null;
  readonly onAll: () => void;
}

export function LargestMoves({ account, chosen, onAll }: LargestMovesProps): ReactNode {
  const { t } = useTranslation("slowly");
  const { groups, before, clip } = account;
  const listed = groups.filter(({ name }) => chosen === null || name === chosen);
  const heads = ["gradient", "mean", "root", "before", "move", "after"] as const;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={table.wide} tabIndex={0} aria-label={t("adam.movesScroller")}>
        <table className={table.table}>
          <caption>
            {t("adam.largest", { name: chosen ?? t("adam.all") })}{" "}
            {chosen !== null && (
              <Button look="link" onClick={onAll}>
                {t("adam.largest", { name: t("adam.all") })}
              </Button>
            )}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("adam.number")}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`adam.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {largestMoves(listed, SHOWN).map(({ group, move }) => (
              <MoveRow
                key={`${group.name} ${String(move.at)}`}
                name={`${group.name}[${move.at.map((at) => at + 1).join(", ")}]`}
                move={move}
                factor={clip.factor}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.note}>{t("adam.exact", { count: before.length })}</p>
    </>
  );
}

interface MoveRowProps {
  readonly name: string;
  readonly move: ParameterMove;
  readonly factor: number; // of clipping
}

function MoveRow({ name, move, factor }: MoveRowProps): ReactNode {
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>{signedLength(factor * move.gradient)}</td>
      <td>{signedLength(move.mean)}</td>
      <td>{lengthText(Math.sqrt(move.variance))}</td>
      <td>{signed(move.before, DIGITS)}</td>
      <td className={table.strong}>{signed(move.move, DIGITS)}</td>
      <td>{signed(move.after, DIGITS)}</td>
    </tr>
  );
}

function signedLength(value: number): string {
  return (value < 0 ? "−" : "") + lengthText(Math.abs(value));
}
