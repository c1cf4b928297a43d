import type { Translation } from "../translation";

export const inspector: Translation["inspector"] = {
  region: "자세히 보기",
  tabs: "선택한 부분의 표시 방식",
  tab: { equation: "수식", pytorch: "PyTorch", numbers: "수치" },
  step: "시점 {{step}}/{{steps}}",
  waiting: "모델을 불러오고 있습니다",
  purpose: {
    query:
      "디코더가 원문에 묻습니다. 디코더의 <hiddenState>은닉 상태</hiddenState>가 <query>쿼리(query)</query>입니다.",
    score:
      "<key>키(key)</key>마다 <query>쿼리</query>에 얼마나 잘 맞는지 <score>점수(score)</score>를 매깁니다.",
    softmax:
      "<softmax>소프트맥스(softmax)</softmax>로 점수를 합이 1인 <weight>어텐션 가중치</weight>로 바꿉니다.",
    context:
      "인코더 은닉 상태가 <value>값(value)</value>입니다. 이를 가중치로 평균한 것이 <contextVector>문맥 벡터(context vector)</contextVector>입니다.",
    embed: "입력 토큰을 벡터, 곧 <embedding>임베딩(embedding)</embedding>으로 바꿉니다.",
    onehot: "입력 토큰을 <onehot>원핫 벡터(one-hot vector)</onehot>로 바꿉니다.",
    cell: {
      rnn: "<rnn>RNN</rnn>으로 <decoder>디코더</decoder>의 새 <hiddenState>은닉 상태</hiddenState>를 계산합니다.",
      gru: "<gru>GRU</gru>로 새 은닉 상태를 계산합니다. 이전 상태를 얼마나 남길지는 <gate>게이트(gate)</gate> 두 개가 정합니다.",
      lstm: "<lstm>LSTM</lstm>으로 새 메모리 셀과 은닉 상태를 계산합니다. 무엇을 남기고 내보낼지는 <gate>게이트(gate)</gate> 세 개가 정합니다.",
    },
    upper: "위층은 아래층의 새 은닉 상태를 읽습니다.",
    combine:
      "<contextVector>문맥 벡터</contextVector>와 디코더 은닉 상태를 합쳐 벡터 h̃ 하나로 만듭니다.",
    output:
      "토큰마다 <logit>로짓(logit)</logit>을 계산하고 <softmax>소프트맥스</softmax>로 확률을 구합니다.",
  },
  code: {
    label: "이 시점의 PyTorch 코드",
    given: "주어진 텐서(배치 크기 1):",
    note: "오른쪽은 새로 만든 텐서의 shape입니다. 줄을 누르면 그 연산이 선택됩니다.",
  },
  numbers: {
    scores: "시점 {{step}}의 점수와 가중치",
    logits: "시점 {{step}}의 로짓과 확률",
    back: { scores: "이 시점의 점수", logits: "이 시점의 로짓" },
    hint: "그림에서 타일이나 원문 토큰을 누르면 그 수치가 여기에 표시됩니다.",
  },
};
