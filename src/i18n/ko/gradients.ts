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
    "편집이 없거나 토큰만 편집한 디코딩에서만 기울기를 그립니다. 다른 편집을 지우면 볼 수 있습니다.",
  wall: "어텐션이 없으면 여기로는 기울기가 지나가지 않습니다.",
  waiting: "모델이 준비되면 기울기가 나타납니다.",
  figure: "펼친 인코더와 디코더의 기울기",
  scroller: "펼친 인코더와 디코더의 기울기, 스크롤 가능",
  encoderTiles: "인코더 상태의 기울기",
  decoderTiles: "디코더 상태의 기울기",
  column:
    "h{{sub}}, {{token}}: 기울기 {{whole}}. 어텐션 맵의 값(value) 경로 {{values}}, 키 경로 {{scores}}. 디코더의 첫 상태를 거쳐 {{corner}}",
  state:
    "s{{sub}}: 기울기 {{whole}}. 자신의 출력에서 {{output}}, 쿼리에서 {{query}}, 다음 시점에서 {{onward}}",
  cell: "시점 {{step}}에서 {{token}}: 값(value) {{values}}, 키(key) {{scores}}",
  at: "h{{sub}}의 기울기, {{token}}",
  roads: {
    whole: "전체",
    values: "맵: 값(value)",
    scores: "맵: 키(key)",
    corner: "디코더의 첫 상태",
    output: "자신의 출력",
    query: "자신의 쿼리",
    onward: "다음 시점",
  },
  table: {
    button: "표",
    name: "기울기 표",
    state: "상태",
    encoder: "인코더 상태별 기울기의 크기(노름)",
    memory: "인코더 메모리 셀별 기울기의 크기(노름)",
    decoder: "디코더 상태별 기울기의 크기(노름)",
  },
  legend: {
    gradient:
      "어떤 상태의 기울기는 그 상태가 조금 바뀔 때 손실이 어떻게 바뀌는지를 나타냅니다. 입력 토큰은 그대로 둡니다.",
    size: "사각형이 크고 화살표가 굵을수록 기울기의 크기(노름)가 큽니다. 차트와 같은 로그 눈금입니다. 가장 큰 기울기의 {{smallest}}분의 1보다 작은 것은 그리지 않습니다.",
    way: "화살표는 손실에서 원문 쪽으로 거슬러 갑니다.",
    roads:
      "기울기가 인코더에 이르는 경로는 세 가지입니다. 어텐션 맵의 값(value) 경로(가중치 × 상태, 채운 사각형), 어텐션 맵의 키(key) 경로(점수, 빈 사각형), 그리고 디코더의 첫 상태를 거치는 경로입니다. 인코더에 이른 기울기는 인코더를 따라 더 거슬러 갈 수 있습니다.",
    oneRoad:
      "어텐션이 없으면 기울기가 인코더에 이르는 경로는 하나뿐입니다. 디코더의 첫 상태를 거친 다음, 인코더를 따라 거슬러 갑니다.",
    parts:
      "세 부분을 벡터로 더하면 전체 기울기가 됩니다. 크기끼리 더한 값은 전체의 크기와 다릅니다.",
    decoder:
      "디코더 상태의 기울기는 자신의 출력에서 온 부분, 쿼리에서 온 부분(점선 화살표), 다음 시점에서 온 부분으로 이루어집니다.",
    memory:
      "LSTM에는 메모리 셀도 있습니다. 그 기울기는 표에 있고, 사각형은 은닉 상태만 나타냅니다.",
  },
};
