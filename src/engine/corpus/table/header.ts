/** Tells a first row that names the columns from a first pair. */

/** Names that data sets of this field give to their columns, in lower case. */
const NAMES = new Set(
  `id idx index no number sn source target src tgt trg tar input output question answer q a label tag tags topic category
  sentence sentence1 sentence2 text text1 text2 translation original english french korean german spanish japanese
  chinese italian russian portuguese vietnamese en eng fr fra ko kor kr de deu ger es spa ja jpn jp zh zho cn vi it ru pt
  word phonemes pronunciation pinyin front back notes lic license attribution prompt response instruction
  번호 원문 번역문 번역 질문 답변 답 문장 한국어 영어 영문 국문 대화 주제 분류 일본어 중국어 단어 발음 뜻`
    .split(/\s+/)
    .map((name) => name.normalize("NFC")),
);

const LONGEST_NAME = 40; // characters

/** Whether the first of these rows names the columns. */
export function isHeader([first, ...others]: readonly (readonly string[])[]): boolean {
  if (!first || others.length === 0) return false;
  const names = first.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== "");
  const areNames = filled.every(
    (name) => name.length <= LONGEST_NAME && !/[.?!。？！]$/.test(name),
  );
  if (!areNames || new Set(filled).size < filled.length || filled.length < 2) return false;
  const known = filled.filter((name) => isName(name)).length;
  return known >= 2 || (known === 1 && filled.length > 2) || isOverNumbers(names, others);
}

/** "한국어(원문)" and "source_text" have a name as their first part. */
function isName(name: string): boolean {
  const clean = name.toLowerCase().normalize("NFC");
  return NAMES.has(clean) || NAMES.has(clean.split(/[\s_.(:-]/, 1)[0] ?? "");
}

/** Whether a column has numbers in all rows but the first. */
function isOverNumbers(names: readonly string[], others: readonly (readonly string[])[]): boolean {
  return names.some(
    (name, column) =>
      name !== "" &&
      !isNumber(name) &&
      others.length >= 5 &&
      others.every((row) => isNumber(row[column] ?? "")),
  );
}

export function isNumber(cell: string): boolean {
  return /^[-+]?[\d.,]*\d[\d.,]*%?$/.test(cell.trim());
}
