import type { Translation } from "../translation";

export const gradients: Translation["gradients"] = {
  draws: "그림에 표시할 것",
  drawn: { values: "값", gradients: "기울기" },
  controls: "기울기",
  lossOf: "손실의 범위",
  losses: { token: "선택한 토큰", all: "모든 토큰(평균)" },
  stepLoss: "시점 {{step}}의 손실: −ln p({{token}}) = {{loss}}.",
  meanLoss: "토큰 {{count}}개의 평균 손실: {{loss}}.",
  ownTarget: "정답을 알 수 없어 모델이 낸 토큰을 정답으로 놓고 계산합니다.",
  weightsOf: "업데이트 {{update}}회 후의 가중치입니다.",
  edited:
    "기울기는 직접 바꾼 것이 없거나 토큰만 바꾼 디코딩에 대해서만 그립니다. 다른 변경을 취소하면 볼 수 있습니다.",
  wall: "어텐션이 없으면 여기로는 기울기가 지나가지 않습니다.",
  waiting: "모델이 준비되면 기울기가 나타납니다.",
  figure: "펼친 인코더와 디코더의 기울기",
  scroller: "펼친 인코더와 디코더의 기울기, 스크롤 가능",
  encoderTiles: "인코더 상태의 기울기",
  decoderTiles: "디코더 상태의 기울기",
  column:
    "h{{sub}}, {{token}}: 기울기 {{whole}}. 어텐션 맵을 지나 값으로 {{values}}, 키로 {{scores}}. 디코더의 첫 상태를 지나 {{corner}}",
  state:
    "s{{sub}}: 기울기 {{whole}}. 자신의 출력에서 {{output}}, 쿼리에서 {{query}}, 다음 시점에서 {{onward}}",
  cell: "시점 {{step}}에서 {{token}}: 값으로 {{values}}, 키로 {{scores}}",
  at: "h{{sub}}의 기울기, {{token}}",
  roads: {
    whole: "전체",
    values: "맵, 값으로",
    scores: "맵, 키로",
    corner: "디코더의 첫 상태",
    output: "자신의 출력",
    query: "자신의 쿼리",
    onward: "다음 시점",
  },
  table: {
    button: "표",
    name: "기울기 표",
    state: "상태",
    encoder: "인코더 상태마다 기울기의 길이",
    memory: "인코더의 메모리 셀마다 기울기의 길이",
    decoder: "디코더 상태마다 기울기의 길이",
  },
  legend: {
    gradient:
      "어떤 상태의 기울기는 그 상태가 조금 바뀔 때 손실이 어떻게 바뀌는지를 나타냅니다. 입력 토큰은 그대로 둡니다.",
    size: "사각형이 크고 화살표가 굵을수록 기울기가 깁니다. 차트와 같은 로그 눈금입니다. 가장 긴 기울기의 {{smallest}}분의 1보다 짧은 것은 그리지 않습니다.",
    way: "화살표는 손실에서 원문 쪽으로 거슬러 갑니다.",
    roads:
      "기울기가 인코더에 이르는 길은 세 가지입니다. 어텐션 맵을 지나 값으로(가중치 × 상태, 채운 사각형), 어텐션 맵을 지나 키로(점수, 빈 사각형), 그리고 디코더의 첫 상태를 지나 이릅니다. 그다음 인코더를 따라 더 갈 수 있습니다.",
    oneRoad:
      "어텐션이 없으면 인코더로 가는 길은 하나뿐입니다. 디코더의 첫 상태를 지난 다음, 인코더를 따라 갑니다.",
    parts: "세 부분을 벡터로 더하면 전체 기울기가 됩니다. 길이끼리는 더해지지 않습니다.",
    decoder:
      "디코더 상태의 기울기는 자신의 출력에서 온 부분, 쿼리에서 온 부분(점선 화살표), 다음 시점에서 온 부분으로 이루어집니다.",
    memory:
      "LSTM에는 메모리 셀도 있습니다. 그 기울기는 표에 있고, 사각형은 은닉 상태만 나타냅니다.",
  },
};
