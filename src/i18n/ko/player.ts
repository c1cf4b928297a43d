import type { Translation } from "../translation";

export const player: Translation["player"] = {
  region: "디코딩",
  source: "원문",
  sourceHint: "원문을 입력하고 Enter를 누르세요",
  problems: {
    empty: "먼저 읽을 내용을 입력하세요.",
    tooLong: "너무 깁니다. 토큰이 {{length}}개인데, 여기서는 {{limit}}개까지 볼 수 있습니다.",
    unknownTokens: "이 모델이 한 번도 본 적 없는 토큰: {{tokens}}.",
    fewer: "고른 난이도에서는 기호 {{all}}개 가운데 {{chosen}}개만 씁니다.",
    stillShown: "아래는 아직 ‘{{text}}’의 결과입니다.",
  },
  beyond:
    "학습에 나온 어떤 원문보다도 깁니다(학습에서는 최대 {{limit}}토큰). 어디서부터 틀리는지 살펴보세요.",
  unread: "어휘에 없어 <unk>로 읽은 토큰: {{tokens}}.",
  first: "첫 토큰",
  previous: "이전 토큰",
  next: "다음 토큰",
  last: "마지막 토큰",
  play: "재생",
  pause: "재생 멈춤",
  another: "다른 예문",
  speed: "속도",
  speedText: "1초에 {{speed}}단계",
  speedShort: "초당 {{speed}}단계",
  forcing: "Teacher forcing",
  forcingUnknown: "정답을 알 수 없어 넣어 줄 정답이 없습니다.",
  decoding: {
    label: "디코딩 방법",
    options: {
      greedy: {
        label: "그리디",
        help: "매 단계 확률이 가장 큰 토큰을 출력합니다.",
      },
      beam: {
        label: "빔 서치",
        help: "여러 경로를 나란히 따라가, 전체 확률이 가장 큰 답을 출력합니다.",
      },
      sampling: {
        label: "샘플링",
        help: "매 단계 확률에 따라 토큰을 무작위로 뽑습니다.",
      },
    },
    forced:
      "정답을 입력으로 넣을 때는 고를 경로가 없어, 단계마다 확률이 가장 큰 토큰을 출력합니다.",
    beamWidth: { label: "빔 너비", help: "단계마다 남기는 경로의 수. 1이면 그리디와 같습니다." },
    temperature: {
      label: "온도",
      help: "logit을 나누는 값. 낮으면 그리디에 가깝고, 높으면 더 고르게(무작위에 가깝게) 뽑힙니다.",
    },
    sampleSeed: { label: "샘플링 시드", help: "시드가 같으면 같은 토큰이 뽑힙니다." },
    again: "다시 뽑기",
  },
  output: "출력",
  expected: "정답",
  expectedUnknown: "이 원문의 정답은 알 수 없습니다",
  ended: "문장 끝",
  endedTimes: "문장 끝 {{count}}번",
  noEos: "eos 없음",
  noEosMeaning: "<eos>를 출력하지 않아 길이 제한에서 멈춤",
  score_one: "토큰 {{count}}개 중 {{right}}개 맞음",
  score_other: "토큰 {{count}}개 중 {{right}}개 맞음",
  excess: "{{score}}, {{excess}}개 초과",
  announce: {
    step: "{{step}}단계: ‘{{token}}’",
    right: "맞음",
    wrong: "틀림",
    looked: "{{source}}에 {{share}}",
    answer: "출력: {{text}}",
  },
};
