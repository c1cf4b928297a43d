/** The user's text or files so far, and the request that makes the worker read them. */
import { useEffect, useMemo, useState } from "react";
import {
  type CorpusInput,
  type CorpusOptions,
  DEFAULT_CORPUS_OPTIONS,
} from "../../engine/corpus/report";
import { useApp } from "../../state/store";
import { nameOfPairs, type RecalledPairs } from "../../state/slices/pairs";
import { student } from "../../state/actions/acts";

export interface Draft {
  readonly files: readonly File[];
  readonly text: string;
  readonly options: CorpusOptions;
  /** The input for the worker: the files, else the text; null without either. */
  readonly input: CorpusInput | null;
  /** The id of the chosen kept pairs; null after any other input. */
  readonly chosen: number | null;
  /** Whether the last request was about exactly this draft. */
  readonly isAsked: boolean;
  /** Whether the student has cancelled the reading of this draft. */
  readonly isHeld: boolean;
  readonly giveFiles: (files: readonly File[]) => void;
  readonly giveText: (text: string) => void;
  readonly giveKept: (id: number, pairs: RecalledPairs) => void;
  readonly setOptions: (options: CorpusOptions) => void;
  readonly cancel: () => void;
  readonly readAgain: () => void;
}

interface Content {
  readonly files: readonly File[];
  readonly text: string;
  readonly kept: { readonly id: number; readonly name: string } | null;
}

const EMPTY: Content = { files: [], text: "", kept: null };
const SETTLE_MS = 300;

export function useDraft(): Draft {
  const [content, setContent] = useState(EMPTY);
  const [options, setOptions] = useState(DEFAULT_CORPUS_OPTIONS);
  const [isHeld, setHeld] = useState(false);
  const { files, text, kept } = content;
  const input = useMemo(() => inputOf(files, text), [files, text]);
  const isAsked = useAsking({ input, options, name: kept?.name ?? null, isHeld });
  return useMemo(() => {
    const give = (next: Content, asRead: CorpusOptions): void => {
      setContent(next);
      setOptions(asRead);
      setHeld(false);
    };
    return {
      files,
      text,
      options,
      input,
      isAsked,
      isHeld,
      chosen: kept?.id ?? null,
      giveFiles: (next) => give({ ...EMPTY, files: next }, forOther(options)),
      giveText: (next) =>
        give({ ...EMPTY, text: next }, text.trim() === "" ? forOther(options) : options),
      giveKept: (id, { input: pairs, options: asRead, name }) =>
        give({ ...contentOf(pairs), kept: { id, name } }, asRead),
      setOptions: (next) => {
        setOptions(next);
        setHeld(false);
      },
      cancel: () => {
        setHeld(true);
        student.cancelPairs();
      },
      readAgain: () => setHeld(false),
    };
  }, [files, text, kept, options, input, isAsked, isHeld]);
}

interface Wanted {
  readonly input: CorpusInput | null;
  readonly options: CorpusOptions;
  readonly name: string | null;
  readonly isHeld: boolean;
}

/** Asks the worker to read the draft, a moment after its last change. Returns whether that has been asked. */
function useAsking({ input, options, name, isHeld }: Wanted): boolean {
  const isAsked = useApp(
    ({ pairs: { latest } }) => latest?.input === input && latest.options === options,
  );
  useEffect(() => {
    if (input === null || isAsked || isHeld) return undefined;
    const timer = setTimeout(
      () => student.inspectPairs(input, options, name ?? nameOfPairs(input)),
      SETTLE_MS,
    );
    return () => clearTimeout(timer);
  }, [input, options, name, isAsked, isHeld]);
  return isAsked;
}

function inputOf(files: readonly File[], text: string): CorpusInput | null {
  if (files.length > 0) return { files };
  return text.trim() === "" ? null : { text };
}

/** The options for another input: what belongs to the content of one file is proposed anew. */
function forOther(options: CorpusOptions): CorpusOptions {
  const { simplify, fold, prefixes, maxPairs, maxVocabulary } = options;
  return { ...DEFAULT_CORPUS_OPTIONS, simplify, fold, prefixes, maxPairs, maxVocabulary };
}

/** Kept pairs return to their origin: the text box, or the place of the files. */
function contentOf(pairs: CorpusInput): Content {
  if ("text" in pairs) return { ...EMPTY, text: pairs.text };
  const files = pairs.files.map((file) => (file instanceof File ? file : new File([file], "")));
  return { ...EMPTY, files };
}
