/** Training: its controls, its progress, its curves, and model files. */
import { useTranslation } from "react-i18next";
import { Card } from "../primitives/Card";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { Controls } from "./Controls";
import { Curves } from "./Curves";
import { KeptNote } from "./KeptNote";
import { ModelFile } from "./ModelFile";
import { PauseHidden } from "./PauseHidden";
import { Replay } from "./Replay";
import { Stats } from "./Stats";

export function Training() {
  const { t } = useTranslation("training");
  return (
    <Card title={t("title")}>
      <Controls />
      <KeptNote />
      <Stats />
      <ErrorBoundary>
        <Curves />
      </ErrorBoundary>
      <Replay />
      <PauseHidden />
      <ModelFile />
    </Card>
  );
}
