/** The followed example before and after the update: both answers, the losses, and the change of the map. */
import type { ReactNode } from "react";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { AnswerLines } from "./AnswerLines";
import { ExampleNotes } from "./ExampleNotes";
import { LossChanges } from "./LossChanges";
import { MapChange } from "./MapChange";
import { useOnShow } from "./useFollowed";
import styles from "./AgainStage.module.css";

export function AgainStage({ account }: { readonly account: UpdateAccount }): ReactNode {
  const shown = useOnShow(account);
  return (
    <>
      <ExampleNotes account={account} />
      {shown && (
        <>
          <AnswerLines free={shown.example.free} />
          <div className={styles.beside}>
            <LossChanges fed={shown.example.fed} />
            <MapChange fed={shown.example.fed} />
          </div>
        </>
      )}
    </>
  );
}
