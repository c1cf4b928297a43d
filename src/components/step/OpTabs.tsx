/** The operations of a step as tabs, numbered in their order, and the panel of the chosen one. */
import { Tabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
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
          <Tabs.Tab
            key={op}
            value={op}
            className={styles.tab}
            data-lit={op === lit || undefined}
            {...lightOn(op, onLight)}
          >
            <span className={styles.order} aria-hidden="true">
              {i + 1}
            </span>
            {nameOf(op)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {/* The panel's content is focusable, so the panel itself need not be. */}
      <Tabs.Panel value={value} tabIndex={undefined}>
        {children}
      </Tabs.Panel>
    </Tabs.Root>
  );
}
