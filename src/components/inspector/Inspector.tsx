/** The inspector: equation, PyTorch code or numbers of the selection, and below them the next token in its own place. */
import { Tabs } from "@base-ui/react/tabs";
import { memo, Suspense, useDeferredValue, useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { INSPECTORS, type InspectorTab } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { useOpenPlace } from "../derivation/useOpenPlace";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { NextToken } from "../step/NextToken";
import { StepEquations } from "../step/StepEquations";
import { StepNumbers } from "../step/StepNumbers";
import type { OnSelect, Shown } from "../unrolled/shown";
import { useSelect } from "../useSelect";
import { useHides } from "../useHides";
import { useShownStep } from "../useShownStep";
import styles from "./Inspector.module.css";
import { PytorchTab } from "./PytorchTab";
import { useFocusOnNumbers } from "./useFocusOnNumbers";

const LookDetail = latePart<Shown & { readonly onSelect: OnSelect }>(
  async () => (await import("../transformer/LookDetail")).LookDetail,
);
const LookCode = latePart<Shown>(async () => (await import("../transformer/LookCode")).LookCode);
const Derivation = latePart(async () => (await import("../derivation/Derivation")).Derivation);

export function Inspector(): ReactNode {
  const { t } = useTranslation("inspector");
  const heading = useId();
  const wanted = useApp(({ view }) => view.inspector);
  const hidesCode = useHides("code");
  const isTransformer = Boolean(useShownStep()?.trace.transformer);
  const tabs = INSPECTORS.filter(
    (each) => !(each === "pytorch" && hidesCode) && !(each === "numbers" && isTransformer),
  );
  const tab = tabs.includes(wanted) ? wanted : "equation";
  const isDerived = useApp(({ view }) => view.derivation !== null);
  const level = tab === "numbers" && isDerived ? "number" : tab;
  const room = useFocusOnNumbers(level);
  return (
    <div className={styles.inspector}>
      <section className={styles.panel} aria-labelledby={heading} data-place="inspector">
        <h2 id={heading} className="visually-hidden">
          {t("region")}
        </h2>
        <Tabs.Root className={styles.tabs} value={tab} onValueChange={student.showInspector}>
          <Tabs.List className={styles.list} aria-label={t("tabs")} activateOnFocus>
            {tabs.map((each) => (
              <Tabs.Tab key={each} value={each} className={styles.tab}>
                {t(`tab.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel ref={room} key={level} value={tab} className={styles.room}>
            {/* A part that does not load leaves the tabs and the next token in place. */}
            <ErrorBoundary>
              <Suspense fallback={null}>
                <Selected tab={tab} />
              </Suspense>
            </ErrorBoundary>
          </Tabs.Panel>
        </Tabs.Root>
      </section>
      <div className={styles.next}>
        <Next />
      </div>
    </div>
  );
}

/** The stage draws a new step first, the inspector in the next task. Apart from the tabs, which need not draw again. */
const useLaterStep = (): Shown | null => useDeferredValue(useShownStep());

function Selected({ tab }: { readonly tab: InspectorTab }): ReactNode {
  const { t } = useTranslation("inspector");
  const shown = useLaterStep();
  return shown ? <Selection {...shown} tab={tab} /> : <p>{t("waiting")}</p>;
}

function Next(): ReactNode {
  const shown = useLaterStep();
  const hidesExpected = useHides("expected");
  return shown && <NextTokenOf {...shown} judges={!hidesExpected} />;
}

interface SelectionProps extends Shown {
  readonly tab: InspectorTab;
}

const NextTokenOf = memo(NextToken);

/** What the tab shows of the selection, connected to the store. */
const Selection = memo(function Selection({ tab, ...shown }: SelectionProps): ReactNode {
  const operation = useApp(({ view }) => view.operation);
  const lit = useApp(({ view }) => view.lit);
  const inspected = useApp(({ view }) => view.inspected);
  const derivation = useApp(({ view }) => view.derivation);
  const onDerive = useOpenPlace(shown);
  const onSelect = useSelect();
  const step = {
    ...shown,
    onDerive,
    operation,
    onOperation: student.showOperation,
    onSelect,
    lit,
    onLight: student.light,
  };
  if (shown.trace.transformer)
    return tab === "pytorch" ? (
      <LookCode {...shown} />
    ) : (
      <LookDetail {...shown} onSelect={onSelect} />
    );
  switch (tab) {
    case "equation":
      return <StepEquations {...step} />;
    case "pytorch":
      return <PytorchTab {...step} />;
    case "numbers":
      if (derivation !== null) return <Derivation />;
      return <StepNumbers {...step} inspected={inspected} onInspect={student.inspect} />;
    default:
      return tab satisfies never;
  }
});
