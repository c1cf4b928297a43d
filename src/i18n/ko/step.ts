import type { Translation } from "../translation";

export const step: Translation["step"] = {
  title: "디코딩 {{step}}/{{steps}}단계",
  region: "이 단계",
  ops: "이번 단계의 연산 (순서대로)",
  op: {
    embed: "임베딩",
    onehot: "원핫",
    query: "쿼리",
    score: "점수",
    softmax: "소프트맥스",
    context: "문맥",
    layer: "{{cell}} {{layer}}",
    combine: "결합",
    output: "출력",
  },
  cells: { rnn: "RNN", gru: "GRU", lstm: "LSTM" },
  equation: "수식",
  shapes: "텐서 shape",
  learned: "학습되는 값. PyTorch처럼 [out, in]으로 저장",
  stacked: {
    gru: "PyTorch는 W_ir, W_iz, W_in을 r, z, n 순서로 쌓아 W_ih 하나로 저장합니다. W_hh와 편향도 마찬가지입니다.",
    lstm: "PyTorch는 W_ii, W_if, W_ig, W_io를 i, f, g, o 순서로 쌓아 W_ih 하나로 저장합니다. W_hh와 편향도 마찬가지입니다.",
  },
  explain: {
    embed: "디코더 입력 토큰의 번호로, 학습된 벡터 표에서 한 행을 꺼냅니다.",
    onehot:
      "디코더 입력 토큰은 한 자리만 1이고 나머지는 모두 0인 원핫 벡터입니다. 행렬 W를 곱하면 W의 열 하나가 그대로 나오므로, 셀의 입력 행렬 앞쪽 열들이 임베딩 표 구실을 합니다.",
    queryBahdanau:
      "원문을 조회하는 쿼리(query)는 이 단계 직전의 은닉 상태입니다. 먼저 어텐션으로 살펴보고, 그다음 셀을 계산합니다.",
    queryLuong:
      "원문을 조회하는 쿼리(query)는 방금 계산한 은닉 상태입니다. 먼저 셀을 계산하고, 그다음 어텐션으로 살펴봅니다.",
    queryTop: "두 층 가운데 위층의 상태가 쿼리입니다.",
    score: {
      additive:
        "각 인코더 은닉 상태가 쿼리에 얼마나 잘 맞는지를 은닉층 하나짜리 작은 신경망으로 계산합니다. 편향은 없습니다.",
      concat:
        "각 인코더 은닉 상태를 쿼리와 이어 붙여, 얼마나 잘 맞는지를 작은 신경망으로 계산합니다. 두 행렬 W와 U를 하나로 이어 쓴 부가적(additive) 점수와 같습니다. 편향은 없습니다.",
      dot: "각 인코더 은닉 상태가 쿼리에 얼마나 잘 맞는지를 내적으로 계산합니다. 방향뿐 아니라 크기도 영향을 줍니다.",
      general:
        "각 인코더 은닉 상태가 쿼리에 얼마나 잘 맞는지를, 학습된 행렬 W를 거친 내적으로 계산합니다.",
      diagonal:
        "각 인코더 은닉 상태가 쿼리에 얼마나 잘 맞는지를, 성분마다 학습된 계수 d를 곱한 내적으로 계산합니다.",
    },
    bothWays:
      "인코더 은닉 상태 하나에 두 방향이 모두 담깁니다. 앞에서부터 그 토큰까지 읽은 것과, 뒤에서부터 그 토큰까지 읽은 것입니다.",
    softmax:
      "점수를 가중치로 바꿉니다. 모두 0 이상이고 합은 1입니다. 점수의 차이만 결과에 영향을 줍니다.",
    context:
      "이 단계가 원문에서 가져오는 것: 인코더 은닉 상태들을 이 가중치로 평균한 문맥 벡터입니다.",
    reads: {
      context: "{{cell}} 셀이 디코더 입력 토큰과 문맥 벡터를 이어 붙여 함께 읽습니다.",
      combined:
        "{{cell}} 셀이 디코더 입력 토큰과 직전 단계의 결합 상태 h̃를 함께 읽습니다(input feeding). 그래서 앞에서 어디를 보았는지 압니다.",
      token: "{{cell}} 셀이 디코더 입력 토큰만 읽습니다.",
      tokenAlone:
        "{{cell}} 셀이 디코더 입력 토큰만 읽습니다. 원문에 대해 아는 것은 모두 이전 상태 안에 있으며, 이 모델은 다시 돌아볼 수 없습니다.",
      below: "위층은 아래층이 방금 계산한 은닉 상태를 읽습니다.",
    },
    cell: {
      rnn: "입력과 이전 상태를 섞어 tanh를 거칩니다.",
      gru: "z는 이전 상태가 남는 비율, r은 후보 상태 n이 이전 상태를 얼마나 볼지입니다.",
      lstm: "f는 메모리 셀 C가 남는 비율, i는 후보 g를 메모리 셀에 쓰는 비율, o는 그 결과를 은닉 상태로 내보내는 비율입니다. (PyTorch에서는 메모리 셀을 c로 쓰지만, 여기서 c는 문맥 벡터입니다.)",
    },
    combine: "문맥 벡터와 은닉 상태를 이어 붙여 학습된 행렬로 섞습니다. 답은 h̃에서 읽어 냅니다.",
    output:
      "출력 토큰 {{count}}개마다 점수(logit)를 하나씩 계산하고, 소프트맥스로 확률을 구합니다.",
    choose: {
      greedy: "확률이 가장 큰 토큰을 출력합니다.",
      sampling: "logit을 온도로 나눈 뒤의 소프트맥스 분포에서 토큰 하나를 무작위로 뽑습니다.",
      beam: "빔이 찾은 전체 경로 𝓑 가운데 가장 좋은 경로의 토큰을 출력합니다.",
    },
  },
  first: {
    equation: "첫 상태의 수식",
    shapes: "브리지의 텐서 shape",
    straight: "디코더의 출발점: 인코더의 마지막 은닉 상태를 그대로 이어받습니다.",
    straightLayers:
      "디코더의 출발점: 각 층이 인코더의 같은 층에서 마지막 은닉 상태를 이어받습니다.",
    memory: "메모리 셀도 같은 방식으로 넘겨받습니다.",
    bridge:
      "디코더의 출발점: 마지막 토큰까지 읽은 정방향 상태와 첫 토큰까지 읽은 역방향 상태를 이어 붙여, 학습된 선형 변환(브리지)을 거칩니다.",
    bridgeLayers: "둘 다 인코더 위층의 상태이며, 디코더의 두 층은 같은 값에서 출발합니다.",
    bridgeMemory: "메모리 셀에는 따로 학습된 브리지가 있습니다.",
    fed: "아직 h̃가 없으므로 그 자리에는 0을 넣습니다.",
  },
  fact: {
    rnn: "게이트가 없어 무엇을 남길지 고르지 못합니다. 매 단계 상태 전체를 새로 계산합니다.",
    gru: "z의 평균은 {{update}}: 이전 상태가 이만큼 남습니다.",
    lstm: "f의 평균은 {{forget}}: 메모리 셀 C가 이만큼 남습니다. i의 평균은 {{input}}: 후보를 이만큼 씁니다. o의 평균은 {{output}}: 은닉 상태로 이만큼 내보냅니다.",
  },
  scores: "원문 토큰별 점수와 가중치",
  source: "원문",
  scoreColumn: "점수 e",
  weightColumn: "가중치 α",
  weightSum: "Σ α = 1",
  mix: "인코더 은닉 상태를 섞어 만든 문맥 벡터",
  mixMore: "외 {{count}}개",
  logits: "상위 답의 logit과 확률",
  token: "토큰",
  logit: "logit ℓ",
  probability: "확률 p",
  tempered: "온도 {{temperature}}에서의 p",
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
      "디코더 입력: 모델이 직전에 낸 답 {{token}}. 정답은 {{truth}} — 틀린 답을 입력으로 받아 계속 디코딩합니다. Teacher forcing을 켜면 정답이 들어갑니다.",
  },
  next: {
    title: "다음 토큰",
    aside: "토큰 {{count}}개에 대한 소프트맥스",
    others: "그 밖의 {{count}}개",
    truth: "정답",
    asideTemperature: "softmax(ℓ / {{temperature}}), 토큰 {{count}}개",
    largest: "최대 확률",
    chosen: { sampling: "뽑힘", beam: "최적 경로" },
  },
  choice: {
    sampling: "무작위로 뽑은 토큰입니다. 온도 {{temperature}}, 시드 {{seed}}.",
    both: "막대는 온도 {{temperature}}의 분포이며, 토큰 ‘{{token}}’의 확률은 여기서 {{share}}입니다. 모델이 매긴 확률 p(온도 1)는 {{probability}}입니다.",
    same: "온도가 1이면 모델이 매긴 확률 그대로 뽑습니다.",
    sharper:
      "온도가 1보다 작으면 확률이 큰 토큰이 더 자주 뽑힙니다. 토큰의 순위는 바뀌지 않습니다.",
    flatter:
      "온도가 1보다 크면 확률이 작은 토큰도 더 자주 뽑힙니다. 토큰의 순위는 바뀌지 않습니다.",
    beam: "빔이 찾은 경로 가운데 총점이 가장 큰 경로에 있는 토큰입니다.",
    beamOther: "이 단계만 보면 확률이 더 큰 토큰이 있지만, 경로 전체로는 그렇지 않습니다.",
  },
  unlinked: {
    separator:
      "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 날짜를 어떻게 적든 정답의 이 자리에는 늘 같은 기호가 옵니다.",
    century:
      "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 원문에는 연도의 끝 두 자리만 있으므로, 앞 두 자리는 그 두 자리에서 알아내야 합니다(70~99면 19, 00~69면 20).",
    zero: "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 0은 따로 읽지 않으므로, 원문에 나온 자릿수를 보고 알아내야 합니다.",
    ending:
      "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 규칙에 따라 어떤 단어든 끝에 붙이는 글자이기 때문입니다.",
    particle:
      "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 주어와 목적어를 한국어는 조사로, 영어는 어순으로 나타내기 때문입니다.",
    weights:
      "그래도 가중치의 합은 늘 1이어서 어텐션은 어딘가를 보게 되지만, 그 위치에 꼭 의미가 있는 것은 아닙니다.",
  },
  unaligned: {
    hardly: "대응하는 토큰을 보지 않고도 맞혔습니다. 어텐션 가중치가 곧 설명은 아닙니다.",
    less: "가장 큰 가중치가 대응하는 토큰에 있지 않은데도 맞혔습니다.",
  },
  unalignedBut: {
    next: "가장 많이 본 바로 다음 상태도 그 토큰을 이미 읽은 상태입니다.",
    before: "가장 많이 본 상태는 한 토큰 앞이지만, 거꾸로 읽으면서 그 토큰을 이미 읽었습니다.",
  },
  loss: {
    formula: "−ln p({{token}}) = −ln {{probability}} = {{loss}}",
    power: "{{mantissa}} 곱하기 10의 마이너스 {{exponent}}제곱",
    text: "<crossEntropy>교차 엔트로피(cross-entropy)</crossEntropy>, 단위 <nat>내트(nat)</nat>. 균등 추측이면 ln {{count}} = {{chance}}입니다.",
    temperature: "온도는 토큰을 뽑을 때만 쓰입니다. 손실은 온도 1의 p로 계산합니다.",
    mistakes: "여기서는 자기 실수를 읽고 있습니다. P = 1로 학습할 때는 없는 상황입니다.",
    forcing: "Teacher forcing은 다음 단계의 입력만 바꿉니다. 손실을 계산하는 방법은 그대로입니다.",
    over: "정답은 이 단계 전에 이미 끝났으므로 정답 토큰도, 교차 엔트로피도 없습니다.",
    unknown: "여기서는 이 원문의 정답을 알 수 없어 계산할 손실이 없습니다.",
  },
};
