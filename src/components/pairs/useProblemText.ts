/** Writes why pairs cannot be used, in a sentence that names the problem, its place, and what to do. */
import type { TFunction } from "i18next";
import type { CorpusProblem, NotText } from "../../engine/corpus/problem";
import { useFormat, type Format } from "../primitives/useFormat";
import { useCorpusTexts } from "./useCorpusTexts";

type Way =
  "sheet" | "copy" | "picture" | "unpack" | "database" | "anki" | "password" | "model" | "other";

/** The way out for each kind of file that holds no text. */
const WAYS: Readonly<Record<NotText, Way>> = {
  xls: "sheet",
  ods: "sheet",
  numbers: "sheet",
  doc: "copy",
  ppt: "copy",
  docx: "copy",
  pptx: "copy",
  odt: "copy",
  pdf: "copy",
  hwp: "copy",
  hwpx: "copy",
  rtf: "copy",
  epub: "copy",
  png: "picture",
  jpeg: "picture",
  gif: "picture",
  rar: "unpack",
  "7z": "unpack",
  tar: "unpack",
  tarGz: "unpack",
  bz2: "unpack",
  xz: "unpack",
  zstd: "unpack",
  sqlite: "database",
  anki: "anki",
  locked: "password",
  model: "model",
  binary: "other",
};

interface Writer {
  readonly t: TFunction<"corpus">;
  readonly format: Format;
  readonly megabytes: (bytes: number) => string;
}

type Kind = CorpusProblem["kind"];
type ProblemOf<K extends Kind> = Extract<CorpusProblem, { readonly kind: K }>;
type Sentences = {
  readonly [K in Kind]: (problem: ProblemOf<K>, writer: Writer, what: string) => string;
};

const SENTENCES: Sentences = {
  empty: (_, { t }) => t("problems.empty"),
  tooLarge: ({ bytes, limit }, { t, megabytes }, what) =>
    t("problems.tooLarge", { what, size: megabytes(bytes), limit: megabytes(limit) }),
  unpackedTooLarge: ({ limit }, { t, megabytes }, what) =>
    t("problems.unpackedTooLarge", { what, limit: megabytes(limit) }),
  tooManyFiles: ({ files }, { t }) => t("problems.tooManyFiles", { files }),
  unreadable: (_, { t }, what) => t("problems.unreadable", { what }),
  notText: ({ format }, { t }, what) => {
    const way = t(`problems.ways.${WAYS[format]}`);
    return t("problems.notText", { what, format: t(`problems.formats.${format}`), way });
  },
  damaged: ({ why, container }, { t }, what) =>
    why === "password"
      ? t("problems.locked", { what })
      : t("problems.damaged", { what, container: `.${container}` }),
  noMember: ({ files }, { t }, what) =>
    t("problems.noMember", { what, files: files.join(", ") || "–" }),
  encoding: ({ encoding, byteOffset }, { t, format }, what) => {
    const name = t(`how.encoding.names.${encoding}`);
    return t("problems.encoding", { what, encoding: name, byte: format.number(byteOffset + 1) });
  },
  noColumns: ({ line, text }, { t, format }) =>
    t("problems.noColumns", { line: format.number(line), text }),
  tooManyColumns: ({ line, columns, limit }, { t }) =>
    t("problems.tooManyColumns", { line, columns, limit }),
  brokenJson: ({ line, quote }, { t }) => t("problems.brokenJson", { line, quote }),
  noFields: ({ fields }, { t }) =>
    fields.length === 0
      ? t("problems.noFieldsAtAll")
      : t("problems.noFields", { fields: fields.join(", ") }),
  unequalLines: ({ first, second, line }, { t }) => {
    const names = { first: first.name, second: second.name };
    const counts = { ...names, firstLines: first.lines, secondLines: second.lines };
    return line === null
      ? t("problems.unequalLines", counts)
      : t("problems.unequalFrom", { ...counts, line });
  },
  tooFew: ({ read, kept, least, dropped }, { t, format }) =>
    t(`problems.${tooFewOf(dropped)}`, { read: format.number(read), kept, least }),
};

/** Which option keeps most of the rows out. */
function tooFewOf({
  noPrefix,
  tooLong,
}: ProblemOf<"tooFew">["dropped"]): "tooFew" | "tooFewLong" | "tooFewPrefix" {
  if (noPrefix > tooLong) return "tooFewPrefix";
  return tooLong > 0 ? "tooFewLong" : "tooFew";
}

export function useProblemText(): (problem: CorpusProblem) => string {
  const { t } = useCorpusTexts();
  const format = useFormat();
  const writer = { t, format, megabytes: (bytes: number) => format.number(bytes / 1e6, 1) };
  return (problem) => {
    const name = "name" in problem ? problem.name : "";
    const what = name === "" ? t("problems.text") : t("problems.file", { name });
    const write = SENTENCES[problem.kind] as (
      ...args: readonly [CorpusProblem, Writer, string]
    ) => string;
    return write(problem, writer, what);
  };
}
