/** Korean: two models side by side. The texts load with the mode. */
import type { CompareTexts } from "../lateTexts";

export const compare: CompareTexts = {
  title: "두 모델 나란히 보기",
  intro:
    "두 모델이 같은 원문을 읽습니다. ‘학습 시작’을 누르면 두 모델이 함께 학습하며, 업데이트마다 A와 B가 같은 배치를 씁니다.",
  stop: "비교 끝내기",
  waiting: "두 번째 모델을 불러오는 중입니다.",
  parameters: "매개변수 {{parameters}}개",
  update: "업데이트 {{update}}회",
  weights: {
    baked: "미리 학습한 모델",
    fresh: "여기서 학습한 모델",
    opened: "파일에서 연 모델",
    kept: "여기서 학습한 모델",
    best: "결과가 가장 좋았던 가중치",
    copy: "같은 모델의 이전 가중치",
  },
  pairs: {
    title: "무엇을 비교할까요?",
    withWithout: {
      name: "어텐션 있음 · 없음",
      what: "B에는 어텐션이 없습니다. B의 디코더는 은닉 상태 하나를 통해서만 원문의 정보를 얻습니다.",
    },
    equalParameters: {
      name: "어텐션 없음, 같은 크기",
      what: "B에는 어텐션이 없는 대신 은닉 상태가 커서 두 모델의 매개변수 수가 비슷합니다.",
    },
    timings: {
      name: "Bahdanau · Luong",
      what: "A는 셀을 계산하기 전에, B는 셀을 계산한 뒤에 원문을 봅니다.",
    },
    scores: {
      name: "부가적(additive) · 내적(dot)",
      what: "A는 작은 신경망으로, B는 두 벡터의 내적으로 점수를 구합니다.",
    },
    feeding: {
      name: "정답 입력 · 자기 출력 입력",
      what: "학습할 때 A는 항상 정답 토큰을, B는 항상 자신의 직전 출력을 입력으로 받습니다.",
    },
    cells: {
      name: "GRU · tanh RNN",
      what: "A에는 게이트가 있습니다. 게이트가 없는 B는 앞서 읽은 토큰의 정보를 더 빨리 잃습니다.",
    },
    sourceOrder: {
      name: "원래 순서 · 거꾸로",
      what: "B는 원문을 마지막 토큰부터 거꾸로 읽습니다.",
    },
    directions: {
      name: "단방향 · 양방향",
      what: "A는 원문을 앞에서부터만, B는 앞뒤 양쪽에서 읽습니다.",
    },
    networks: {
      name: "순환 신경망 · 트랜스포머",
      what: "A는 상태를 시점마다 이어 갑니다. B는 순환 없이 모든 토큰을 한꺼번에 봅니다.",
    },
    earlier: {
      name: "지금 · 이전",
      what: "B는 같은 모델이지만 업데이트 횟수가 더 적습니다. 몇 회째의 모델과 비교할지는 타임라인에서 고릅니다.",
    },
    shipped: {
      name: "내 모델 · 학습된 모델",
      what: "B는 이 페이지에 들어 있는, 미리 학습한 모델입니다.",
    },
  },
  problems: {
    noSnapshots: "이전 가중치가 아직 없습니다. 먼저 모델을 학습하세요.",
    noShipped: "이 설정으로 미리 학습한 모델이 없습니다.",
    isShipped: "지금 보고 있는 것이 바로 미리 학습한 모델입니다. 먼저 새 모델을 학습하세요.",
    tooLarge: "이 크기의 모델 두 개를 한꺼번에 메모리에 올릴 수 없습니다.",
  },
  settings: {
    title: "B가 A와 다른 설정",
    none: "두 모델의 설정이 같습니다.",
    fixed: "모델 B는 여기서 학습하지 않으므로 바꿀 설정이 없습니다.",
    remove: "B에서 빼기: {{difference}}",
    all: "B의 설정 바꾸기",
  },
  numbers: {
    title: "두 모델의 수치",
    model: "모델",
    parameters: "매개변수",
    match: "완전 일치율",
  },
  inspected: "살펴볼 모델",
  shown: "표시할 모델",
  maps: { label: "어텐션 맵", both: "두 맵", difference: "차이" },
  sides: { pairs: "비교 설정", inspector: "살펴보기" },
  difference: {
    title: "A의 가중치 − B의 가중치",
    grid: "어텐션 가중치의 차이",
    source: "원문 토큰",
    outputs: "출력",
    row: "시점 {{step}}, 출력 {{a}}",
    rowApart: "시점 {{step}}, A의 출력 {{a}}, B의 출력 {{b}}",
    cell: "시점 {{step}}, 원문 {{source}}, 차이 {{difference}}, A {{a}}, B {{b}}",
    tip: "A {{a}} · B {{b}}",
    more: "{{lane}} 쪽이 더 큼",
    moved: "한 행의 가중치 가운데 서로 다른 토큰에 놓인 몫은 평균 {{share}}입니다.",
    noMap: "어텐션이 없는 모델에는 어텐션 맵이 없으므로 차이를 그릴 수 없습니다.",
    otherSource: "두 모델이 아직 서로 다른 원문을 읽고 있습니다.",
  },
  curves: {
    title: "두 모델의 학습 곡선",
    loss: "손실 {{lane}}",
    match: "일치율 {{lane}}",
  },
  readings: {
    update: "업데이트",
    loss: "손실",
    exactMatch: "완전 일치율",
    updatesPerSecond: "업데이트/초",
    backend: "계산 장치",
  },
  results: {
    title: "두 모델의 평가",
    evaluate: "평가하기",
    stop: "평가 중지",
    intro: "학습에 쓰지 않은 같은 검증 예제로 두 모델을 평가합니다.",
    running: "{{lane}}: 업데이트 {{update}}회, 예제 {{total}}개 중 {{done}}개.",
    of: "{{lane}}: 업데이트 {{update}}회, 예제 {{examples}}개.",
    stale: "지금 모델은 업데이트 {{now}}회입니다.",
    progress: "평가한 예제, {{lane}}",
    said: "{{lane}}: 완전 일치율 {{match}}.",
    table: "두 모델의 평가 지표",
    figure: "지표",
    asTable: "숫자를 표로 보기",
    noGap: "모든 구간에서 두 모델이 비슷합니다.",
    lengths: {
      title: "원문 길이별 완전 일치율",
      unit: "<eos>를 뺀 원문 토큰 수",
      column: "길이",
      gap: "길이 {{at}}에서 차이가 가장 큽니다: A {{a}}, B {{b}}.",
      beyond:
        "세로선 오른쪽은 학습 때보다 긴 원문입니다. 여기서 정확히 맞힌 비율: A {{a}}, B {{b}}.",
    },
    positions: {
      title: "출력 위치별 토큰 정확도",
      unit: "각 모델이 자기 출력을 입력으로 받을 때",
      column: "위치",
      gap: "위치 {{at}}에서 차이가 가장 큽니다: A {{a}}, B {{b}}.",
    },
  },
  costs: {
    title: "학습에 드는 비용",
    updates: {
      title: "완전 일치율 {{match}}까지의 업데이트 횟수",
      unit: "학습 중 평가를 기준으로 합니다",
      none: "아직 평가하지 않았습니다",
      notYet: "업데이트 {{update}}회까지 도달하지 못함, 최고 {{best}}",
      reached: "업데이트 {{update}}회",
    },
    times: {
      title: "길이별 업데이트 시간",
      unit: "밀리초. 원문과 출력은 각각 이 길이까지, 예제 {{batch}}쌍, {{backend}}",
      measure: "측정하기",
      stop: "측정 중지",
      intro: "이 기기에서 무작위 토큰으로 두 모델의 시간을 잽니다. 가중치는 바뀌지 않습니다.",
      busy: "학습 중에는 시간이 길게 측정되므로 먼저 학습을 일시정지하세요.",
      running: "{{total}}개 중 {{done}}개를 측정했습니다.",
      steps:
        "원문과 출력이 {{length}}토큰씩일 때, 업데이트 한 번에 차례로 거쳐야 하는 단계는 A가 {{a}}개, B가 {{b}}개입니다. 이런 단계는 앞 단계가 끝나야 시작할 수 있고, 나머지 계산은 동시에 할 수 있습니다. 출력을 쓸 때는 두 모델 모두 토큰을 하나씩 씁니다.",
      length: "길이",
      milliseconds: "{{lane}}, 밀리초",
      inARow: "{{lane}}, 순차 단계",
    },
  },
};
