/** Korean: the timeline and the training tab. */
import type { Translation } from "../translation";

export const training: Translation["training"] = {
  title: "학습",
  bar: {
    label: "학습 도구 모음",
    reading: "업데이트 {{step}}회 · 완전 일치율 {{match}}",
    start: "업데이트 {{step}}회",
  },
  train: "학습 시작",
  pause: "일시정지",
  oneUpdate: "업데이트 1회",
  slowly: "천천히",
  slowlyHelp: "한 번만 업데이트하고, 그 과정을 일곱 단계로 나누어 차례로 보여 줍니다.",
  slowlyNext: "업데이트를 한 번 더 하고, 같은 단계에서 이어서 보여 줍니다.",
  pace: {
    label: "학습 속도",
    two: "초당 2회",
    quarter: "¼ 속도",
    half: "½ 속도",
    full: "최고 속도",
  },
  best: {
    take: "최고 성능으로: {{match}}, 업데이트 {{step}}회",
    takeLowest: "최고 성능으로: 검증 손실 {{loss}}, 업데이트 {{step}}회",
    help: "마지막 평가보다 더 좋은 평가가 있었습니다. 누르면 그때의 가중치를 불러옵니다. ‘되돌리기’를 누르면 마지막 가중치로 돌아갑니다.",
  },
  reset: "모델 초기화",
  stats: {
    update: "업데이트",
    now: "(현재)",
    loss: "손실",
    exactMatch: "완전 일치율",
    unmeasured: "측정 전",
    pairsPerSecond: "초당 문장 쌍",
    truth: "<feedTruth>P(정답 입력)</feedTruth>",
    backend: "계산 장치",
  },
  backend: {
    name: {
      webgl: "WebGL",
      webgpu: "WebGPU",
      wasm: "WebAssembly",
      threads: "WebAssembly(스레드 {{threads}}개)",
      cpu: "JavaScript",
    },
    short: { threads: "WebAssembly × {{threads}}" },
    uses: "계산 장치: {{backend}}",
    /** After the name and a colon. */
    reason: {
      link: "링크에서 지정",
      choice: "설정에서 선택",
      measurement: "이 기기에서 가장 빠름",
      wasmFailed: "WebAssembly가 자체 검사를 통과하지 못함",
    },
    missed: {
      unavailable: "{{asked}}: 이 기기에 없음",
      failed: "{{asked}}: 자체 검사를 통과하지 못함",
      lost: "{{asked}}: 응답이 없음",
    },
    unknown: "시작하는 중…",
    detail: "기술 정보",
  },
  brief: {
    starting: "시작하는 중…",
    failed: "엔진이 멈춤",
    baked: "학습됨: 업데이트 {{step}}회",
    bakedOther: "다른 설정으로 학습됨",
    opened: "파일: 업데이트 {{step}}회",
    copy: "업데이트 {{step}}회의 모델",
    kept: "저장됨: 업데이트 {{step}}회",
    best: "최고: 업데이트 {{step}}회",
    fresh: "학습 전",
    training: "{{target}}에서 멈춤",
    trainingNew: "새 모델: {{target}}에서 멈춤",
    trainingOn: "업데이트 {{cap}}회에서 멈춤",
    trainingPairs: "자동으로 멈춤",
    trainingPairsTimed: "길어야 {{time}} 남음",
    resumed: "이어서 학습 중",
    paused: "일시정지: {{step}}회",
    away: "일시정지: 탭 가려짐",
    oneUpdate: "업데이트 1회 완료",
    oneUpdateNew: "새 모델: {{step}}회",
    target: "목표 달성: {{match}}",
    cap: "최대 횟수: {{step}}회",
    overfitted: "조기 종료: {{step}}회",
    fallen: "{{top}}에서 떨어짐",
    diverged: "손실 발산",
  },
  note: {
    starting: "계산 엔진을 시작하고 있습니다.",
    failed: "계산 엔진이 멈췄습니다. 위쪽 알림에 이유가 있습니다.",
    baked: "{{step}}회 업데이트하여 미리 학습해 둔 모델입니다.",
    bakedOther:
      "{{step}}회 업데이트하여 미리 학습해 둔 모델입니다. 다만 학습할 때의 설정이 현재 설정과 다릅니다. 다른 설정: {{differences}}.",
    opened:
      "파일에서 연 모델입니다. ‘학습 시작’을 누르면 업데이트 {{step}}회부터 이어서 학습합니다.",
    copy: "A를 업데이트 {{step}}회까지 학습했을 때의 가중치입니다. 이 모델은 더 학습하지 않습니다.",
    kept: "지난번에 저장한 학습입니다. ‘학습 시작’을 누르면 업데이트 {{step}}회부터 이어서 학습하고, ‘모델 초기화’를 누르면 처음부터 다시 시작합니다.",
    best: "평가가 가장 좋았던 업데이트 {{step}}회의 가중치입니다. ‘학습 시작’을 누르면 여기서부터 이어서 학습합니다.",
    fresh: "가중치가 무작위 값입니다. 아직 아무것도 배우지 않은 모델입니다.",
    training:
      "완전 일치율이 {{target}}에 이르거나 업데이트가 {{cap}}회가 되면 학습이 자동으로 멈춥니다.",
    trainingNew:
      "완전 일치율이 {{target}}에 이르거나 업데이트가 {{cap}}회가 되면 학습이 자동으로 멈춥니다.",
    trainingOn:
      "시작할 때 이미 목표 완전 일치율 {{target}}에 이른 모델이므로 업데이트가 {{cap}}회가 되면 멈춥니다.",
    trainingPairs:
      "늦어도 업데이트 {{cap}}회에서 학습을 멈춥니다. 업데이트를 {{patience}}회 하는 동안 검증 결과가 나아지지 않으면 더 일찍 멈춥니다. 그때부터는 문장 쌍을 외우기만 하기 때문입니다.",
    trainingPairsTimed:
      "늦어도 업데이트 {{cap}}회에서 학습을 멈춥니다. 지금 속도로 약 {{time}} 남았습니다. 업데이트를 {{patience}}회 하는 동안 검증 결과가 나아지지 않으면 더 일찍 멈춥니다. 그때부터는 문장 쌍을 외우기만 하기 때문입니다.",
    resumed:
      "탭이 가려진 동안 일시정지했던 학습을 이어서 하고 있습니다. 완전 일치율이 {{target}}에 이르거나 업데이트가 {{cap}}회가 되면 자동으로 멈춥니다.",
    paused:
      "학습을 일시정지했습니다. ‘학습 시작’을 누르면 업데이트 {{step}}회부터 이어서 학습합니다.",
    away: "탭이 가려져 학습을 일시정지했습니다. 탭으로 돌아오면 이어서 학습합니다.",
    oneUpdate:
      "가중치를 한 번 업데이트했습니다. ‘학습 시작’을 누르면 업데이트 {{step}}회부터 이어서 학습합니다.",
    oneUpdateNew:
      "가중치를 한 번 업데이트했습니다. ‘학습 시작’을 누르면 업데이트 {{step}}회부터 이어서 학습합니다.",
    target: "목표에 이르렀습니다. 검증 예제 가운데 답이 완전히 일치하는 비율이 {{match}}입니다.",
    cap: "학습 설정의 최대 횟수인 업데이트 {{step}}회에서 멈췄습니다. ‘학습 시작’을 다시 누르면 같은 횟수만큼 더 학습합니다.",
    overfitted:
      "업데이트 {{step}}회에서 학습을 조기 종료했습니다. 검증 결과는 업데이트 {{lowest}}회에서 가장 좋았고 그 뒤로 {{patience}}회 동안 나아지지 않았습니다. 그 뒤로는 학습용 문장 쌍을 외우기만 했다는 뜻입니다(과적합). 업데이트 {{lowest}}회의 가중치를 보관해 두었습니다.",
    fallen:
      "완전 일치율이 {{top}}에서 그 절반 아래로 떨어졌습니다. 학습률이 너무 높으면 이렇게 됩니다. 학습률을 낮추거나, 보관해 둔 업데이트 {{lowest}}회의 가중치로 돌아가세요.",
    diverged:
      "손실이 NaN이나 무한대가 되어(발산) 학습을 멈췄습니다. 그림은 값이 정상이던 마지막 가중치의 결과입니다. 학습률이나 기울기 클리핑 값을 낮춘 뒤 모델을 초기화하거나 가장 좋은 가중치로 돌아가세요.",
  },
  pausesHidden: "탭이 가려지면 일시정지",
  keeping: {
    full: "이 기기에 저장 공간이 부족해 학습 과정을 저장하지 못했습니다. 학습은 계속되지만, 새로고침하면 사라집니다.",
    blocked:
      "학습 과정을 저장하지 못했습니다(저장이 막혀 있거나 응답이 늦습니다). 학습은 계속되지만, 새로고침하면 사라집니다.",
    slow: "이 기기의 저장소가 아직 응답하지 않습니다. 학습은 계속되지만, 지금 새로고침하면 최근에 학습한 내용이 사라질 수 있습니다.",
    late: "지난번 학습 과정이 저장되어 있지만, 저장소의 응답이 늦어 불러오지 못했습니다. 새로고침하면 이어서 학습할 수 있습니다. 지금 보이는 학습 과정은 저장되지 않습니다.",
    damaged: "지난번에 저장한 학습 과정을 읽을 수 없어 삭제했습니다.",
  },
  timeline: {
    label: "타임라인",
    back: "현재로 돌아가기",
    now: "현재",
    nowAt: "현재, 업데이트 {{step}}회",
    at: "업데이트 {{step}}회",
    atValues: "업데이트 {{step}}회: {{values}}",
    loss: "손실 {{loss}}",
    heldOut: "검증 손실 {{loss}}",
    match: "완전 일치율 {{match}}",
    matchOf: "완전 일치율 {{match}}(업데이트 {{step}}회)",
    entropy: "엔트로피 {{entropy}} nat(최대 {{even}})",
    noEntropy: "엔트로피는 재지 않음",
    alignment: "정렬 오류율 {{error}}",
    noAlignment: "정렬 오류율은 재지 않음",
    hint: "곡선을 따라 왼쪽으로 끌면 그때의 그림을 볼 수 있습니다.",
    hintBaked: "곡선을 따라 왼쪽으로 끌면 그때의 값을 읽을 수 있습니다.",
    shownEarlier: "그림: 업데이트 {{step}}회.",
    whyEarlier: "그림은 가중치가 저장된 업데이트 가운데 바로 앞의 모델입니다.",
    readsOnly: "이 모델에는 이전 가중치가 없어 그림은 그대로입니다.",
    noWeights: "이때의 가중치가 저장되어 있지 않아 그림은 그대로입니다.",
  },
  map: {
    of: "업데이트 {{step}}회의 어텐션 맵",
    answerOf: "업데이트 {{step}}회의 출력",
    past: "업데이트 {{step}}회 때의 모델을 보고 있습니다",
    fed: ", 정답을 입력으로 넣는 중",
  },
  curves: {
    title: "학습 곡선",
    chance: "ln {{vocabulary}}",
    chanceMeaning:
      "점선: ln {{vocabulary}} = {{value}}. 정답 토큰 {{vocabulary}}개 가운데 하나를 균등하게 찍을 때의 손실입니다.",
    names: {
      loss: "손실",
      heldOut: "검증 손실",
      match: "완전 일치율",
      truth: "P(정답 입력)",
      entropy: "엔트로피",
      alignment: "정렬 오류율",
    },
    even: "ln S",
    evenMeaning:
      "점선: ln S. 원문 토큰 S개를 모두 고르게 볼 때의 엔트로피입니다. 검증 예제의 시점 평균: {{value}} nat.",
    loading: "학습 곡선을 불러오는 중…",
    starting: "모델을 불러오는 중입니다.",
    failed: "계산 엔진이 멈춰 학습 곡선이 없습니다.",
    empty: "아직 업데이트가 없습니다. ‘학습 시작’을 누르고 어텐션 맵이 바뀌는 모습을 지켜보세요.",
    opened: "파일에는 학습 곡선이 없어 여기서부터 그립니다.",
    table: "숫자를 표로 보기",
    caption:
      "<heldOut>검증 예제(held-out)</heldOut> {{examples}}개를 자유 실행(모델 출력을 다음 입력으로)으로 그리디 디코딩한 결과입니다. <exactMatch>완전 일치율(exact match)</exactMatch>은 틀린 토큰이 하나도 없는 답의 비율이고, 토큰 정확도는 <pad>패딩(padding)</pad>을 뺀 토큰 가운데 맞은 토큰의 비율입니다.",
    heldOutCaption:
      "검증 손실은 같은 예제를 teacher forcing(정답을 다음 입력으로)으로 계산한 평균 손실입니다(토큰당 nat).",
    alignmentCaption:
      "<alignmentError>정렬 오류율(alignment error rate)</alignmentError>은 출력 토큰 가운데, 가중치가 가장 큰 위치가 과제 규칙상 대응하는 원문 토큰과 다른 것의 비율입니다. 완전히 일치한 예제만 셉니다.",
    entropyCaption:
      "<entropy>엔트로피(entropy)</entropy>는 이 답들의 모든 시점에서 잰 어텐션 엔트로피의 평균입니다(단위: nat).",
    tableScroller: "평가 결과 표",
    tableCaption: "업데이트 횟수별 평가",
    update: "업데이트",
    loss: "손실",
    heldOut: "검증 손실",
    match: "완전 일치율",
    tokens: "토큰 정확도",
    alignment: "정렬 오류율",
    entropy: "엔트로피",
    noEvaluation: "아직 평가가 없습니다.",
  },
};
