/** The operations of a step as tabs, numbered in their order, and the panel of the chosen one. */
import { Tabs } from "@base-ui/react/tabs";
import { memo, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { ModelShape } from "../../engine/setup/modelShape";
import type { Lit, Op } from "../../engine/results/operation";
import { lightOn, type OnLight } from "../primitives/lightOn";
import styles from "./OpTabs.module.css";
import { useOpName } from "./useOpName";

export interface OpTabsProps {
  readonly shape: ModelShape;
  readonly ops: readonly Op[];
  readonly value: Op;
  readonly onValueChange: (op: Op) => void;
  readonly lit?: Lit | null | undefined;
  readonly onLight?: OnLight | undefined;
  /** The panel of the chosen operation. */
  readonly children: ReactNode;
}

export function OpTabs(props: OpTabsProps): ReactNode {
  const { shape, ops, value, onValueChange, lit, onLight, children } = props;
  const { t } = useTranslation("step");
  const nameOf = useOpName(shape);
  return (
    <Tabs.Root value={value} onValueChange={onValueChange}>
      <Tabs.List
        activateOnFocus
        loopFocus={false}
        aria-label={t("ops")}
        className={styles.tabs}
        data-place="operations"
        data-count={ops.length}
      >
        {ops.map((op, i) => (
          <OpTab
            key={op}
            op={op}
            order={i + 1}
            name={nameOf(op)}
            isLit={op === lit}
            onLight={onLight}
          />
        ))}
      </Tabs.List>
      {/* The panel's content is focusable, so the panel itself need not be. */}
      <Tabs.Panel value={value} tabIndex={undefined}>
        {children}
      </Tabs.Panel>
    </Tabs.Root>
  );
}

interface OpTabProps extends Pick<OpTabsProps, "onLight"> {
  readonly op: Op;
  readonly order: number; // 1-based
  readonly name: string;
  readonly isLit: boolean;
}

/** Training changes none of it, and a tab is slow to draw. */
const OpTab = memo(function OpTab({ op, order, name, isLit, onLight }: OpTabProps): ReactNode {
  return (
    <Tabs.Tab
      value={op}
      className={styles.tab}
      data-lit={isLit || undefined}
      {...lightOn(op, onLight)}
    >
      <span className={styles.order} aria-hidden="true">
        {order}
      </span>
      {name}
    </Tabs.Tab>
  );
});
