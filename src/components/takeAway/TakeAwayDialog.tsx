/** The one door out of the page: a list of what can be taken away, and a preview with the buttons of the chosen item. */
import { Dialog } from "@base-ui/react/dialog";
import { type ReactNode, useState } from "react";
import { student } from "../../state/actions/acts";
import { LANE } from "../../state/slices/lane";
import { useApp } from "../../state/store";
import type { LaneId } from "../../workers/protocol";
import { focusIfLost } from "../focusPlace";
import { LANES } from "../lanes";
import { Button } from "../primitives/Button";
import { Choice } from "../primitives/Choice";
import { LaneContext } from "../useLane";
import { useComparing } from "../useComparing";
import { CopyLink, EmbedPane, LinkPane } from "./CopyPane";
import { FIGURE_PANES } from "./FigurePane";
import { isTable, type ItemId, lackOf } from "./items";
import { ItemList } from "./ItemList";
import { ModelPane, PrintPane, ProgramPane } from "./OtherPanes";
import { TablePane } from "./TablePane";
import styles from "./TakeAway.module.css";
import { TracePane } from "./TracePane";
import { useStock } from "./useStock";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

/** What had the focus before the dialog gets it back, if it is still there. */
function returnFocus(): boolean {
  focusIfLost("stage");
  return true;
}

export function TakeAwayDialog(): ReactNode {
  const { t } = useTakeAwayTexts();
  const isOpen = useApp(({ view }) => view.takesAway);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => student.takeAway(open)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} finalFocus={returnFocus}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{t("title")}</Dialog.Title>
            <Dialog.Description className={styles.intro}>{t("intro")}</Dialog.Description>
          </div>
          <Content />
          <div className={styles.foot}>
            <CopyLink />
            <Dialog.Close render={<Button look="quiet" />}>{t("close")}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** With two models side by side, the student chooses one of them. */
function Content(): ReactNode {
  const { t } = useTakeAwayTexts();
  const isComparing = useComparing();
  const [lane, setLane] = useState<LaneId>(LANE);
  const [item, setItem] = useState<ItemId>("stage");
  return (
    <LaneContext value={isComparing ? lane : LANE}>
      <div className={styles.body}>
        <div className={styles.side}>
          {isComparing && (
            <Choice
              label={t("lane.label")}
              options={LANES}
              value={lane}
              name={(each) => t(`lane.${each}`)}
              onChoose={setLane}
            />
          )}
          <ItemList item={item} onChoose={setItem} />
        </div>
        <Chosen key={`${item} ${lane}`} item={item} />
      </div>
    </LaneContext>
  );
}

function Chosen({ item }: { readonly item: ItemId }): ReactNode {
  const { t } = useTakeAwayTexts();
  const lack = lackOf(item, useStock());
  return (
    <section className={styles.chosen} aria-label={t(`items.${item}.name`)}>
      <p className={styles.about}>{t(`items.${item}.hint`)}</p>
      {lack === null ? <Pane item={item} /> : <p className={styles.lack}>{t(`lacks.${lack}`)}</p>}
    </section>
  );
}

const PANES = {
  ...FIGURE_PANES,
  trace: TracePane,
  link: LinkPane,
  embed: EmbedPane,
  model: ModelPane,
  program: ProgramPane,
  print: PrintPane,
} as const;

function Pane({ item }: { readonly item: ItemId }): ReactNode {
  if (isTable(item) && item !== "trace") return <TablePane id={item} />;
  const Other = PANES[item];
  return <Other />;
}
