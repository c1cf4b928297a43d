/** Korean: the dialog that takes a user's own sentence pairs. */
import type { Translation } from "../translation";

export const pairs: Translation["pairs"] = {
  open: "직접 문장 쌍 넣기",
  title: "직접 문장 쌍 넣기",
  intro:
    "한 줄에 한 쌍: 입력 문장, 탭(또는 “ | ”), 출력 문장. 그 뒤의 열은 무시합니다. 문장은 이 기기 밖으로 나가지 않습니다.",
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
    unknown: "<unk>로 바뀐 토큰",
    sides: "입력과 출력",
    vocabulary: "학습용 쌍에서 만든 어휘 수",
    seenOnce: "그중 한 번만 나오는 토큰",
    rare: "한도를 넘어 빠진 드문 토큰",
    coverage: "검증용 토큰 중 어휘에 있는 비율",
    lengths: "길이(토큰 수)",
    oneLength: "모두 {{least}}",
    lengthsValue: "{{least}}~{{most}}, 가운데 절반은 {{lower}}~{{upper}}, 중앙값 {{median}}",
    dropped: "뺀 쌍: {{total}}",
    noneDropped: "뺀 쌍이 없습니다.",
    reasons: {
      oneColumn: "탭 없음",
      emptySide: "한쪽이 빔",
      tooLong: "너무 김",
      duplicate: "중복",
      overLimit: "최대 쌍 수 초과",
    },
    first: "처음 몇 쌍을 토큰으로 나눈 모습",
    unknownToken: "{{token}}, 어휘에 없음",
    source: "입력 문장",
    target: "출력 문장",
    tooSmall: {
      title: "학습하기에 너무 적을 수 있습니다",
      fewPairs:
        "학습용 쌍이 {{train}}개뿐입니다. {{enough}}개보다 적으면 신경망이 규칙을 배우지 못하고 문장을 통째로 외워서 검증용 문장을 잘 풀지 못합니다. 문장 쌍을 더 넣으세요.",
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
        "배울 출력 토큰이 약 {{tokens}}개입니다. 은닉 크기는 {{value}} 정도가 여유 있으면서도 빨리 학습합니다.",
      littleToLearn:
        "배울 출력 토큰이 약 {{tokens}}개입니다. 은닉 크기는 {{value}} 정도면 충분하고, 더 크면 통째로 외우기 쉽습니다.",
      fewTokens:
        "서로 다른 토큰이 {{vocabulary}}개로 적어서 임베딩 차원은 {{value}} 정도면 충분합니다.",
      manyTokens:
        "서로 다른 토큰이 {{vocabulary}}개이므로 임베딩 차원은 {{value}} 정도가 알맞습니다.",
      looksAhead:
        "입력이 최대 {{longest}}토큰입니다. 양방향으로 읽으면 각 상태가 뒤에 오는 토큰도 압니다.",
      seenOnce:
        "한쪽 어휘의 토큰 {{onceOf}}개 가운데 {{once}}개가 한 번만 나옵니다. 드롭아웃이 통째로 외우는 것을 막아 줍니다.",
      fewPairs:
        "학습용 쌍 {{train}}개가 여러 번 되풀이됩니다. 드롭아웃이 통째로 외우는 것을 막아 줍니다.",
      manyPairs:
        "학습용 쌍이 {{train}}개라서 되풀이되는 일이 드뭅니다. 드롭아웃은 조금이면 됩니다.",
      moreUpdates:
        "학습용 쌍이 {{train}}개로 적습니다. 배치 크기가 {{value}} 정도면 한 번 훑는 동안 충분히 자주 갱신합니다.",
      steadyUpdates:
        "학습용 쌍이 {{train}}개이므로 배치 크기가 {{value}} 정도면 자주, 그러면서도 안정적으로 갱신합니다.",
      usualRate:
        "이런 문장 쌍은 0.003~0.006에서 비슷하게 배웠고, 0.001에서는 훨씬 느리게 배웠습니다.",
      passes:
        "학습용 쌍 {{train}}개를 약 {{passes}}번 훑습니다. 더 오래 학습해도 검증용 문장에는 별 도움이 되지 않습니다.",
      longEnough:
        "학습용 쌍 {{train}}개를 약 {{passes}}번 훑는 길이로, 수업 한 번에 충분합니다. 계속 나아지면 더 학습하세요.",
    },
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
    forgetAll: "모두 지우기",
    forgetAllAsk: "이 기기에 저장된 {{total}}개를 모두 삭제할까요?",
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
        "이미 {{most}}개가 저장되어 있어 이 문장 쌍은 저장하지 못했습니다. 페이지를 닫을 때까지는 그대로 쓸 수 있고, 하나를 삭제하면 자리가 생깁니다.",
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
