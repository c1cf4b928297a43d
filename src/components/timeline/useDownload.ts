/** Saves a model file that the worker has written through the browser, once, though several parts of the page wait for it. */
import { useEffect } from "react";
import { page } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { download } from "./download";

export function useDownload(): void {
  const file = useApp(({ modelFile }) => modelFile.download);
  useEffect(() => {
    if (file === null || useApp.getState().modelFile.download !== file) return;
    page.forgetDownload();
    download(file.name, file.bytes);
  }, [file]);
}
