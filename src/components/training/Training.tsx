/** Training: start and stop, where it stands, how it went so far, and the model's way to a file and back. */
import { useTranslation } from "react-i18next";
import { Card } from "../primitives/Card";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { Controls } from "./Controls";
import { Curves } from "./Curves";
import { ModelFile } from "./ModelFile";
import { Stats } from "./Stats";

export function Training() {
  const { t } = useTranslation("training");
  return (
    <Card title={t("title")}>
      <Controls />
      <Stats />
      <ErrorBoundary>
        <Curves />
      </ErrorBoundary>
      <ModelFile />
    </Card>
  );
}
