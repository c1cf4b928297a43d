/** What the user has given so far, and the reading of it that the worker is asked for. */
import { useEffect, useMemo, useState } from "react";
import { DEFAULT_CORPUS_OPTIONS, type CorpusOptions } from "../../engine/corpus/report";
import { useApp } from "../../state/app";
import { inspectPairs } from "../../state/ownPairs";

export interface Draft {
  readonly file: File | null;
  readonly text: string;
  readonly options: CorpusOptions;
  /** What is to be read: the file, else the text; null where there is neither. */
  readonly input: Blob | string | null;
  /** Whether the worker was asked about exactly this. */
  readonly isAsked: boolean;
  readonly giveFile: (file: File) => void;
  readonly giveText: (text: string) => void;
  readonly setOptions: (options: CorpusOptions) => void;
}

const SETTLE_MS = 300;

export function useDraft(): Draft {
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const [options, setOptions] = useState(DEFAULT_CORPUS_OPTIONS);
  const input = file ?? (text.trim() === "" ? null : text);
  const isAsked = useApp(
    ({ pairs: { latest } }) => latest?.input === input && latest.options === options,
  );
  useEffect(() => {
    if (input === null || isAsked) return undefined;
    const timer = setTimeout(() => inspectPairs(input, options), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [input, options, isAsked]);
  return useMemo(
    () => ({
      file,
      text,
      options,
      input,
      isAsked,
      giveFile: setFile,
      giveText: (next) => {
        setFile(null);
        setText(next);
      },
      setOptions,
    }),
    [file, text, options, input, isAsked],
  );
}
