/** Korean: the batch that the next update learns from, and what its masks prevent. */
import type { Translation } from "../translation";

export const batch: Translation["batch"] = {
  title: "배치",
  waiting: "모델이 준비되면 배치가 나타납니다.",
  noPairs: "이 모델은 문장 쌍 없이 열렸으므로 배치가 없습니다.",
  next: "다음 업데이트({{update}}회째)에서는 이 문장 쌍 {{count}}개로 학습합니다. 숫자는 업데이트를 {{trained}}회 마친 가중치로 계산한 값입니다.",
  shipped:
    "학습을 시작하면 새 모델을 만들고, 첫 업데이트에서 이 문장 쌍 {{count}}개로 학습합니다. 숫자는 지금 보고 있는 학습된 모델(업데이트 {{trained}}회)의 가중치로 계산한 값입니다.",
  padding:
    "모든 행의 길이를 배치에서 가장 긴 쌍에 맞춥니다. 원문은 토큰 {{source}}개, 정답은 {{target}}개입니다. <pad>의 비율: 원문 칸 {{sourceShare}}, 정답 칸 {{targetShare}}.",
  unpadded: "배치에 있는 모든 쌍의 길이가 같아 패딩이 없습니다.",
  masks: {
    title: "마스크",
    hint: "마스크를 꺼 보면 마스크가 무엇을 막는지 알 수 있습니다. 학습할 때는 마스크를 모두 켭니다.",
    states: {
      name: "패킹(packing)",
      what: "인코더가 각 행의 마지막 토큰까지만 읽습니다.",
      off: "<pad>까지 계속 읽습니다. 패딩이 있는 행에서 s₀의 평균 변화: {{change}}.",
    },
    attention: {
      name: "어텐션 마스크",
      what: "<pad>에는 가중치를 주지 않습니다.",
      off: "패딩이 있는 행에서 <pad>에 간 가중치의 비율: {{weight}}.",
      none: "이 모델에는 어텐션이 없습니다.",
    },
    loss: {
      name: "손실 마스크",
      what: "실제 토큰만 손실에 넣습니다.",
      off: "손실에 넣는 토큰 {{all}}개 가운데 {{count}}개가 <pad>입니다. 이대로 학습하면 모델이 <pad>를 출력하는 법까지 배웁니다.",
      offNone: "이 행들의 정답에는 <pad>가 없으므로 마스크를 꺼도 달라지는 것이 없습니다.",
    },
    loss0: "이 {{rows}}개 행의 손실: {{loss}} nat",
    lossOff:
      "이 {{rows}}개 행의 손실: 마스크를 모두 켜면 {{loss}} nat, 지금 설정으로는 {{changed}} nat",
  },
  part: {
    label: "표에 표시할 것",
    training: "학습",
    answers: "모델의 답",
  },
  rows: { label: "행", some: "처음 {{count}}개", all: "{{count}}개 모두" },
  grid: {
    scroller: "배치, 스크롤 가능",
    caption: "배치. 한 행이 한 쌍입니다",
    row: "행",
    source: "원문(인코더가 읽는 순서)",
    target: "디코더: 위는 입력, 아래는 정답",
    answers: "모델의 답(<eos>까지)",
    open: "{{row}}행을 그림에 표시",
    loss: "손실",
    weight: "<pad>의 가중치",
    start: "패킹하지 않은 s₀",
    change: "{{before}} → {{after}}",
  },
  cell: {
    padSkipped: "<pad>. 인코더가 읽지 않습니다.",
    padRead: "<pad>. 인코더가 읽습니다.",
    padWeight: "평균 가중치 {{weight}}.",
    fed: {
      sos: "입력: {{token}}.",
      truth: "입력(정답): {{token}}.",
      model: "입력(모델의 답): {{token}}.",
    },
    wanted: "정답: {{token}}.",
    loss: "손실 {{loss}}.",
    padNotCounted: "<pad>. 손실에 넣지 않습니다.",
    padCounted: "<pad>. 손실에 넣습니다: {{loss}}.",
    right: "{{token}}, 맞음.",
    wrong: "{{token}}, 이 위치에서는 틀림.",
    stopped: "이 행은 끝났습니다.",
  },
  key: {
    label: "범례",
    pad: "마스크로 가린 <pad>",
    open: "마스크를 끈 <pad>. 숫자는 가중치(%) 또는 손실입니다",
    truth: "정답을 입력",
    model: "모델이 바로 전에 낸 답을 입력",
    wrong: "이 위치의 정답이 아닌 토큰",
    coins:
      "위치마다 동전을 던져 입력을 정합니다. P(정답 입력)의 확률로 정답을 넣고, 아니면 모델이 바로 전에 낸 답을 넣습니다. 첫 입력은 언제나 <sos>입니다.",
    stop: "각 행은 자신의 <eos>에서 끝납니다. 배치는 정해진 시점 수까지 계속 계산하고, <eos> 뒤에 나온 토큰은 버립니다.",
  },
};
