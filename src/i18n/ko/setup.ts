/** Korean: the settings, each with one sentence on what it does. */
import type { Translation } from "../translation";
import { settingFields } from "./settingFields";

export const setup: Translation["setup"] = {
  title: "설정",
  rule: "설정을 바꾸면 그 설정의 다른 모델로 전환됩니다. ‘바로 적용’ 표시가 있는 설정만 현재 모델에 그대로 적용됩니다.",
  freshDone: "무작위 가중치의 새 모델로 시작했습니다.",
  bakedDone: "이 설정으로 미리 학습해 둔 모델을 보여 줍니다.",
  bakedOther:
    "미리 학습해 둔 모델을 보여 줍니다. 다만 학습할 때의 설정이 현재 설정과 다릅니다. 다른 설정: {{differences}}.",
  bakedDifference: "{{label}} {{baked}}(현재 설정은 {{wanted}})",
  locked: {
    why: "이 링크에서는 선생님이 설정을 잠가 두었습니다. 값은 볼 수 있지만 바꿀 수 없고, 다른 모델이나 문장 쌍의 파일도 열 수 없습니다. 되돌리기, 수업, 다른 링크는 그대로 쓸 수 있습니다.",
    tag: "잠김",
  },
  live: "바로 적용",
  range: "{{min}}~{{max}}, 기본값\u00a0{{initial}}.",
  toDefault: "{{field}}: 기본값 {{value}}",
  allDefaults: "모든 설정을 기본값으로",
  notANumber: "숫자가 아닙니다.",
  outOfRange: "{{min}}~{{max}} 사이의 숫자를 넣으세요.",
  equation: "수식",
  partOf: "{{part}}: {{field}}",
  tabsLabel: "설정 분류",
  tabs: { model: "모델", data: "데이터", training: "학습" },
  /** The ways to the networks that only read or only write. */
  halves: {
    label: "신경망의 절반만 쓰기",
    classifier: "이름의 언어 맞히기(읽기만)",
    generator: "이름을 한 글자씩 쓰기(쓰기만)",
  },
  chips: {
    data: "과제 바꾸기",
    model: "모델 바꾸기",
    attends: "{{cell}} {{size}} · {{attention}} · {{timing}}",
    plain: "{{cell}} {{size}} · {{attention}}",
    heads_one: "{{network}} {{size}} · 헤드 {{count}}개",
    heads_other: "{{network}} {{size}} · 헤드 {{count}}개",
    attention: {
      none: "어텐션 없음",
      dot: "내적(dot)",
      general: "일반(general)",
      diagonal: "대각(diagonal)",
      additive: "부가적(additive)",
      concat: "이어 붙이기(concat)",
    },
    timing: { bahdanau: "Bahdanau", luong: "Luong" },
  },
  groups: {
    difficulty: {
      title: "난이도",
      brief: "길이 {{shortest}}~{{longest}} · {{known}}",
      lengths: "길이 {{shortest}}~{{longest}}",
      fixed: "고정",
    },
    cells: { title: "셀과 층", brief: "{{cell}} · {{layers}}\u00a0×\u00a0{{hiddenSize}}" },
    reading: { title: "원문과 토큰", brief: "{{direction}} · {{tokenInput}}" },
    forcing: { title: "Teacher forcing", brief: "P\u00a0=\u00a0{{forcing}} · {{schedule}}" },
    updates: { title: "업데이트", brief: "{{learningRate}} · 배치 {{batchSize}}" },
    ending: { title: "종료 조건과 시드", brief: "업데이트 {{maxSteps}}회 · 시드 {{seed}}" },
  },
  blocked: {
    keysTooWide: "{{option}}: 단방향 인코더에서만",
    needsEqualSizes: "{{option}}: 지금 어텐션에서는 불가",
    unevenHeads: "{{option}}: 지금 크기에서는 불가",
  },
  obstacles: {
    keysTooWide:
      "{{options}}: 인코더가 양방향이라 인코더 상태는 2H차원이고 디코더 상태는 H차원입니다. 단방향으로 바꾸거나 일반(general)을 고르세요.",
    unevenHeads:
      "{{options}}: 헤드는 은닉 크기를 똑같이 나누어 씁니다. 지금 크기는 그렇게 나눌 수 없습니다.",
    needsEqualSizes:
      "{{options}}: 인코더 상태가 2H차원이 되어 지금의 어텐션을 쓸 수 없습니다. 먼저 어텐션을 일반(general) 등으로 바꾸세요.",
  },
  idle: {
    otherNetwork: "이 신경망에서는 쓰지 않는 설정입니다.",
    noAttention: "어텐션이 없으면 원문을 다시 보지 않으므로 효과가 없습니다.",
    bahdanauTiming:
      "Bahdanau 방식에서는 효과가 없습니다. 어텐션 은닉 상태 h̃를 다음 입력에 넣는 것은 Luong 방식에서만 됩니다.",
    oneLayer: "인코더가 한 층이면 디코더도 한 층이므로 효과가 없습니다.",
    onehot: "원핫 입력에서는 효과가 없습니다. 벡터의 차원이 곧 어휘의 크기입니다.",
    nothingToDrop: "지금은 효과가 없습니다. 드롭아웃은 임베딩과 층 사이에만 적용됩니다.",
    constant: "스케줄이 ‘일정’이면 효과가 없습니다.",
    floorHolds: "하한이 P 이상이면 P가 줄지 않으므로 효과가 없습니다.",
    alwaysTruth: "P가 1이면 항상 정답을 넣으므로 무작위로 고르지 않습니다.",
    alwaysModel: "P가 0이면 항상 모델의 출력을 넣으므로 효과가 없습니다.",
    fixed: "이 과제는 난이도가 하나뿐입니다.",
    ownPairs: "내 문장 쌍에는 난이도 설정이 없습니다.",
    endlessPairs:
      "이 과제에서는 효과가 없습니다. 업데이트할 때마다 새 문장 쌍을 만들어 쓰므로 외워서 풀 수 없습니다.",
  },
  units: {
    reverse: {
      lengths: "글자",
      symbols: "알파벳 글자",
      count: "알파벳 글자 수",
      known: "알파벳 글자 {{count}}개",
    },
    copy: {
      lengths: "글자",
      symbols: "알파벳 글자",
      count: "알파벳 글자 수",
      known: "알파벳 글자 {{count}}개",
    },
    sort: {
      lengths: "글자",
      symbols: "알파벳 글자",
      count: "알파벳 글자 수",
      known: "알파벳 글자 {{count}}개",
    },
    pigLatin: {
      lengths: "글자",
      symbols: "알파벳 글자",
      count: "알파벳 글자 수",
      known: "알파벳 글자 {{count}}개",
    },
    dates: {
      lengths: "날짜의 구성 요소",
      symbols: "날짜 표기",
      count: "날짜 표기 수",
      known: "날짜 표기 {{count}}가지",
    },
    numberWords: {
      lengths: "자리",
      symbols: "수 단어",
      count: "수 단어 개수",
      known: "수 단어 {{count}}개",
    },
    numberWordsKorean: {
      lengths: "자리",
      symbols: "수 음절",
      count: "수 음절 개수",
      known: "수 음절 {{count}}개",
    },
    hangulLetters: {
      lengths: "음절",
      symbols: "자모(기본 자모부터)",
      count: "자모 수",
      known: "자모 {{count}}개",
    },
    hangulSounds: {
      lengths: "음절",
      symbols: "자모(기본 자모부터)",
      count: "자모 수",
      known: "자모 {{count}}개",
    },
    englishFrench: {
      lengths: "단어",
      symbols: "명사(동사와 형용사도 각각 같은 수)",
      count: "품사별 단어 수",
      known: "명사, 동사, 형용사 {{count}}개씩",
    },
    englishKorean: {
      lengths: "단어",
      symbols: "명사(동사와 형용사도 각각 같은 수)",
      count: "품사별 단어 수",
      known: "명사, 동사, 형용사 {{count}}개씩",
    },
  },
  preset: {
    label: "프리셋",
    custom: { label: "직접 고른 설정", help: "직접 고른 조합입니다." },
    sets: "이 프리셋이 정하는 설정",
    options: {
      default: {
        label: "기본 모델",
        help: "Bahdanau 등(2015)의 디코더를 최소한으로 줄인 모델입니다. 인코더는 단방향입니다.",
      },
      plainSeq2seq: {
        label: "단순 seq2seq",
        help: "Sutskever 등(2014)처럼 어텐션 없이 원문 전체를 층마다 상태 하나에 담습니다. 두 층이며 드롭아웃을 씁니다.",
      },
      bahdanauTutorial: {
        label: "Bahdanau, PyTorch 튜토리얼",
        help: "Bahdanau 등(2015)을 따른 PyTorch seq2seq 튜토리얼의 모델입니다. 부가적 점수를 쓰고, 어텐션을 셀보다 먼저 계산하며, 드롭아웃은 0.1입니다.",
      },
      luongDot: {
        label: "Luong, dot",
        help: "Luong 등(2015)의 모델입니다. LSTM을 먼저 계산하고 그다음 어텐션을 계산하며, 점수는 내적입니다.",
      },
      luongGeneral: {
        label: "Luong, general",
        help: "Luong 등(2015)의 모델입니다. 점수를 계산할 때 두 상태 사이에 학습되는 행렬을 둡니다.",
      },
      luongConcat: {
        label: "Luong, concat",
        help: "Luong 등(2015)의 모델입니다. 작은 신경망으로 점수를 계산하며, 부가적(additive) 점수를 달리 쓴 것입니다.",
      },
      transformer: {
        label: "작은 트랜스포머",
        help: "Vaswani 등(2017)의 모델을 줄인 것입니다. 헤드는 두 개이고 위치는 사인과 코사인으로 나타냅니다. 논문과 달리 층 정규화를 각 부분의 앞에 둡니다(pre-LN). 학습률은 0.002에서 시작합니다.",
      },
      boostcampLab: {
        label: "부트캠프 실습",
        help: "어텐션 없이 2층 양방향 GRU 인코더와 한 층짜리 디코더로 이루어집니다. 디코더 시점마다 확률 P로 정답을 넣습니다. 원래 실습 코드는 부등호가 반대여서 P가 클수록 정답을 덜 넣었습니다.",
      },
    },
  },
  model: {
    title: "매개변수와 텐서 shape",
    size: "매개변수 {{parameters}}개",
    unknown: "–",
    vocabulary: "어휘: 원문 토큰 {{source}}개, 정답 토큰 {{target}}개.",
    activations: "활성값(중간 텐서)",
    activationsNote:
      "B: 배치의 문장 쌍 수, S: 원문 토큰 수(<eos> 포함), H: 방향별 은닉 크기, E: 임베딩 차원, L: 층 수, V: 정답 어휘 크기, Vₓ: 원문 어휘 크기.",
    parameters: "매개변수",
    parametersNote: "이름과 shape는 PyTorch 방식입니다. 행렬은 [out, in]입니다.",
    tensor: "텐서",
    shape: "shape",
    numbers: "개수",
    names: {
      sourceIds: "원문 토큰 번호",
      sourceTokens: "벡터로 바꾼 원문",
      encoderStates: "인코더 은닉 상태: 키(key)이자 값(value)",
      finalState: "인코더의 마지막 상태",
      decoderState: "디코더 은닉 상태",
      cellInput: "디코더 입력, 한 시점",
      query: "쿼리",
      weights: "점수와 가중치",
      context: "문맥 벡터",
      attentional: "어텐션 은닉 상태(attentional state)",
      logits: "로짓(logit), 한 시점",
    },
  },
  schedulePlot: {
    label:
      "학습 중 P(정답 입력)의 변화: 처음 {{start}}, 업데이트 {{half}}회에서 {{middle}}, 업데이트 {{steps}}회에서 {{end}}.",
    step: "업데이트 {{steps}}회",
  },
  fields: settingFields,
};
