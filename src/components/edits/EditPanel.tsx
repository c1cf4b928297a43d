/** A small panel beside the edited item: the choice of a token, a weight, or what holds for the whole decode. */
import { Popover } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { selectorOf } from "../../places";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./EditPanel.module.css";
import type { Item } from "./item";
import type { Panel } from "./menuEntries";
import { TokenChoice } from "./TokenChoice";
import { WeightBox } from "./WeightBox";
import { WholeDecode } from "./WholeDecode";

export interface EditPanelProps {
  readonly trace: Trace;
  readonly item: Item;
  readonly panel: Panel;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

export function EditPanel({ trace, item, panel, anchor, onClose }: EditPanelProps): ReactNode {
  const title = usePanelTitle(trace, item)(panel);
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className={styles.place}
          sticky // else it follows an anchor out of sight, and widens the page
          anchor={panel === "weight" ? (cellOf(item, anchor) ?? anchor) : anchor}
          side={panel === "weight" ? "top" : "bottom"} // the rows below change with the weight
          align="start"
          sideOffset={6}
          collisionPadding={8}
        >
          <Popover.Popup className={styles.panel} finalFocus={() => anchor}>
            <Popover.Title className={styles.title}>{title}</Popover.Title>
            <Content trace={trace} item={item} panel={panel} onDone={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The cell of a pair: its panel stands beside it, whatever has opened the panel. */
function cellOf(item: Item, anchor: HTMLElement): HTMLElement | null {
  if (item.kind !== "pair") return null;
  const figure = anchor.closest(selectorOf("figure")) ?? document; // of two figures, the one with the anchor
  const cell = `[role=gridcell][data-row="${item.step}"][data-column="${item.column}"]`;
  return figure.querySelector<HTMLElement>(`${selectorOf("map")} ${cell}`);
}

interface ContentProps {
  readonly trace: Trace;
  readonly item: Item;
  readonly panel: Panel;
  readonly onDone: () => void;
}

function Content({ trace, item, panel, onDone }: ContentProps): ReactNode {
  const step = "step" in item ? item.step : 0;
  const column = "column" in item ? (item.column ?? 0) : 0;
  switch (panel) {
    case "say":
    case "feed":
      return <TokenChoice trace={trace} kind={panel} step={step} onDone={onDone} />;
    case "weight":
      return <WeightBox trace={trace} step={step} column={column} onDone={onDone} />;
    case "whole":
      return <WholeDecode trace={trace} />;
    default:
      return panel satisfies never;
  }
}

function usePanelTitle(trace: Trace, item: Item): (panel: Panel) => string {
  const { t } = useTranslation("edits");
  const name = useTokenName();
  const step = "step" in item ? item.step + 1 : 1;
  const token = "column" in item && item.column !== null ? trace.source[item.column] : undefined;
  return (panel) => {
    if (panel === "whole") return t("whole.title");
    if (panel === "weight") return t("weight.title", { step, source: token ? name(token) : "" });
    return t(`token.${panel}`, { step });
  };
}
