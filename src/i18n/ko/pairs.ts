/** Korean: the dialog that takes a user's own sentence pairs. */
export const pairs = {
  open: "직접 문장 쌍 넣기",
  title: "직접 문장 쌍 넣기",
  intro:
    "한 줄에 한 쌍: 입력 문장, 탭(또는 “ | ”), 출력 문장. 그 뒤의 열은 무시합니다. 문장은 이 브라우저 밖으로 나가지 않습니다.",
  file: "파일 선택",
  drop: "또는 텍스트 파일을 여기에 끌어다 놓으세요",
  chosen: "{{name}}, {{size}}MB",
  placeholder: "좋은 아침\tgood morning\n고맙습니다\tthank you",
  pasted: "붙여 넣은 텍스트",
  text: "문장 쌍",
  options: "읽는 방법",
  unit: { label: "토큰 단위", word: "단어", character: "글자" },
  swap: "둘째 열이 입력 문장",
  simplify: "소문자로 바꾸고 문장 부호 분리",
  maxLength: { label: "최대 길이", help: "토큰 수. 더 긴 쌍은 뺍니다." },
  maxPairs: { label: "최대 쌍 수", help: "그 뒤의 줄은 뺍니다." },
  maxVocabulary: {
    label: "최대 어휘 수",
    help: "입력과 출력 각각. 드문 토큰은 <unk>로 바뀝니다.",
  },
  preview: {
    title: "읽은 결과",
    waiting: "파일을 선택하거나 문장 쌍을 붙여넣으면 결과가 여기에 나타납니다.",
    reading: "읽는 중…",
    usable: "사용할 수 있는 문장 쌍입니다.",
    read: "읽은 쌍",
    kept: "사용할 쌍",
    split: "학습용 / 검증용",
    splitValue: "{{train}} / {{heldOut}}",
    vocabulary: "어휘 수, 입력 / 출력",
    vocabularyValue: "{{source}} / {{target}}",
    longest: "가장 긴 입력 / 출력",
    longestValue: "{{source}} / {{target}} 토큰",
    unknown: "<unk>로 바뀐 토큰",
    dropped: "뺀 쌍: {{total}}",
    noneDropped: "뺀 쌍이 없습니다.",
    reasons: {
      oneColumn: "탭 없음",
      emptySide: "한쪽이 빔",
      tooLong: "너무 김",
      duplicate: "중복",
      overLimit: "최대 쌍 수 초과",
    },
    first: "처음 몇 쌍",
    source: "입력 문장",
    target: "출력 문장",
  },
  problems: {
    empty: "내용이 없습니다. 한 줄에 한 쌍씩 입력 문장, 탭, 출력 문장을 넣으세요.",
    tooLarge:
      "크기가 {{size}}MB입니다. 최대 {{limit}}MB까지 읽을 수 있습니다. 앞부분만 잘라서 다시 시도하세요.",
    unreadable:
      "파일을 더 이상 읽을 수 없습니다. 고른 뒤에 내용이 바뀌었거나 파일이 없어졌습니다. 다시 골라 주세요.",
    encoding:
      "UTF-8 텍스트가 아닙니다. {{byte}}번째 바이트를 읽을 수 없습니다. 편집기에서 ‘다른 이름으로 저장’을 고르고 인코딩을 UTF-8로 저장한 뒤 다시 넣으세요.",
    noTabs:
      "입력과 출력 사이에 탭이 있는 줄이 없습니다. {{line}}번째 줄: “{{text}}”. 둘 사이에 탭을 하나 넣거나, 스프레드시트를 탭으로 구분된 텍스트로 저장하세요.",
    tooFew:
      "{{read}}줄 가운데 남은 쌍이 {{kept}}개뿐입니다. 최소 {{least}}개가 필요합니다. 줄을 더 넣거나 최대 길이를 늘리세요.",
  },
  use: "이 문장 쌍 사용",
  close: "닫기",
  whyNot: {
    nothing: "먼저 문장 쌍을 넣으세요.",
    reading: "아직 읽는 중입니다.",
    unusable: "이대로는 사용할 수 없습니다.",
    stopped: "계산 엔진이 실행되고 있지 않습니다.",
  },
  useHint: "이 문장 쌍으로 새 모델을 시작합니다. 그 전까지 현재 모델은 그대로입니다.",
} as const;
