export const step = {
  title: "디코딩 {{steps}}단계 중 {{step}}번째",
  ops: "이번 단계의 연산 (순서대로)",
  op: {
    embed: "임베딩",
    query: "쿼리",
    score: "점수",
    softmax: "소프트맥스",
    context: "문맥",
    cell: "GRU",
    combine: "결합",
    output: "출력",
  },
  equation: "수식",
  shapes: "텐서 shape",
  learned: "학습되는 값. PyTorch처럼 [out, in]으로 저장",
  explain: {
    embed: "디코더 입력 토큰의 번호로, 학습된 벡터 표에서 한 행을 꺼냅니다.",
    queryBahdanau:
      "원문에 던지는 쿼리(query)는 이 단계 직전의 은닉 상태입니다. 먼저 어텐션으로 살펴보고, 그다음 GRU를 계산합니다.",
    queryLuong:
      "원문에 던지는 쿼리(query)는 방금 계산한 은닉 상태입니다. 먼저 GRU를 계산하고, 그다음 어텐션으로 살펴봅니다.",
    additive:
      "각 인코더 은닉 상태가 쿼리에 얼마나 잘 맞는지를 은닉층 하나짜리 작은 신경망으로 계산합니다. 편향은 없습니다.",
    dot: "각 인코더 은닉 상태가 쿼리에 얼마나 잘 맞는지를 내적으로 계산합니다. 방향뿐 아니라 크기도 영향을 줍니다.",
    general:
      "각 인코더 은닉 상태가 쿼리에 얼마나 잘 맞는지를, 학습된 행렬 W를 거친 내적으로 계산합니다.",
    softmax:
      "점수를 가중치로 바꿉니다. 모두 0 이상이고 합은 1입니다. 점수의 차이만 결과에 영향을 줍니다.",
    context:
      "이 단계가 원문에서 가져오는 것: 인코더 은닉 상태들을 이 가중치로 평균한 문맥 벡터입니다.",
    cellBahdanau:
      "GRU가 디코더 입력 토큰과 문맥 벡터를 이어 붙여 함께 읽습니다. z는 이전 상태가 남는 비율, r은 후보 상태 n이 이전 상태를 얼마나 볼지입니다.",
    cellPlain:
      "GRU가 디코더 입력 토큰만 읽습니다. z는 이전 상태가 남는 비율, r은 후보 상태 n이 이전 상태를 얼마나 볼지입니다.",
    cellNone:
      "GRU가 디코더 입력 토큰만 읽습니다. 원문에 대해 아는 것은 모두 이전 상태 안에 있으며, 이 모델은 다시 돌아볼 수 없습니다.",
    combine: "문맥 벡터와 은닉 상태를 이어 붙여 학습된 행렬로 섞습니다. 답은 h̃에서 읽어 냅니다.",
    output:
      "출력 토큰 {{count}}개마다 점수(logit)를 하나씩 계산합니다. 소프트맥스로 확률이 되고, 확률이 가장 큰 토큰을 출력합니다.",
  },
  kept: "z의 평균은 {{share}}: 이전 상태가 이만큼 남습니다.",
  scores: "원문 토큰별 점수와 가중치",
  source: "원문",
  scoreColumn: "점수 e",
  weightColumn: "가중치 α",
  weightSum: "Σ α = 1",
  mix: "은닉 상태를 섞어 만든 문맥 벡터",
  mixMore: "외 {{count}}개",
  logits: "상위 답의 logit과 확률",
  token: "토큰",
  logit: "logit o",
  probability: "확률 p",
  fed: {
    sos: "디코더 입력: 시작 표시 {{token}}. 아직 아무것도 출력하지 않았습니다.",
    truthSame:
      "디코더 입력: 정답 토큰 {{token}} (teacher forcing 켜짐). 모델이 직전에 낸 답도 같아서 이번 입력은 어느 쪽이든 같습니다.",
    shaped: "다만 앞에서 넣은 정답의 영향은 은닉 상태에 남아 있습니다.",
    truthChanged:
      "디코더 입력: 정답 토큰 {{token}} (teacher forcing 켜짐). 모델이 직전에 낸 답은 {{own}} — 그 실수는 입력으로 들어가지 않았습니다.",
    model: "디코더 입력: 모델이 직전에 낸 답 {{token}}.",
    modelRight:
      "디코더 입력: 모델이 직전에 낸 답 {{token}}. 맞은 답이라 teacher forcing을 켜도 입력은 같습니다.",
    modelWrong:
      "디코더 입력: 모델이 직전에 낸 답 {{token}}. 정답은 {{truth}} — 틀린 답 위에서 계속 읽어 나갑니다. Teacher forcing을 켜면 정답이 들어갑니다.",
  },
  next: {
    title: "다음 토큰",
    aside: "토큰 {{count}}개에 대한 소프트맥스",
    others: "그 밖의 {{count}}개",
    truth: "정답",
  },
  unaligned: "대응하는 토큰을 보지 않고도 맞혔습니다. 어텐션 가중치가 곧 설명은 아닙니다.",
  unalignedNext: "가장 많이 본 바로 다음 상태도 그 토큰을 이미 읽은 상태입니다.",
  loss: {
    formula: "−ln p({{token}}) = −ln {{probability}} = {{loss}}",
    text: "이 단계의 교차 엔트로피입니다. 학습 손실은 배치의 실제 정답 토큰 전체에 대해 이 값을 평균한 것입니다 (균등 추측: ln {{count}} = {{chance}}).",
    mistakes: "여기서는 자기 실수를 읽고 있습니다. P = 1로 학습할 때는 없는 상황입니다.",
    forcing: "Teacher forcing은 다음 단계의 입력만 바꿉니다. 손실을 계산하는 방법은 그대로입니다.",
    over: "정답은 이 단계 전에 이미 끝났으므로 정답 토큰도, 교차 엔트로피도 없습니다.",
    unknown: "이 원문의 정답을 알 수 없으므로 계산할 손실이 없습니다.",
  },
} as const;
