/** The user's text or file so far, and the request that makes the worker read it. */
import { useEffect, useMemo, useState } from "react";
import {
  DEFAULT_CORPUS_OPTIONS,
  type CorpusInput,
  type CorpusOptions,
} from "../../engine/corpus/report";
import { useApp } from "../../state/store";
import { nameOfPairs, type RecalledPairs } from "../../state/slices/pairs";
import { student } from "../../state/actions/acts";

export interface Draft {
  readonly file: File | null;
  readonly text: string;
  readonly options: CorpusOptions;
  /** The input for the worker: the file, else the text; null without either. */
  readonly input: CorpusInput | null;
  /** The id of the chosen kept pairs; null after any other input. */
  readonly chosen: number | null;
  /** Whether the last request was about exactly this draft. */
  readonly isAsked: boolean;
  readonly giveFile: (file: File) => void;
  readonly giveText: (text: string) => void;
  readonly giveKept: (id: number, pairs: RecalledPairs) => void;
  readonly setOptions: (options: CorpusOptions) => void;
}

interface DraftContent {
  readonly file: File | null;
  readonly text: string;
  readonly kept: { readonly id: number; readonly name: string } | null;
}

const SETTLE_MS = 300;

export function useDraft(): Draft {
  const [content, setContent] = useState<DraftContent>({ file: null, text: "", kept: null });
  const [options, setOptions] = useState(DEFAULT_CORPUS_OPTIONS);
  const { file, text, kept } = content;
  const input = useMemo(() => inputOf(file, text), [file, text]);
  const isAsked = useApp(
    ({ pairs: { latest } }) => latest?.input === input && latest.options === options,
  );
  useEffect(() => {
    if (input === null || isAsked) return undefined;
    const name = kept?.name ?? nameOfPairs(input);
    const timer = setTimeout(() => student.inspectPairs(input, options, name), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [input, options, kept, isAsked]);
  return useMemo(
    () => ({
      file,
      text,
      options,
      input,
      chosen: kept?.id ?? null,
      isAsked,
      giveFile: (next) => setContent((before) => ({ ...before, file: next, kept: null })),
      giveText: (next) => setContent({ file: null, text: next, kept: null }),
      giveKept: (id, { input: pairs, options: asRead, name }) => {
        setContent({ ...contentOf(pairs, name), kept: { id, name } });
        setOptions(asRead);
      },
      setOptions,
    }),
    [file, text, kept, options, input, isAsked],
  );
}

function inputOf(file: File | null, text: string): CorpusInput | null {
  if (file) return { files: [file] };
  return text.trim() === "" ? null : { text };
}

/** Kept pairs return to their origin: the text box, or the place of a file. */
function contentOf(pairs: CorpusInput, name: string): Pick<DraftContent, "file" | "text"> {
  if ("text" in pairs) return { file: null, text: pairs.text };
  const [file = new Blob()] = pairs.files;
  return { file: file instanceof File ? file : new File([file], name), text: "" };
}
