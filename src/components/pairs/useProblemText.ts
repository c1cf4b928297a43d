/** Writes why pairs cannot be used, in a sentence that names the problem, its place, and what to do. */
import type { CorpusProblem, NotText } from "../../engine/corpus/problem";
import { useFormat } from "../primitives/useFormat";
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

export function useProblemText(): (problem: CorpusProblem) => string {
  const { t } = useCorpusTexts();
  const format = useFormat();
  const megabytes = (bytes: number): string => format.number(bytes / 1e6, 1);
  const whatOf = (name: string): string =>
    name === "" ? t("problems.text") : t("problems.file", { name });
  return (problem) => {
    const what = "name" in problem ? whatOf(problem.name) : "";
    switch (problem.kind) {
      case "empty":
        return t("problems.empty");
      case "tooLarge": {
        const [size, limit] = [megabytes(problem.bytes), megabytes(problem.limit)];
        return t("problems.tooLarge", { what, size, limit });
      }
      case "unpackedTooLarge":
        return t("problems.unpackedTooLarge", { what, limit: megabytes(problem.limit) });
      case "tooManyFiles":
        return t("problems.tooManyFiles", { files: problem.files });
      case "unreadable":
        return t("problems.unreadable", { what });
      case "notText": {
        const shown = t(`problems.formats.${problem.format}`);
        const way = t(`problems.ways.${WAYS[problem.format]}`);
        return t("problems.notText", { what, format: shown, way });
      }
      case "damaged":
        return problem.why === "password"
          ? t("problems.locked", { what })
          : t("problems.damaged", { what, container: `.${problem.container}` });
      case "noMember":
        return t("problems.noMember", { what, files: problem.files.join(", ") });
      case "encoding": {
        const byte = format.number(problem.byteOffset + 1);
        const encoding = t(`how.encoding.names.${problem.encoding}`);
        return t("problems.encoding", { what, encoding, byte });
      }
      case "noColumns":
        return t("problems.noColumns", { line: format.number(problem.line), text: problem.text });
      case "tooManyColumns": {
        const { line, columns, limit } = problem;
        return t("problems.tooManyColumns", { line, columns, limit });
      }
      case "brokenJson":
        return t("problems.brokenJson", { line: problem.line, quote: problem.quote });
      case "noFields":
        return problem.fields.length === 0
          ? t("problems.noFieldsAtAll")
          : t("problems.noFields", { fields: problem.fields.join(", ") });
      case "unequalLines": {
        const { first, second, line } = problem;
        const counts = {
          first: first.name,
          second: second.name,
          firstLines: first.lines,
          secondLines: second.lines,
        };
        return line === null
          ? t("problems.unequalLines", counts)
          : t("problems.unequalFrom", { ...counts, line });
      }
      case "tooFew":
        return t(`problems.${tooFewOf(problem.dropped)}`, {
          read: format.number(problem.read),
          kept: problem.kept,
          least: problem.least,
        });
      default:
        return problem satisfies never;
    }
  };
}

type Dropped = Extract<CorpusProblem, { readonly kind: "tooFew" }>["dropped"];

/** Which option keeps most of the rows out. */
function tooFewOf({ noPrefix, tooLong }: Dropped): "tooFew" | "tooFewLong" | "tooFewPrefix" {
  if (noPrefix > tooLong) return "tooFewPrefix";
  return tooLong > 0 ? "tooFewLong" : "tooFew";
}
