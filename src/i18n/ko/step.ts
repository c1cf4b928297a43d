import type { Translation } from "../translation";

export const step: Translation["step"] = {
  title: "디코딩 시점 {{step}}/{{steps}}",
  region: "이 시점",
  ops: "이 시점의 연산 (순서대로)",
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
  learned: "학습되는 값, PyTorch처럼 [out, in]으로 저장",
  stacked: {
    gru: "PyTorch는 W_ir, W_iz, W_in을 r, z, n 순서로 쌓아 W_ih 하나로 저장합니다. W_hh와 편향도 마찬가지입니다.",
    lstm: "PyTorch는 W_ii, W_if, W_ig, W_io를 i, f, g, o 순서로 쌓아 W_ih 하나로 저장합니다. W_hh와 편향도 마찬가지입니다.",
  },
  explain: {
    embed:
      "<embedding>임베딩(embedding)</embedding>은 학습된 벡터의 표입니다. 디코더 입력 토큰의 번호로 표에서 한 행을 꺼냅니다.",
    onehot:
      "디코더 입력 토큰은 한 자리만 1이고 나머지는 모두 0인 <onehot>원핫 벡터(one-hot vector)</onehot>입니다. 행렬 W를 곱하면 W의 열 하나가 그대로 나오므로, 셀의 입력 행렬 앞쪽 열들이 임베딩 표 구실을 합니다.",
    queryBahdanau:
      "<query>쿼리(query)</query>는 <attention>어텐션(attention)</attention>에서 원문의 각 토큰과 비교하는 벡터입니다. 여기서는 이 시점 직전의 <decoder>디코더(decoder)</decoder> 은닉 상태입니다. 어텐션을 먼저 계산하고 그다음 셀을 계산합니다.",
    queryLuong:
      "<query>쿼리(query)</query>는 <attention>어텐션(attention)</attention>에서 원문의 각 토큰과 비교하는 벡터입니다. 여기서는 방금 계산한 <decoder>디코더(decoder)</decoder> 은닉 상태입니다. 셀을 먼저 계산하고 그다음 어텐션을 계산합니다.",
    queryTop: "두 층 가운데 위층의 상태가 쿼리입니다.",
    score: {
      additive:
        "<score>점수(score)</score>는 각 <encoder>인코더(encoder)</encoder> 은닉 상태, 곧 <key>키(key)</key>가 <query>쿼리(query)</query>에 얼마나 잘 맞는지를 나타냅니다. 은닉층이 하나이고 편향이 없는 작은 신경망으로 계산합니다.",
      concat:
        "<score>점수(score)</score>는 각 <encoder>인코더(encoder)</encoder> 은닉 상태, 곧 <key>키(key)</key>가 <query>쿼리(query)</query>에 얼마나 잘 맞는지를 나타냅니다. 둘을 이어 붙여 편향이 없는 작은 신경망으로 계산합니다. 부가적(additive) 점수의 두 행렬 W와 U를 하나로 이어 쓴 것과 같습니다.",
      dot: "<score>점수(score)</score>는 각 <encoder>인코더(encoder)</encoder> 은닉 상태, 곧 <key>키(key)</key>가 <query>쿼리(query)</query>에 얼마나 잘 맞는지를 나타냅니다. 두 벡터의 내적이며, 방향뿐 아니라 크기도 영향을 줍니다.",
      general:
        "<score>점수(score)</score>는 각 <encoder>인코더(encoder)</encoder> 은닉 상태, 곧 <key>키(key)</key>가 <query>쿼리(query)</query>에 얼마나 잘 맞는지를 나타냅니다. 학습된 행렬 W를 사이에 둔 내적입니다.",
      diagonal:
        "<score>점수(score)</score>는 각 <encoder>인코더(encoder)</encoder> 은닉 상태, 곧 <key>키(key)</key>가 <query>쿼리(query)</query>에 얼마나 잘 맞는지를 나타냅니다. 성분마다 학습된 계수 d를 곱한 내적입니다.",
    },
    bothWays:
      "<bidirectional>양방향 인코더</bidirectional>이므로 은닉 상태 하나에 두 방향이 모두 담깁니다. 처음부터 그 토큰까지 읽은 상태와 끝에서부터 그 토큰까지 읽은 상태를 이어 붙인 것입니다.",
    softmax:
      "<softmax>소프트맥스(softmax)</softmax>는 점수를 <weight>가중치(weight)</weight>로 바꿉니다. 점수마다 exp를 취한 뒤 모두 더한 값으로 나눕니다. 그래서 가중치는 모두 양수이고 더하면 1입니다. 점수의 차이만 결과에 영향을 줍니다.",
    context:
      "<contextVector>문맥 벡터(context vector)</contextVector>는 이 시점이 원문에서 가져오는 정보로, 인코더 은닉 상태, 곧 <value>값(value)</value>을 이 가중치로 평균한 것입니다.",
    reads: {
      context: "{{cell}} 셀이 디코더 입력 토큰과 문맥 벡터를 이어 붙여 함께 읽습니다.",
      combined:
        "{{cell}} 셀이 디코더 입력 토큰과 직전 시점의 어텐션 은닉 상태 h̃를 함께 읽습니다(input feeding). 그래서 앞에서 어디를 보았는지 알 수 있습니다.",
      token: "{{cell}} 셀이 디코더 입력 토큰만 읽습니다.",
      tokenAlone:
        "{{cell}} 셀이 디코더 입력 토큰만 읽습니다. 원문에 대한 정보는 모두 이전 상태 안에 있으며, 이 모델은 원문을 다시 볼 수 없습니다.",
      below: "위층은 아래층이 방금 계산한 은닉 상태를 읽습니다.",
    },
    cell: {
      rnn: "입력과 이전 <hiddenState>은닉 상태(hidden state)</hiddenState>에 각각 학습된 행렬을 곱해 더하고 tanh를 적용합니다. 값은 모두 −1에서 1 사이가 됩니다.",
      gru: "<gate>게이트(gate)</gate>가 두 개 있습니다. z는 이전 <hiddenState>은닉 상태(hidden state)</hiddenState>를 남기는 비율, r은 후보 상태 n을 만들 때 이전 상태를 반영하는 비율입니다.",
      lstm: "<gate>게이트(gate)</gate>가 세 개 있습니다. f는 메모리 셀 C를 남기는 비율, i는 후보 g를 메모리 셀에 쓰는 비율, o는 tanh(C)를 <hiddenState>은닉 상태(hidden state)</hiddenState>로 내보내는 비율입니다. (PyTorch에서는 메모리 셀을 c로 쓰지만, 여기서 c는 문맥 벡터입니다.)",
    },
    combine:
      "문맥 벡터와 은닉 상태를 이어 붙여 학습된 행렬을 곱하고 tanh를 적용합니다. 결과가 어텐션 은닉 상태 h̃(attentional state)이며, 출력은 h̃로 계산합니다.",
    output:
      "정답 어휘의 토큰 {{count}}개(<sos>, <eos>, <pad>, <unk> 포함)마다 점수, 곧 <logit>로짓(logit)</logit>을 하나씩 계산합니다. 그다음 <softmax>소프트맥스</softmax>로 확률을 구합니다.",
    choose: {
      greedy: "확률이 가장 큰 토큰을 출력합니다(<greedy>그리디 디코딩</greedy>).",
      sampling:
        "로짓을 <temperature>온도(temperature)</temperature>로 나눈 뒤의 소프트맥스 분포에서 토큰 하나를 무작위로 뽑습니다(<sampling>샘플링</sampling>).",
      beam: "<beam>빔 서치(beam search)</beam>가 찾은 경로 𝓑 가운데 총점이 가장 큰 경로의 토큰을 출력합니다.",
    },
  },
  first: {
    equation: "첫 상태의 수식",
    shapes: "브리지의 텐서 shape",
    straight: "디코더는 인코더의 마지막 은닉 상태를 그대로 이어받아 시작합니다.",
    straightTop: "디코더는 한 층이며, 인코더 위층의 마지막 은닉 상태를 이어받아 시작합니다.",
    straightLayers: "디코더의 각 층은 인코더의 같은 층에서 마지막 은닉 상태를 이어받아 시작합니다.",
    memory: "메모리 셀도 같은 방식으로 넘겨받습니다.",
    bridge:
      "디코더의 첫 상태는 <bridge>브리지(bridge)</bridge>, 곧 학습된 선형 변환이 만듭니다. 마지막 토큰까지 읽은 정방향 상태와 첫 토큰까지 읽은 역방향 상태를 이어 붙인 것이 브리지의 입력입니다.",
    bridgeTop: "둘 다 인코더 위층의 상태입니다. 디코더는 한 층입니다.",
    bridgeLayers: "둘 다 인코더 위층의 상태이며, 디코더의 두 층은 같은 벡터에서 시작합니다.",
    bridgeMemory: "메모리 셀에는 따로 학습된 브리지가 있습니다.",
    fed: "아직 h̃가 없으므로 그 자리에는 0을 넣습니다.",
  },
  fact: {
    rnn: "게이트가 없어 무엇을 남길지 고르지 못합니다. 시점마다 상태 전체를 새로 계산합니다.",
    gru: "z의 평균은 {{update}}입니다. 이전 상태가 이만큼 남습니다.",
    lstm: "평균은 f가 {{forget}}(메모리 셀 C가 이만큼 남음), i가 {{input}}(후보를 이만큼 씀), o가 {{output}}(은닉 상태로 이만큼 내보냄)입니다.",
  },
  scores: "원문 토큰별 점수와 가중치",
  source: "원문",
  scoreColumn: "점수 e",
  weightColumn: "가중치 α",
  weightSum: "Σ α = 1",
  mix: "인코더 은닉 상태를 섞어 만든 문맥 벡터",
  mixMore: "외 {{count}}개",
  logits: "확률이 큰 토큰의 로짓과 확률",
  token: "토큰",
  logit: "로짓 ℓ",
  probability: "확률 p",
  tempered: "온도 {{temperature}}에서의 p",
  fed: {
    sos: "디코더 입력: <sos>시작 토큰</sos> {{token}}. 아직 아무것도 출력하지 않았습니다.",
    truthSame:
      "디코더 입력: 정답 토큰 {{token}} (<teacherForcing>teacher forcing</teacherForcing> 켜짐). 모델이 직전에 낸 답도 같아서, teacher forcing을 꺼도 이번 입력은 같습니다.",
    shaped: "다만 앞에서 넣은 정답의 영향은 은닉 상태에 남아 있습니다.",
    truthChanged:
      "디코더 입력: 정답 토큰 {{token}} (<teacherForcing>teacher forcing</teacherForcing> 켜짐). 모델이 직전에 낸 답은 {{own}}입니다. 이 틀린 답은 입력으로 들어가지 않았습니다.",
    model: "디코더 입력: 모델이 직전에 낸 답 {{token}}.",
    hand: "디코더 입력: 직접 넣은 토큰 {{token}}.",
    modelRight:
      "디코더 입력: 모델이 직전에 낸 답 {{token}}. 맞은 답이라 teacher forcing을 켜도 입력은 같습니다.",
    modelWrong:
      "디코더 입력: 모델이 직전에 낸 답 {{token}}. 정답은 {{truth}}입니다. 여기서부터는 틀린 답을 입력으로 받아 계속 디코딩합니다. Teacher forcing을 켜면 정답이 들어갑니다.",
  },
  next: {
    title: "다음 토큰",
    aside: "토큰 {{count}}개에 대한 소프트맥스",
    others: "그 밖의 {{count}}개",
    truth: "정답",
    asideTemperature: "softmax(ℓ / {{temperature}}), 토큰 {{count}}개",
    largest: "최대 확률",
    chosen: { sampling: "뽑힘", beam: "1위 경로" },
  },
  hand: {
    look: "직접 정한 가중치이므로 softmax(e)와 다릅니다. 점수 e는 계산한 그대로입니다.",
    temperature: "점수를 먼저 온도({{value}})로 나눕니다.",
    hide: "직접 가린 토큰: {{tokens}}. 소프트맥스에서 이 점수를 빼므로 가중치가 0입니다.",
    padding: "패딩 마스크를 껐으므로 패딩 {{count}}개도 소프트맥스에 들어갑니다.",
    swapStates: "키(key)는 직접 바꿔 넣은 ‘{{source}}’의 인코더 은닉 상태입니다.",
    emptyContext:
      "문맥 벡터를 직접 0으로 비웠습니다. 가중치는 계산한 그대로이지만 쓰이지 않습니다.",
    emptyState: "이 시점에 들어오는 은닉 상태를 직접 0으로 비웠습니다.",
    say: "직접 정한 출력입니다. 확률이 가장 높은 토큰: ‘{{token}}’.",
  },
  choice: {
    sampling: "무작위로 뽑은 토큰입니다. 온도 {{temperature}}, 시드 {{seed}}.",
    both: "막대는 온도 {{temperature}}일 때의 분포입니다. 여기서 토큰 ‘{{token}}’의 확률은 {{share}}이고, 모델이 매긴 확률 p(온도 1)는 {{probability}}입니다.",
    same: "온도가 1이면 모델이 매긴 확률 그대로 뽑습니다.",
    sharper:
      "온도가 1보다 작으면 확률이 큰 토큰이 더 자주 뽑힙니다. 토큰의 순위는 바뀌지 않습니다.",
    flatter:
      "온도가 1보다 크면 확률이 작은 토큰도 더 자주 뽑힙니다. 토큰의 순위는 바뀌지 않습니다.",
    beam: "빔 서치가 찾은 경로 가운데 총점이 가장 큰 경로에 있는 토큰입니다.",
    beamOther:
      "이 시점만 보면 확률이 더 큰 토큰이 있지만, 그 토큰으로는 총점이 더 큰 경로를 찾지 못했습니다.",
  },
  unlinked: {
    separator:
      "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 정답의 이 자리에는 늘 같은 기호가 옵니다.",
    century:
      "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 원문에는 연도의 끝 두 자리만 있으므로, 앞 두 자리는 그 두 자리에서 알아내야 합니다(70~99면 19, 00~69면 20).",
    zero: "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 0은 소리 내어 읽지 않으므로, 원문에 나온 자릿수를 보고 알아내야 합니다.",
    ending:
      "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 규칙에 따라 어떤 단어든 끝에 붙이는 글자이기 때문입니다.",
    particle:
      "‘{{token}}’에 대응하는 원문 토큰은 없습니다. 영어는 주어와 목적어를 어순으로 나타냅니다.",
    weights: "가중치의 합은 그래도 1이지만, 위치에 꼭 의미가 있지는 않습니다.",
  },
  unaligned: {
    hardly: "대응하는 토큰을 거의 보지 않고도 맞혔습니다. 어텐션 가중치가 곧 설명은 아닙니다.",
    less: "가장 큰 가중치가 대응하는 토큰에 놓이지 않았는데도 맞혔습니다.",
  },
  unalignedBut: {
    next: "가장 많이 본 것은 바로 다음 상태이지만, 그 상태에도 그 토큰의 정보가 담겨 있습니다.",
    before: "가장 많이 본 것은 바로 앞 상태이지만, 역방향으로 읽을 때 그 토큰을 이미 읽었습니다.",
  },
  loss: {
    formula: "−ln p({{token}}) = −ln {{probability}} = {{loss}}",
    nearlyNone: "−ln p({{token}}) < −ln 0.9999 = 0.0001",
    power: "{{mantissa}} 곱하기 10의 마이너스 {{exponent}}제곱",
    text: "<crossEntropy>교차 엔트로피</crossEntropy>(단위 <nat>nat</nat>). 확률이 모두 같다면 ln {{count}} = {{chance}}.",
    temperature: "온도는 토큰을 뽑을 때만 쓰입니다. 손실은 온도 1의 p로 계산합니다.",
    mistakes:
      "앞에서 낸 틀린 답을 입력으로 받고 있습니다. 정답만 넣어(P = 1) 학습하면 겪지 못하는 상황입니다(<exposureBias>노출 편향</exposureBias>).",
    forcing: "Teacher forcing은 다음 입력만 바꾸며, 손실 계산은 그대로입니다.",
    over: "정답은 이 시점 전에 끝났으므로(<eos>종료 토큰</eos>) 정답 토큰이 없고 교차 엔트로피도 없습니다.",
    unknown: "이 원문의 정답을 모르므로 손실을 계산할 수 없습니다.",
  },
};
