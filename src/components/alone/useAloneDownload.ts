/** Gives a written model file to the student. */
import { useEffect } from "react";
import { student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { download } from "../timeline/download";

export function useAloneDownload(): void {
  const file = useAlone((state) => state.file);
  useEffect(() => {
    if (!file) return;
    download(file.name, file.bytes);
    student.forgetAloneFile();
  }, [file]);
}
