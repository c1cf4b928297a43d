/** How the file is read, and the other ways: its member or sheet, encoding, delimiter and header row. */
import type { Reading } from "../../engine/corpus/reading";
import {
  type CorpusOptions,
  type Delimiter,
  DELIMITERS,
  type Encoding,
  ENCODINGS,
} from "../../engine/corpus/report";
import fields from "../primitives/Field.module.css";
import { Select } from "../primitives/Select";
import { Encodings } from "./Encodings";
import type { ReadingProps } from "./LookStep";
import styles from "./Look.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

/** The name of each delimiter among the texts. */
const DELIMITER_NAMES = {
  "\t": "tab",
  "|": "bar",
  " ||| ": "bars",
  ";": "semicolon",
  ",": "comma",
  space: "space",
} as const satisfies Record<Delimiter, string>;

/** Another file or table has other columns. */
const ANEW = {
  delimiter: "auto",
  header: "auto",
  columns: "auto",
  units: "auto",
  maxSource: "auto",
  maxTarget: "auto",
} as const satisfies Partial<CorpusOptions>;

export function HowRead({ reading, options, onChange }: ReadingProps) {
  const { t } = useCorpusTexts();
  const { kind, members, encoding, delimiter } = reading;
  const hasHeader = kind === "table" || kind === "spreadsheet" || kind === "twoFiles";
  return (
    <section className={styles.how} aria-label={t("how.title")}>
      <div className={styles.choices}>
        {members.length > 1 && <MemberChoice {...{ reading, options, onChange }} />}
        {encoding && <EncodingChoice {...{ reading, options, onChange }} />}
        {delimiter && <DelimiterChoice {...{ reading, options, onChange }} />}
      </div>
      {hasHeader && (
        <label className={fields.check}>
          <input
            type="checkbox"
            checked={reading.header !== null}
            onChange={({ target }) => onChange({ ...options, header: target.checked })}
          />
          {t("how.header")}
        </label>
      )}
      {encoding && <Encodings encoding={encoding} {...{ options, onChange }} />}
      <Facts reading={reading} />
    </section>
  );
}

function MemberChoice({ reading, options, onChange }: ReadingProps) {
  const { t } = useCorpusTexts();
  const { members, member, container } = reading;
  return (
    <Select
      label={t(`how.member.${container ?? "zip"}`)}
      value={member ?? ""}
      options={members.map(({ name }) => ({ value: name, label: name }))}
      onChange={(name) => onChange({ ...options, ...ANEW, encoding: "auto", member: name })}
    />
  );
}

function EncodingChoice({ reading, options, onChange }: ReadingProps) {
  const { t } = useCorpusTexts();
  const used = reading.encoding?.encoding ?? "utf-8";
  const nameOf = (encoding: Encoding): string => t(`how.encoding.names.${encoding}`);
  const automatic = t("how.automatic", { value: nameOf(used) });
  const choices = ENCODINGS.map((value) => ({ value, label: nameOf(value) }));
  const first = { value: "auto", label: options.encoding === "auto" ? automatic : t("how.auto") };
  return (
    <Select<"auto" | Encoding>
      label={t("how.encoding.label")}
      value={options.encoding}
      options={[first as { value: "auto"; label: string }, ...choices]}
      help={reading.encoding ? t(`how.encoding.why.${reading.encoding.why}`) : undefined}
      onChange={(encoding) => onChange({ ...options, ...ANEW, encoding })}
    />
  );
}

function DelimiterChoice({ reading, options, onChange }: ReadingProps) {
  const { t } = useCorpusTexts();
  const nameOf = (delimiter: Delimiter): string =>
    t(`how.delimiter.names.${DELIMITER_NAMES[delimiter]}`);
  const automatic = t("how.automatic", { value: nameOf(reading.delimiter ?? "\t") });
  const first = options.delimiter === "auto" ? automatic : t("how.auto");
  return (
    <Select<"auto" | Delimiter>
      label={t("how.delimiter.label")}
      value={options.delimiter}
      options={[
        { value: "auto" as const, label: first },
        ...DELIMITERS.map((value) => ({ value, label: nameOf(value) })),
      ]}
      help={reading.hasQuotes ? t("how.quotes") : undefined}
      onChange={(delimiter) => onChange({ ...options, ...ANEW, delimiter })}
    />
  );
}

/** What the file is, and what was taken off before the rows. */
function Facts({ reading }: { readonly reading: Reading }) {
  const { t } = useCorpusTexts();
  const { kind, container, member, comments, cleaned } = reading;
  const facts = [
    kind !== "table" && t(`how.kinds.${kind}`),
    container !== null && t(`how.containers.${container}`),
    member,
    comments > 0 && t("how.comments", { comments }),
    cleaned > 0 && t("how.cleaned", { cleaned }),
  ].filter((fact) => typeof fact === "string");
  return facts.length > 0 && <p className={styles.facts}>{facts.join(" · ")}</p>;
}
