/** Korean: the dialog that takes a user's own sentence pairs. */
import type { Translation } from "../translation";

export const pairs: Translation["pairs"] = {
  away: {
    reason:
      "이 모델을 학습한 문장 쌍이 여기에 없습니다. 디코딩만 할 수 있고 학습은 할 수 없습니다.",
    give: "문장 쌍 넣기",
  },
  open: "내 문장 쌍 쓰기",
  title: "내 문장 쌍 쓰기",
  intro:
    "{{least}}줄 이상, 한 줄에 한 쌍씩 원문(source), 탭(또는 ‘ | ’), 정답(target) 순서로 씁니다. 그 뒤의 열은 무시합니다. 문장은 이 기기 밖으로 나가지 않습니다.",
  file: "파일 선택",
  drop: "또는 텍스트 파일을 여기에 끌어다 놓으세요",
  chosen: "{{name}}, {{size}}MB",
  chosenSmall: "{{name}}, {{size}}kB",
  placeholder: "좋은 아침\tgood morning\n고맙습니다\tthank you",
  pasted: "붙여 넣은 텍스트",
  text: "문장 쌍",
  options: "읽는 방법",
  unit: { label: "토큰 단위", word: "단어", character: "글자" },
  swap: "둘째 열을 원문으로 쓰기",
  simplify: "소문자로 바꾸고 문장 부호를 따로 떼기",
  maxLength: { label: "최대 길이", help: "토큰 수입니다. 더 긴 쌍은 뺍니다." },
  maxPairs: { label: "최대 쌍 수", help: "그 뒤에 나오는 줄은 뺍니다." },
  maxVocabulary: {
    label: "최대 어휘 수",
    help: "원문과 정답 각각의 토큰 수입니다. 드문 토큰은 <unk>로 바뀝니다.",
  },
  preview: {
    title: "읽은 결과",
    waiting: "파일을 선택하거나 문장 쌍을 붙여 넣으면 결과가 여기에 나타납니다.",
    reading: "읽는 중…",
    readingLong: "{{size}}MB를 읽는 중입니다. 몇 초 걸릴 수 있습니다.",
    usable: "사용할 수 있는 문장 쌍입니다.",
    read: "읽은 쌍",
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
    dropped: "뺀 쌍: {{total}}",
    noneDropped: "뺀 쌍이 없습니다.",
    reasons: {
      oneColumn: "탭이나 ‘ | ’가 없음",
      emptySide: "쌍은 한쪽이 비어 있음",
      tooLong: "쌍은 너무 김",
      duplicate: "쌍은 앞의 쌍과 같음",
      overLimit: "쌍은 최대 쌍 수를 넘음",
    },
    first: "처음 몇 쌍을 토큰으로 나눈 모습",
    unknownToken: "{{token}}, 어휘에 없음",
    source: "원문",
    target: "정답",
    tooSmall: {
      title: "학습하기에 너무 적을 수 있습니다",
      fewPairs:
        "학습용 쌍이 {{train}}개뿐입니다. {{enough}}개보다 적으면 신경망이 규칙을 배우지 못하고 문장을 통째로 외우기 쉽습니다(과적합). 그러면 검증용 문장을 잘 풀지 못합니다. 문장 쌍을 더 넣으세요.",
      seenOnce:
        "한쪽 어휘의 토큰 {{vocabulary}}개 가운데 {{once}}개는 학습용 쌍에 한 번만 나와서 쓰임을 배우기 어렵습니다. 문장 쌍을 더 넣거나, ‘최대 어휘 수’를 줄이거나, 토큰 단위를 글자로 바꾸세요.",
    },
  },
  proposal: {
    title: "이 문장 쌍에 제안하는 설정",
    change: "현재 {{now}}, 제안 {{next}}",
    take: "이 설정 사용",
    leave: "내 설정 유지",
    offered: "이 설정을 고르지 않으면 지금 설정이 그대로 유지됩니다.",
    taken: "문장 쌍을 사용할 때 이 설정이 적용됩니다.",
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
        "학습용 쌍 {{train}}개로 약 {{passes}}에폭입니다. 더 오래 학습하면 검증 손실은 오히려 나빠지기 쉽습니다.",
      longEnough:
        "학습용 쌍 {{train}}개로 약 {{passes}}에폭입니다. 검증 결과가 계속 나아지면 더 학습하세요.",
    },
  },
  problems: {
    empty: "내용이 없습니다. 한 줄에 한 쌍씩 원문, 탭, 정답을 넣으세요.",
    tooLarge:
      "크기가 {{size}}MB입니다. 최대 {{limit}}MB까지 읽을 수 있습니다. 앞부분만 잘라서 다시 시도하세요.",
    unreadable:
      "파일을 더 이상 읽을 수 없습니다. 고른 뒤에 내용이 바뀌었거나 파일이 없어졌습니다. 다시 골라 주세요.",
    encoding:
      "UTF-8 텍스트가 아닙니다({{byte}}번째 바이트). 엑셀 파일(.xlsx)이거나 한국어 Windows 인코딩(CP949)으로 저장된 파일일 수 있습니다. 엑셀이라면 두 열을 복사해 붙여 넣고, 메모장이라면 ‘다른 이름으로 저장’에서 인코딩을 UTF-8로 고르세요.",
    noTabs:
      "원문과 정답 사이에 탭이나 ‘ | ’가 있는 줄이 없습니다. {{line}}번째 줄: ‘{{text}}’. 둘 사이에 탭을 하나 넣으세요. 엑셀이라면 두 열을 복사해 아래 칸에 붙여 넣거나 ‘유니코드 텍스트(*.txt)’로 저장하세요.",
    tooFew:
      "{{read}}줄 가운데 남은 쌍이 {{kept}}개뿐입니다. 최소 {{least}}개가 필요합니다. 줄을 더 넣으세요.",
    tooFewLong:
      "{{read}}줄 가운데 남은 쌍이 {{kept}}개뿐입니다. 최소 {{least}}개가 필요합니다. 줄을 더 넣거나 최대 길이를 늘리세요.",
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
    problems: {
      unavailable:
        "이 브라우저에는 저장할 수 없습니다(시크릿 창 등). 페이지를 닫을 때까지는 문장 쌍을 그대로 쓸 수 있습니다.",
      full: "브라우저의 저장 공간이 가득 차서 문장 쌍을 저장하지 못했습니다. 페이지를 닫을 때까지는 그대로 쓸 수 있고, 저장된 것을 삭제하면 자리가 생깁니다.",
      tooMany:
        "문장 쌍 묶음이 이미 {{most}}개 저장되어 있어 이 문장 쌍은 저장하지 못했습니다. 페이지를 닫을 때까지는 그대로 쓸 수 있고, 하나를 삭제하면 자리가 생깁니다.",
      tooLarge:
        "너무 커서 저장하지 못했습니다. 페이지를 닫을 때까지는 문장 쌍을 그대로 쓸 수 있습니다.",
      gone: "이 기기에 더 이상 저장되어 있지 않습니다. 다른 탭에서 삭제했을 수 있습니다.",
      slow: "브라우저의 저장소가 아직 응답하지 않습니다. 기기가 바쁠 수 있습니다. 나머지 기능은 그대로 쓸 수 있으니 잠시 뒤 다시 시도해 보세요.",
      failed:
        "브라우저가 저장된 내용을 읽거나 바꾸지 못했습니다. 나머지 기능은 그대로 쓸 수 있습니다. 다시 시도해 보세요.",
    },
  },
  inUse: {
    name: "사용 중인 문장 쌍: ‘{{name}}’.",
    kept: "이 기기에 저장되어 있습니다.",
    unkept: "이 기기에 저장하지 않아 페이지를 닫으면 사라집니다.",
  },
  use: "이 문장 쌍 사용",
  close: "닫기",
  whyNot: {
    nothing: "먼저 문장 쌍을 넣으세요.",
    reading: "아직 읽는 중입니다.",
    unusable: "이대로는 사용할 수 없습니다.",
    stopped: "계산 엔진이 실행되고 있지 않습니다.",
  },
  useHint: {
    same: "이 문장 쌍으로 새 모델을 시작합니다. 그 전까지 현재 모델은 그대로입니다.",
    own: "이 문장 쌍과 지금 설정으로 새 모델을 시작합니다. 제안한 설정은 쓰지 않습니다.",
    proposed: "이 문장 쌍과 제안한 설정으로 새 모델을 시작합니다.",
  },
};
