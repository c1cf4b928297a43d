/**
 * Tabs for the first picture: one tab stop, arrow keys move and choose. The library's tabs would add 12 kB to the page
 * script; parts that load later use them.
 */
import type { ReactNode } from "react";
import type { Place } from "../../places";
import { useRoving } from "./useRoving";

interface TabStripProps<T extends string> {
  /** Names the set; the ids of its tabs and panels begin with it. */
  readonly group: string;
  readonly label: string;
  readonly tabs: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly className: string | undefined;
  readonly tabClassName: string | undefined;
  readonly place?: Place | undefined;
}

export function TabStrip<T extends string>(props: TabStripProps<T>): ReactNode {
  const { group, label, tabs, value, onChange, place } = props;
  const { container } = useRoving(tabs.length);
  return (
    <div
      role="tablist"
      aria-label={label}
      className={props.className}
      {...(place && { "data-place": place })}
      {...container}
    >
      {tabs.map((tab, i) => (
        <button
          key={tab.value}
          id={`${group}-tab-${tab.value}`}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          aria-controls={tab.value === value ? panelId(group, tab.value) : undefined}
          tabIndex={tab.value === value ? 0 : -1}
          className={props.tabClassName}
          data-stop={i}
          onClick={() => onChange(tab.value)}
          onFocus={() => tab.value !== value && onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly group: string;
  /** The tab that shows this panel. */
  readonly value: string;
  /** The panel's name where its tab can be missing; else the tab names it. */
  readonly label?: string | undefined;
  readonly className: string | undefined;
  readonly place?: Place | undefined;
  readonly children: ReactNode;
}

/** The panel of the chosen tab. Its content takes the focus, so the panel itself need not. */
export function TabPanel({ group, value, label, ...props }: TabPanelProps): ReactNode {
  return (
    <div
      id={panelId(group, value)}
      role="tabpanel"
      {...(label ? { "aria-label": label } : { "aria-labelledby": `${group}-tab-${value}` })}
      className={props.className}
      {...(props.place && { "data-place": props.place })}
    >
      {props.children}
    </div>
  );
}

function panelId(group: string, value: string): string {
  return `${group}-panel-${value}`;
}
