/** The menu of an item of the stage, and the panel that one of its entries opens in the same place. */
import { Menu } from "@base-ui/react/menu";
import { memo, type ReactNode, useRef } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { student } from "../../state/actions/acts";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./EditMenu.module.css";
import { EditPanel } from "./EditPanel";
import type { Item } from "./item";
import { type Deed, type Group, menuEntries, type Panel } from "./menuEntries";

/** An open menu or panel: of which item, and beside which element. */
export interface Opening {
  readonly item: Item;
  readonly anchor: HTMLElement;
  /** Null: the menu. */
  readonly panel: Panel | null;
}

export interface EditMenuProps {
  /** Of an open menu or panel; null while all are closed, so that training does not draw them again and again. */
  readonly trace: Trace | null;
  readonly opening: Opening | null;
  readonly onChange: (opening: Opening | null) => void;
}

export const EditMenu = memo(function EditMenu(props: EditMenuProps): ReactNode {
  const { trace, opening, onChange } = props;
  const isMenu = opening !== null && opening.panel === null;
  return (
    <>
      <Menu.Root
        open={isMenu}
        modal={false}
        // An entry closes the menu by its deed, which can open a panel.
        onOpenChange={(isOpen, { reason }) => {
          if (!isOpen && reason !== "item-press") onChange(null);
        }}
      >
        {isMenu && trace && (
          <Popup
            trace={trace}
            opening={opening}
            onDone={(panel) => onChange(panel && { ...opening, panel })}
          />
        )}
      </Menu.Root>
      {opening?.panel && trace && (
        <EditPanel
          trace={trace}
          item={opening.item}
          panel={opening.panel}
          anchor={opening.anchor}
          onClose={() => onChange(null)}
        />
      )}
    </>
  );
});

interface PopupProps {
  readonly trace: Trace;
  readonly opening: Opening;
  /** Closes the menu, and opens this panel in its place. */
  readonly onDone: (panel: Panel | null) => void;
}

function Popup({ trace, opening, onDone }: PopupProps): ReactNode {
  const { item, anchor } = opening;
  const titleOf = useGroupTitle(trace, item);
  const goesOn = useRef(false); // a panel takes the focus
  const perform = (deed: Deed): void => {
    goesOn.current = deed.do === "open";
    onDone(deed.do === "open" ? deed.panel : null);
    if (deed.do === "edit") void student.editDecode(deed.edit);
    if (deed.do === "remove") void student.removeEdit(deed.edit);
  };
  return (
    <Menu.Portal>
      <Menu.Positioner
        className={styles.place}
        sticky // else it follows an anchor out of sight, and widens the page
        anchor={anchor}
        side="bottom"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        collisionAvoidance={{ side: "shift" }} // a menu that scrolls is harder to read than one over a part of the map
      >
        <Menu.Popup
          className={styles.menu}
          finalFocus={() => (goesOn.current ? false : anchor)}
          onContextMenu={(event) => event.preventDefault()} // the key that opened the menu is still down
        >
          {menuEntries(trace, item).map((group) => (
            <MenuGroup key={group.title} group={group} title={titleOf(group)} onDeed={perform} />
          ))}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

interface MenuGroupProps {
  readonly group: Group;
  readonly title: string;
  readonly onDeed: (deed: Deed) => void;
}

function MenuGroup({ group, title, onDeed }: MenuGroupProps): ReactNode {
  const { t } = useTranslation("edits");
  return (
    <Menu.Group className={styles.group}>
      <Menu.GroupLabel className={styles.title}>{title}</Menu.GroupLabel>
      {group.entries.map(({ name, deed }) => (
        <Menu.Item key={name} className={styles.entry} onClick={() => onDeed(deed)}>
          {t(`menu.${name}`)}
        </Menu.Item>
      ))}
    </Menu.Group>
  );
}

/** The heading of a group, with the step or the source token it is about. */
function useGroupTitle(trace: Trace, item: Item): (group: Group) => string {
  const { t } = useTranslation("edits");
  const name = useTokenName();
  const column = "column" in item ? item.column : null;
  const token = column === null ? undefined : trace.source[column];
  return ({ title }) =>
    t(`menu.${title}`, {
      step: "step" in item ? item.step + 1 : "",
      position: column === null ? "" : column + 1,
      source: token ? name(token) : "",
    });
}
