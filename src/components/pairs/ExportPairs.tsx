/** Saves the kept pairs as clean tab-separated text. */
import { useEffect } from "react";
import { page, student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { download } from "../timeline/download";
import { useCorpusTexts } from "./useCorpusTexts";

/** Excel reads UTF-8 correctly only after this mark. */
const MARK = "\ufeff";

export function ExportPairs() {
  const { t } = useCorpusTexts();
  const exported = useApp(({ pairs }) => pairs.exported);
  const fallback = t("use.exportName");
  useEffect(() => {
    if (exported === null || exported.text === null) return;
    const name = fileName(exported.name || fallback);
    download(name, new TextEncoder().encode(MARK + exported.text));
    page.forgetExport();
  }, [exported, fallback]);
  return (
    <div>
      <Button look="quiet" onClick={student.exportPairs}>
        {t("use.export")}
      </Button>
      <output>{exported?.text === null && t("use.exportLost")}</output>
    </div>
  );
}

/** The name of the pairs without an ending and without what file systems refuse. */
function fileName(name: string): string {
  const stem = name
    .replace(/(\.(txt|tsv|csv|json|jsonl|xlsx|zip|gz))+$/i, "")
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .trim();
  return `${stem || "pairs"}.tsv`;
}
