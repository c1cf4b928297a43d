import type { Translation } from "../translation";

export const glossary: Translation["glossary"] = {
  encoder: {
    name: "인코더(encoder)",
    text: "원문을 토큰 하나씩 차례로 읽어 토큰마다 은닉 상태를 만드는 신경망입니다.",
  },
  decoder: {
    name: "디코더(decoder)",
    text: "출력을 시점마다 토큰 하나씩 만들어 내는 신경망입니다.",
  },
  hiddenState: {
    name: "은닉 상태(hidden state)",
    text: "순환 신경망이 토큰을 하나 처리할 때마다 새로 계산해 다음으로 넘기는 벡터로, 지금까지 읽은 내용을 담습니다.",
  },
  attention: {
    name: "어텐션(attention)",
    text: "디코더가 시점마다 모든 인코더 은닉 상태를 다시 보되, 필요한 곳에 더 큰 가중치를 주는 방법입니다.",
  },
  query: {
    name: "쿼리(query)",
    text: "어디를 볼지 정하기 위해 모든 키와 비교하는 벡터입니다. 여기서는 디코더 은닉 상태입니다.",
  },
  key: {
    name: "키(key)",
    text: "쿼리와 비교하는 벡터입니다. 여기서는 인코더 은닉 상태가 키입니다.",
  },
  value: {
    name: "값(value)",
    text: "가중 평균하여 문맥 벡터를 만드는 벡터입니다. 여기서는 인코더 은닉 상태가 키이면서 값입니다.",
  },
  score: {
    name: "점수(score)",
    text: "원문 토큰마다 인코더 은닉 상태와 디코더 은닉 상태로 계산하는 수입니다. 클수록 그 토큰의 가중치가 커지며, 음수일 수도 있습니다.",
  },
  softmax: {
    name: "소프트맥스(softmax)",
    text: "임의의 수들을 합이 1인 양수들로 바꾸는 함수입니다. 큰 수일수록 큰 몫을 받습니다.",
  },
  weight: {
    name: "어텐션 가중치(attention weight)",
    text: "원문 토큰 하나의 은닉 상태가 문맥 벡터에 들어가는 비율(0~1)입니다. 한 시점의 가중치를 모두 더하면 1입니다.",
  },
  contextVector: {
    name: "문맥 벡터(context vector)",
    text: "인코더 은닉 상태들을 어텐션 가중치로 평균한 벡터로, 이 시점이 원문에서 가져오는 정보입니다. (인코더의 마지막 은닉 상태를 컨텍스트 벡터라고 부르는 노트도 있지만 여기서는 그렇게 부르지 않습니다.)",
  },
  embedding: { name: "임베딩(embedding)", text: "토큰 하나를 나타내는, 학습된 벡터입니다." },
  onehot: {
    name: "원핫 벡터(one-hot vector)",
    text: "그 토큰의 자리만 1이고 나머지는 모두 0인 벡터입니다. 학습으로 바뀌지 않습니다.",
  },
  logit: {
    name: "로짓(logit)",
    text: "소프트맥스를 거치기 전, 토큰마다 매긴 수입니다. 클수록 그 토큰의 확률이 큽니다.",
  },
  crossEntropy: {
    name: "교차 엔트로피(cross-entropy)",
    text: "토큰 하나의 손실로, 모델이 정답 토큰에 준 확률에 −ln을 취한 값입니다.",
  },
  nat: {
    name: "nat",
    text: "자연로그로 잰 손실의 단위입니다. 정답 토큰의 확률이 1/e(약 0.37)이면 손실은 1 nat입니다.",
  },
  teacherForcing: {
    name: "teacher forcing(교사 강제)",
    text: "디코더에 모델이 낸 답 대신 직전 시점의 정답 토큰을 입력으로 넣는 방법입니다.",
  },
  feedTruth: {
    name: "P(정답 입력)",
    text: "학습할 때 디코더의 입력으로 모델의 출력 대신 정답 토큰을 넣을 확률입니다. 1이면 항상 정답을 넣습니다.",
  },
  exposureBias: {
    name: "노출 편향(exposure bias)",
    text: "학습 때 정답만 입력받은 모델은 자기가 낸 틀린 답을 입력받아 본 적이 없어서, 한 번 틀리면 그 뒤에도 틀리기 쉬운 현상입니다.",
  },
  greedy: {
    name: "그리디 디코딩(greedy decoding)",
    text: "시점마다 확률이 가장 큰 토큰을 출력하고, 나중에 바꾸지 않는 방법입니다.",
  },
  beam: {
    name: "빔 서치(beam search)",
    text: "끝나지 않은 답 여러 개를 함께 이어 가며, 찾은 답 가운데 전체 확률이 가장 큰 것을 고르는 방법입니다.",
  },
  sampling: {
    name: "샘플링(sampling)",
    text: "토큰을 그 확률에 따라 무작위로 뽑는 방법입니다.",
  },
  temperature: {
    name: "온도(temperature)",
    text: "소프트맥스 전에 로짓을 나누는 수입니다. 1보다 작으면 확률이 큰 토큰이, 1보다 크면 확률이 작은 토큰이 더 자주 뽑힙니다.",
  },
  rnn: {
    name: "순환 신경망(RNN)",
    text: "입력과 이전 은닉 상태로 새 은닉 상태를 만드는 신경망입니다. 여기서는 tanh를 쓰는 기본형입니다.",
  },
  gru: {
    name: "게이트 순환 유닛(GRU)",
    text: "이전 은닉 상태를 얼마나 남기고 얼마나 반영할지 정하는 게이트 두 개가 있는 순환 셀입니다.",
  },
  lstm: {
    name: "장단기 메모리(LSTM)",
    text: "게이트 세 개와, 은닉 상태와는 별도의 메모리 셀이 있는 순환 셀입니다.",
  },
  classifier: {
    name: "분류기(classifier)",
    text: "몇 개의 클래스에 확률을 하나씩 주는 신경망입니다. 여기서는 인코더의 은닉 상태를 읽고 이름이 어느 목록에 있을지를 답합니다.",
  },
  generator: {
    name: "생성기(generator)",
    text: "쓰기만 하는 신경망입니다. 클래스를 입력받고, 글자를 하나씩 출력하면서 그 글자를 다시 입력받습니다.",
  },
  transformer: {
    name: "트랜스포머(Transformer)",
    text: "순환이 없는 인코더-디코더 신경망입니다. 토큰들이 서로를 동시에 봅니다(Vaswani 등, 2017).",
  },
  selfAttention: {
    name: "셀프 어텐션(self-attention)",
    text: "한 시퀀스 안의 어텐션입니다. 쿼리, 키, 값이 같은 토큰들에서 나옵니다. 인코더에서는 토큰마다 자신을 포함한 모든 토큰을 보고, 디코더에서는 자신과 앞의 토큰만 봅니다.",
  },
  attentionHead: {
    name: "헤드(head)",
    text: "동시에 보는 여러 어텐션 가운데 하나입니다. 쿼리, 키, 값을 만드는 행렬을 따로 가지며, 모든 헤드의 문맥 벡터를 이어 붙입니다.",
  },
  position: {
    name: "위치 인코딩(positional encoding)",
    text: "시퀀스의 자리마다 있는 벡터로, 임베딩에 더합니다. 이것이 없으면 트랜스포머는 토큰의 순서를 알지 못합니다.",
  },
  causalMask: {
    name: "인과 마스크(causal mask)",
    text: "디코더 셀프 어텐션의 규칙입니다. 각 행은 그때까지 입력된 토큰만 보고 뒤의 토큰은 보지 못합니다.",
  },
  gate: {
    name: "게이트(gate)",
    text: "다른 벡터에 성분별로 곱하는 0~1 사이의 벡터입니다. 0이면 막고 1이면 그대로 통과시킵니다.",
  },
  sos: {
    name: "<sos>(시작 토큰, start of sequence)",
    text: "아직 출력이 없는 첫 시점에 디코더에 입력하는 토큰입니다.",
  },
  eos: {
    name: "<eos>(종료 토큰, end of sequence)",
    text: "모든 원문과 정답의 끝에 붙이는 토큰입니다. 디코더는 이 토큰을 출력하면 멈춥니다.",
  },
  pad: {
    name: "<pad>(패딩 토큰, padding)",
    text: "배치에서 짧은 시퀀스의 길이를 맞추려고 채우는 토큰입니다. 손실과 어텐션에서는 제외합니다.",
  },
  unk: {
    name: "<unk>(미등록 토큰, unknown)",
    text: "어휘에 없는 토큰을 모두 대신하는 토큰입니다.",
  },
  heldOut: {
    name: "검증 예제(held-out examples)",
    text: "학습에 쓰지 않고 떼어 둔 예제입니다. 모델이 규칙을 배웠는지, 예제를 외웠는지 보여 줍니다.",
  },
  exactMatch: {
    name: "완전 일치율(exact match)",
    text: "모든 토큰이 정답과 같은 답의 비율입니다.",
  },
  alignmentError: {
    name: "정렬 오류율(alignment error rate)",
    text: "출력 토큰 가운데, 가중치가 가장 큰 위치가 과제 규칙상 대응하는 원문 토큰과 다른 것의 비율입니다.",
  },
  update: {
    name: "업데이트(update)",
    text: "배치 하나의 손실과 기울기를 구해, 모든 가중치를 기울기의 반대 방향으로 조금 바꾸는 일입니다.",
  },
  batch: { name: "배치(batch)", text: "업데이트 한 번에 함께 쓰는 예제 묶음입니다." },
  epoch: { name: "에폭(epoch)", text: "학습용 쌍 전체를 한 번씩 학습에 쓰는 것입니다." },
  gradientClipping: {
    name: "기울기 클리핑(gradient clipping)",
    text: "기울기의 크기가 한도를 넘으면 한도까지 줄여, 배치 하나가 가중치를 지나치게 바꾸지 못하게 하는 방법입니다.",
  },
  bidirectional: {
    name: "양방향 인코더(bidirectional encoder)",
    text: "신경망 두 개가 원문을 양 끝에서 각각 읽고, 토큰마다 은닉 상태 두 개를 이어 붙이는 인코더입니다.",
  },
  bridge: {
    name: "브리지(bridge)",
    text: "인코더의 마지막 은닉 상태들을 디코더의 첫 은닉 상태로 바꾸는, 학습된 선형 변환입니다.",
  },
  sequence: {
    name: "시퀀스(sequence)",
    text: "순서가 있는 토큰의 나열입니다. 문장의 단어들이나 단어의 글자들이며, 길이는 예제마다 다를 수 있습니다.",
  },
  token: {
    name: "토큰(token)",
    text: "신경망이 읽고 쓰는 가장 작은 단위로, 과제에 따라 단어, 음절 또는 글자입니다.",
  },
  vocabulary: {
    name: "어휘(vocabulary)",
    text: "모델이 아는 모든 토큰에 번호를 붙인 목록입니다. 원문과 출력에 하나씩 있습니다.",
  },
  source: {
    name: "원문(source)",
    text: "인코더가 읽는 시퀀스입니다. 끝에 <eos>가 붙습니다.",
  },
  target: {
    name: "정답(target)",
    text: "학습할 때 디코더가 낸 확률과 비교하는 올바른 출력입니다.",
  },
  parameter: {
    name: "매개변수(parameter)",
    text: "학습이 바꾸는 모델의 수입니다. 은닉 상태는 매개변수가 아니라 예제마다 새로 계산하는 값입니다.",
  },
  step: {
    name: "시점(time step)",
    text: "디코더가 토큰 하나를 입력받아 새 은닉 상태를 계산하고 토큰 하나를 출력하는 한 번의 과정입니다.",
  },
  bottleneck: {
    name: "병목(bottleneck)",
    text: "어텐션이 없으면 원문이 아무리 길어도 크기가 정해진 벡터 하나에 모두 담아야 하는 문제입니다.",
  },
  alignment: {
    name: "정렬(alignment)",
    text: "어느 출력 토큰이 어느 원문 토큰에 대응하는지를 말합니다. 모델에는 알려 주지 않으며, 규칙으로 만든 과제에서만 정답을 알 수 있습니다.",
  },
  additive: {
    name: "부가적 점수(additive, concat)",
    text: "v · tanh(W q + U k), 곧 작은 신경망으로 쿼리와 키를 비교합니다. Bahdanau 등(2015)의 방식이며, Luong의 concat과 같은 함수입니다.",
  },
  dotScore: {
    name: "내적 점수(dot)",
    text: "q · k, 곧 성분끼리 곱해 더한 값입니다. 매개변수가 없고, 두 벡터의 크기가 같아야 합니다.",
  },
  generalScore: {
    name: "일반 점수(general)",
    text: "q · W k입니다. W는 대각 행렬에 한정되지 않으므로 쿼리의 모든 성분이 키의 모든 성분과 곱해지며, 두 벡터의 크기가 달라도 됩니다.",
  },
  timing: {
    name: "어텐션 순서(timing)",
    text: "디코더가 원문을 언제 보는지를 말합니다. 새 은닉 상태를 계산하기 전(Bahdanau)이나 계산한 뒤(Luong)이며, 점수 함수와는 별개의 선택입니다.",
  },
  inputFeeding: {
    name: "입력 피딩(input feeding)",
    text: "한 시점의 어텐션 은닉 상태 h̃를 다음 시점의 입력에 이어 붙여, 디코더가 앞에서 어디를 보았는지 알게 하는 방법입니다.",
  },
  combined: {
    name: "어텐션 은닉 상태(attentional hidden state)",
    text: "문맥 벡터와 디코더 은닉 상태를 이어 붙여 선형 변환하고 tanh를 취한 벡터 h̃입니다. Luong 방식에서는 이것으로 출력을 계산하며, 그림의 ‘결합’ 열에 있습니다.",
  },
  reversedSource: {
    name: "원문 뒤집기(reversed source)",
    text: "인코더가 원문을 거꾸로 읽게 하여, 원문의 앞부분과 출력의 앞부분 사이 거리를 줄이는 방법입니다(Sutskever 등, 2014).",
  },
  dropout: {
    name: "드롭아웃(dropout)",
    text: "학습할 때 벡터의 성분 일부를 무작위로 0으로 만들고 나머지는 그만큼 키우는 방법입니다. 디코딩할 때는 쓰지 않습니다.",
  },
  learningRate: {
    name: "학습률(learning rate)",
    text: "업데이트 한 번에 가중치를 얼마나 움직일지 정하는 수입니다.",
  },
  adam: {
    name: "Adam",
    text: "기울기의 이동 평균을 기울기의 평소 크기로 나눈 만큼 매개변수를 하나하나 움직이는 업데이트 규칙입니다.",
  },
  gradient: {
    name: "기울기(gradient)",
    text: "어떤 값을 조금 키울 때 손실이 얼마나 커지는지를 나타내는 값으로, 손실의 미분입니다.",
  },
  overfitting: {
    name: "과적합(overfitting)",
    text: "학습 예제는 잘 맞히지만 검증 예제는 잘 맞히지 못하는 상태입니다. 규칙을 배우는 대신 예제를 외운 것입니다.",
  },
  perplexity: {
    name: "퍼플렉시티(perplexity)",
    text: "e를 평균 손실만큼 거듭제곱한 값으로, 확률이 같은 토큰 몇 개 가운데 하나를 고르는 셈인지를 나타냅니다.",
  },
  mask: {
    name: "마스크(mask)",
    text: "패딩을 계산에서 빼는 장치입니다. 소프트맥스를 취하기 전에 패딩의 점수를 아주 큰 음수로 바꾸고, 손실에서도 패딩을 뺍니다.",
  },
  entropy: {
    name: "엔트로피(entropy)",
    text: "한 행의 가중치가 얼마나 퍼져 있는지를 나타냅니다. 토큰 하나가 모두 가지면 0, 토큰 S개가 똑같이 나누어 가지면 ln S입니다.",
  },
  freeRunning: {
    name: "자유 실행(free running)",
    text: "시점마다 디코더가 직전에 낸 자기 답을 입력으로 받는 방식입니다. 정답을 모르는 실제 사용에서는 이 방식만 쓸 수 있습니다.",
  },
  scheduledSampling: {
    name: "계획된 샘플링(scheduled sampling)",
    text: "학습할 때 디코더 입력마다 동전을 던져 정답과 모델의 답 가운데 하나를 넣고, 정답을 넣을 확률을 점점 줄이는 방법입니다(Bengio 등, 2015).",
  },
};
