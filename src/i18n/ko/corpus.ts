/** Korean: the dialog that takes a user's own sentence pairs. It loads with the dialog. */
import type { CorpusTexts } from "../lateTexts";

export const corpus: CorpusTexts = {
  title: "내 문장 쌍 쓰기",
  close: "닫기",
  source: "원문",
  target: "정답",
  ready: {
    title: "파일이 없다면",
    about:
      "이 페이지의 문법 규칙으로 만든 쉬운 문장 3,000쌍입니다. 누가, 언제, 어디서, 무엇을 하는지를 말합니다. 1~2분이면 번역을 배웁니다.",
    koreanEnglish: "한국어 → 영어",
    englishKorean: "영어 → 한국어",
    englishFrench: "영어 → 프랑스어",
    missing: "문장을 불러오지 못했습니다. 네트워크 연결을 확인하고 버튼을 다시 누르세요.",
  },
  give: {
    title: "문장 쌍 넣기",
    intro:
      "번역, 철자 변환, 질문과 답 등 {{least}}쌍 이상이면 됩니다. 문장은 이 기기 밖으로 나가지 않습니다.",
    choose: "파일 선택",
    drop: "또는 페이지 아무 곳에나 끌어다 놓으세요",
    kinds:
      "원문과 정답이 함께 든 파일 하나(.txt, .csv, .tsv, .json, .xlsx) 또는 한 줄에 한 문장씩 든 파일 두 개. .zip이나 .gz로 압축되어 있어도 됩니다.",
    chosen: "{{name}}, {{size}}MB",
    chosenSmall: "{{name}}, {{size}}kB",
    remove: "빼기",
    or: "또는 엑셀에서 복사한 행이나, 원문과 정답을 탭으로 나눈 줄을 붙여 넣으세요",
    text: "문장 쌍",
    placeholder: "좋은 아침\tgood morning\n고맙습니다\tthank you",
    pasted: "붙여 넣은 텍스트",
  },
  look: {
    title: "읽은 결과 살펴보기",
    reading: "읽는 중…",
    readingPart: "읽는 중… {{share}}",
    cancel: "취소",
    cancelled: "읽기를 취소했습니다.",
    again: "다시 읽기",
    usable: "{{read}}행에서 {{kept}}쌍을 쓸 수 있습니다.",
  },
  how: {
    title: "파일을 읽는 방법",
    auto: "자동",
    automatic: "자동: {{value}}",
    member: { zip: "압축 파일 안의 파일", xlsx: "시트", gz: "압축 파일 안의 파일" },
    encoding: {
      label: "인코딩",
      why: {
        mark: "파일에 표시되어 있습니다.",
        valid: "모든 바이트가 올바른 UTF-8입니다.",
        content: "파일에 표시가 없어, 가장 자연스럽게 읽히는 인코딩을 골랐습니다.",
        chosen: "직접 고른 인코딩입니다.",
      },
      others: "같은 부분을 다른 인코딩으로 읽으면",
      take: "{{encoding}}: 이 인코딩으로 읽기",
      names: {
        "utf-8": "UTF-8",
        "utf-16le": "UTF-16(리틀 엔디언)",
        "utf-16be": "UTF-16(빅 엔디언)",
        "euc-kr": "CP949(한국어, EUC-KR)",
        shift_jis: "Shift_JIS(일본어)",
        "windows-1252": "Windows-1252(서유럽어)",
      },
    },
    delimiter: {
      label: "열 구분",
      names: {
        tab: "탭",
        bar: "세로줄 |",
        bars: "세로줄 세 개 |||",
        semicolon: "세미콜론 ;",
        comma: "쉼표 ,",
        space: "첫 번째 공백",
      },
    },
    header: "첫 행은 열 이름",
    comments: "주석이라서 뺀 줄: {{comments}}개",
    cleaned: "<br>이나 [sound:…] 같은 표시를 지운 칸: {{cleaned}}개",
    quotes: "칸을 둘러싼 따옴표는 CSV 방식으로 읽으므로 한 칸 안에 줄바꿈이 들어 있어도 됩니다.",
    containers: { gz: ".gz 압축을 풂", zip: ".zip 압축을 풂", xlsx: "엑셀 통합 문서" },
    kinds: {
      json: "JSON",
      jsonLines: "JSON Lines",
      twoFiles: "같은 줄끼리 짝지은 두 파일",
      spreadsheet: "스프레드시트",
    },
  },
  columns: {
    title: "열",
    scroller: "열 목록 표",
    column: "{{number}}열",
    role: "{{column}}의 쓰임",
    ignored: "쓰지 않음",
    exchange: "원문과 정답 바꾸기",
    firstCells: "처음 몇 칸",
    kinds: {
      text: "문장",
      number: "숫자",
      constant: "거의 같은 내용",
      label: "몇 가지 값뿐",
      empty: "비어 있음",
      long: "긴 글",
    },
    emptyCell: "빈칸",
  },
  units: {
    title: "토큰",
    label: { source: "원문의 토큰 단위", target: "정답의 토큰 단위" },
    names: {
      words: "단어",
      characters: "글자",
      jamo: "자모",
      separated: "공백으로 나뉜 그대로",
      segmented: "브라우저가 나눈 단어",
    },
    notes: {
      noSpaces: "단어 사이를 띄어 쓰지 않는 문자입니다.",
      oneWord: "대부분 한 단어입니다. 글자는 되풀이되지만 단어는 그렇지 않습니다.",
      phonemes: "몇 가지 기호를 공백으로 나누어 쓴 것입니다.",
    },
    simplify: "소문자로 바꾸고 문장 부호를 따로 떼기",
    fold: "전각 문자, 합자, 둥근 따옴표를 보통 문자로 바꾸기",
    folds: { on: "바뀐 문자: {{list}}.", off: "바꾸면 달라질 문자: {{list}}." },
    foldOne: "{{from}} → {{to}}({{count}}번)",
  },
  limits: {
    title: "남길 쌍 고르기",
    maxSource: "원문의 최대 길이",
    maxTarget: "정답의 최대 길이",
    tokens: "토큰 {{length}}개",
    keeps: "{{pairs}}쌍 가운데 {{kept}}쌍이 남습니다.",
    prefixes: "‘i am’, ‘he is’ 등으로 시작하는 문장만",
    prefixesHelp:
      "PyTorch 튜토리얼에서 쓰는 조건입니다. 튜토리얼의 결과를 재현할 때 쓰며, 한쪽이 영어일 때 알맞습니다.",
    more: "그 밖의 한도",
    maxPairs: { label: "최대 쌍 수", help: "그 뒤에 나오는 행은 뺍니다." },
    maxVocabulary: {
      label: "최대 어휘 수",
      help: "원문과 정답 각각의 토큰 수입니다. 드문 토큰은 <unk>로 바뀝니다.",
    },
  },
  leftOut: {
    title: "뺀 행: {{total}}",
    none: "뺀 행이 없습니다.",
    reasons: {
      oneColumn: "행은 열이 하나뿐임",
      emptySide: "행은 한쪽이 비어 있음",
      brokenQuotes: "행은 따옴표가 닫히지 않음",
      brokenRecord: "행은 올바른 JSON이 아님",
      lineTooLong: "행은 줄이 너무 김",
      noPrefix: "쌍은 정해진 말로 시작하지 않음",
      tooLong: "쌍은 최대 길이를 넘음",
      duplicate: "쌍은 앞의 쌍과 같음",
      overLimit: "쌍은 최대 쌍 수를 넘음",
    },
    rows: "처음에 뺀 행 {{count}}개",
    line: "줄",
    why: "이유",
    begins: "내용",
    short: {
      oneColumn: "열이 하나뿐임",
      emptySide: "한쪽이 빔",
      brokenQuotes: "따옴표가 안 닫힘",
      brokenRecord: "JSON이 아님",
      lineTooLong: "줄이 너무 김",
      noPrefix: "다른 말로 시작함",
      tooLong: "너무 긺",
      duplicate: "중복",
      overLimit: "최대 쌍 수를 넘음",
    },
  },
  summary: {
    title: "숫자로 보기",
    read: "읽은 행",
    kept: "사용할 쌍",
    split: "학습용 / 검증용",
    splitValue: "{{train}} / {{heldOut}}",
    unknown: "<unk>로 바뀐 토큰",
    sides: "원문과 정답",
    vocabulary: "학습용 쌍에서 만든 어휘 수",
    seenOnce: "그중 한 번만 나오는 토큰",
    rare: "한도를 넘어 빠진 드문 토큰",
    coverage: "검증용 토큰 중 어휘에 있는 비율",
    lengths: "길이(토큰 수)",
    oneLength: "모두 {{least}}",
    lengthsValue: "{{least}}~{{most}}, 사분위 범위 {{lower}}~{{upper}}, 중앙값 {{median}}",
    first: "처음 몇 쌍을 토큰으로 나눈 모습",
    unknownToken: "{{token}}, 어휘에 없음",
    tooSmall: {
      title: "학습하기에 너무 적을 수 있습니다",
      fewPairs:
        "학습용 쌍이 {{train}}개뿐입니다. {{enough}}개보다 적으면 신경망이 규칙을 배우지 못하고 문장을 통째로 외우기 쉽습니다(과적합). 그러면 검증용 문장을 잘 풀지 못합니다. 문장 쌍을 더 넣으세요.",
      seenOnce:
        "한쪽 어휘의 토큰 {{vocabulary}}개 가운데 {{once}}개는 학습용 쌍에 한 번만 나와서 쓰임을 배우기 어렵습니다. 문장 쌍을 더 넣거나 ‘최대 어휘 수’를 줄이세요.",
      characters: "단어 대신 글자로 읽기",
      jamo: "단어 대신 자모로 읽기",
    },
  },
  use: {
    title: "학습하기",
    plan: "새 모델이 학습용 {{train}}쌍으로 학습하고, 학습하는 동안 검증용 {{heldOut}}쌍으로 평가합니다.",
    steps:
      "최대 {{steps}}회 업데이트하며, 검증 결과가 더 나아지지 않으면 그 전에 멈춥니다(조기 종료).",
    timing: "이 기기에서 걸리는 시간을 재고 있습니다…",
    time: "이 기기에서 끝까지 학습하면 약 {{time}} 걸립니다.",
    export: "이 문장 쌍을 파일로 저장(.tsv)",
    exportName: "문장쌍",
    exportLost: "이 문장 쌍을 파일로 쓰지 못했습니다. 먼저 다시 읽어 주세요.",
    act: "이 문장 쌍 사용",
    whyNot: {
      nothing: "먼저 문장 쌍을 넣으세요.",
      reading: "아직 읽는 중입니다.",
      unusable: "이대로는 사용할 수 없습니다.",
      stopped: "계산 엔진이 실행되고 있지 않습니다.",
    },
    hint: {
      same: "새 모델을 시작합니다. ‘되돌리기’를 누르면 현재 모델이 다시 나옵니다.",
      own: "지금 설정으로 새 모델을 시작합니다. ‘되돌리기’를 누르면 현재 모델이 다시 나옵니다.",
      proposed:
        "제안한 설정으로 새 모델을 시작합니다. ‘되돌리기’를 누르면 현재 모델이 다시 나옵니다.",
    },
  },
  proposal: {
    title: "이 문장 쌍에 제안하는 설정",
    change: "현재 {{now}}, 제안 {{next}}",
    take: "제안한 설정 사용",
    leave: "내 설정 유지",
    offered: "새 모델은 지금 설정을 그대로 씁니다.",
    taken: "새 모델은 이 설정을 씁니다.",
    already: "지금 설정이 이 문장 쌍에 제안할 설정과 같습니다.",
    because: {
      muchToLearn:
        "배울 정답 토큰이 약 {{tokens}}개입니다. 은닉 크기가 {{value}} 정도면 여유가 있으면서도 빨리 학습합니다.",
      littleToLearn:
        "배울 정답 토큰이 약 {{tokens}}개입니다. 은닉 크기는 {{value}} 정도면 충분하고, 더 크면 통째로 외우기 쉽습니다.",
      fewTokens:
        "서로 다른 토큰이 {{vocabulary}}개로 적어서 임베딩 차원은 {{value}} 정도면 충분합니다.",
      manyTokens:
        "서로 다른 토큰이 {{vocabulary}}개이므로 임베딩 차원은 {{value}} 정도가 알맞습니다.",
      looksAhead:
        "원문이 최대 {{longest}}토큰입니다. 양방향으로 읽으면 각 상태에 뒤에 오는 토큰의 정보도 담깁니다.",
      seenOnce:
        "한쪽 어휘의 토큰 {{onceOf}}개 가운데 {{once}}개가 한 번만 나옵니다. 드롭아웃이 통째로 외우는 것을 막아 줍니다.",
      fewPairs:
        "학습용 쌍 {{train}}개가 여러 번 되풀이됩니다. 드롭아웃이 통째로 외우는 것을 막아 줍니다.",
      manyPairs:
        "학습용 쌍이 {{train}}개라서 되풀이되는 일이 드뭅니다. 드롭아웃은 조금이면 됩니다.",
      moreUpdates:
        "학습용 쌍이 {{train}}개로 적습니다. 배치 크기가 {{value}} 정도면 한 에폭(전체를 한 번 학습) 동안 업데이트를 충분히 많이 합니다.",
      steadyUpdates:
        "학습용 쌍이 {{train}}개이므로 배치 크기가 {{value}} 정도면 한 에폭(전체를 한 번 학습) 동안 업데이트를 많이 하면서도 안정적으로 학습합니다.",
      usualRate:
        "비슷한 데이터로 실험했을 때 학습률 0.003~0.006은 결과가 비슷했고, 0.001은 훨씬 느렸습니다.",
      passes:
        "학습용 쌍 {{train}}개로 약 {{passes}}에폭입니다. 검증 결과가 더 나아지지 않으면 그 전에 멈춥니다.",
      longEnough:
        "학습용 쌍 {{train}}개로 약 {{passes}}에폭입니다. 검증 결과가 계속 나아지면 더 학습하세요.",
    },
  },
  problems: {
    file: "‘{{name}}’",
    files: "넣은 파일",
    text: "넣은 텍스트",
    empty: "내용이 없습니다. 한 줄에 한 쌍씩 원문, 탭, 정답을 넣으세요.",
    tooLarge:
      "{{what}}: {{size}}MB는 너무 큽니다. 최대 {{limit}}MB까지 읽을 수 있습니다. 앞부분만 잘라서 다시 시도하세요.",
    unpackedTooLarge:
      "{{what}}: 압축을 풀면 {{limit}}MB가 넘어 읽지 않았습니다. 압축을 풀고 문장 쌍이 든 파일만 넣으세요.",
    tooManyFiles:
      "파일이 {{files}}개입니다. 원문과 정답이 함께 든 파일 하나, 또는 한 줄에 한 문장씩 든 파일 두 개를 넣으세요.",
    unreadable:
      "{{what}}: 더 이상 읽을 수 없습니다. 고른 뒤에 내용이 바뀌었거나 파일이 없어졌습니다. 다시 골라 주세요.",
    notText: "{{what}}: 문장 쌍이 든 표가 아니라 {{format}}입니다. {{way}}",
    damaged:
      "{{what}}: 파일이 손상되어 {{container}} 형식으로 열 수 없습니다. 다시 내려받거나 다시 저장하세요.",
    locked: "{{what}}: 암호가 걸려 있습니다. 압축을 풀고 그 안의 파일을 넣으세요.",
    noMember: "{{what}}: 안에 읽을 수 있는 파일이 없습니다. 들어 있는 파일: {{files}}.",
    encoding:
      "{{what}}: {{encoding}} 텍스트가 아닙니다. {{byte}}번째 바이트를 읽을 수 없습니다. 다른 인코딩을 고르세요.",
    noColumns:
      "줄을 두 열로 나눌 수 없습니다. {{line}}번째 줄: ‘{{text}}’. 원문과 정답 사이에 탭을 넣거나 ‘열 구분’을 고르세요.",
    tooManyColumns:
      "{{line}}번째 줄에 열이 {{columns}}개 있습니다. 최대 {{limit}}개까지 읽을 수 있습니다. ‘열 구분’을 다시 고르세요.",
    brokenJson:
      "JSON의 {{line}}번째 줄이 잘못되었습니다: ‘{{quote}}’. 파일에서 이 부분을 고치세요.",
    noFields:
      "이 JSON에는 텍스트가 두 개씩 든 레코드 목록이 없습니다. 찾은 것: {{fields}}. 레코드마다 원문과 정답 필드가 하나씩 있어야 합니다.",
    noFieldsAtAll:
      "이 JSON에는 텍스트가 두 개씩 든 레코드 목록이 없습니다. 레코드마다 원문과 정답 필드가 하나씩 있어야 합니다.",
    unequalLines:
      "두 파일의 줄 수가 달라 짝을 지을 수 없습니다. ‘{{first}}’: {{firstLines}}줄, ‘{{second}}’: {{secondLines}}줄. 줄 수가 같은 두 파일을 넣으세요.",
    unequalFrom:
      "두 파일의 줄 수가 달라 짝을 지을 수 없습니다. ‘{{first}}’: {{firstLines}}줄, ‘{{second}}’: {{secondLines}}줄. {{line}}번째 줄부터 살펴보세요. 그 줄은 한쪽 파일에서만 비어 있습니다.",
    tooFew:
      "{{read}}행 가운데 남은 쌍이 {{kept}}개뿐입니다. 최소 {{least}}개가 필요합니다. 행을 더 넣으세요.",
    tooFewLong:
      "{{read}}행 가운데 남은 쌍이 {{kept}}개뿐입니다. 최소 {{least}}개가 필요합니다. 최대 길이를 늘리거나 행을 더 넣으세요.",
    tooFewPrefix:
      "{{read}}행 가운데 정해진 말로 시작하는 쌍이 {{kept}}개뿐입니다. 최소 {{least}}개가 필요합니다. 이 조건을 끄거나 행을 더 넣으세요.",
    formats: {
      xls: "옛 엑셀 파일(.xls)",
      doc: "옛 워드 파일(.doc)",
      ppt: "옛 파워포인트 파일(.ppt)",
      docx: "워드 파일(.docx)",
      pptx: "파워포인트 파일(.pptx)",
      odt: "OpenDocument 텍스트(.odt)",
      ods: "OpenDocument 스프레드시트(.ods)",
      numbers: "Numbers 파일",
      pdf: "PDF 파일",
      hwp: "한글 문서(.hwp)",
      hwpx: "한글 문서(.hwpx)",
      rtf: "서식 있는 텍스트(.rtf)",
      png: "그림 파일(PNG)",
      jpeg: "그림 파일(JPEG)",
      gif: "그림 파일(GIF)",
      rar: "압축 파일(.rar)",
      "7z": "압축 파일(.7z)",
      tar: "묶음 파일(.tar)",
      tarGz: "압축 파일(.tar.gz)",
      bz2: "압축 파일(.bz2)",
      xz: "압축 파일(.xz)",
      zstd: "압축 파일(.zst)",
      sqlite: "데이터베이스(SQLite)",
      anki: "Anki 덱",
      epub: "전자책(.epub)",
      locked: "암호가 걸린 오피스 파일",
      model: "이 페이지의 모델 파일",
      binary: "종류를 알 수 없는 파일",
    },
    ways: {
      sheet: "스프레드시트 프로그램에서 열어 .xlsx나 ‘CSV UTF-8’로 저장하세요.",
      copy: "문서를 열어 문장 쌍이 든 두 열을 복사한 뒤 여기에 붙여 넣으세요.",
      picture: "문장 쌍을 텍스트로 넣으세요.",
      unpack: "압축을 풀고 문장 쌍이 든 파일을 넣으세요.",
      database: "문장 쌍이 든 표를 CSV로 내보내세요.",
      anki: "Anki의 ‘내보내기’에서 ‘노트 내용(텍스트, .txt)’을 고르세요.",
      password: "암호를 없애고 다시 저장하세요.",
      model: "‘학습’ 탭의 ‘모델 열기’로 여세요.",
      other: "텍스트 파일이나 .csv, .json, .xlsx 파일을 넣으세요.",
    },
  },
  kept: {
    title: "이 기기에 저장된 문장 쌍",
    choose: "‘{{name}}’ 선택",
    size: "{{size}}kB",
    used: "마지막 사용 {{date}}",
    rename: "이름 바꾸기",
    renameThis: "‘{{name}}’ 이름 바꾸기",
    newName: "‘{{name}}’의 새 이름",
    save: "저장",
    delete: "삭제",
    deleteThis: "‘{{name}}’ 삭제",
    deleteAsk: "이 기기에서 ‘{{name}}’ 항목을 삭제할까요?",
    forgetAll: "저장된 쌍 모두 삭제",
    forgetAllAsk: "이 기기에 저장된 문장 쌍 묶음 {{total}}개를 모두 삭제할까요?",
    deleteAll: "모두 삭제",
    deleted: "삭제했습니다.",
    cancel: "취소",
    keep: "이 기기에 문장 쌍 저장",
    keepHint:
      "이 기기의 이 브라우저에만 저장되고 어디로도 전송되지 않습니다. 언제든지 이 창에서 삭제할 수 있습니다.",
  },
};
