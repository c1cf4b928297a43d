import type { Translation } from "../translation";

export const player: Translation["player"] = {
  region: "디코딩",
  source: "원문",
  sourceHint: "원문을 입력하세요",
  decode: "디코딩",
  draft: {
    mark: "아직 반영 전",
    shown:
      "아직 화면에 반영되지 않았습니다. 화면은 ‘{{text}}’의 결과입니다. Enter나 디코딩 버튼을 누르세요.",
    empty: "아직 화면에 반영되지 않았습니다. Enter나 디코딩 버튼을 누르세요.",
  },
  problems: {
    empty: "먼저 읽을 내용을 입력하세요.",
    tooLong: "너무 깁니다. 토큰이 {{length}}개입니다. {{limit}}개까지 볼 수 있습니다.",
    unknownTokens: "이 모델의 어휘에 없는 토큰입니다: {{tokens}}.",
    fewer: "이 모델은 {{known}}만 배웁니다. 난이도를 높이면 더 많아집니다.",
    stillShown: "그림은 아직 원문 ‘{{text}}’의 결과입니다.",
  },
  beyond:
    "학습에 나온 어떤 원문보다도 깁니다(학습에서는 최대 {{limit}}토큰). 어디에서 틀리는지 살펴보세요.",
  unread: "어휘에 없어 <unk>(미등록 토큰)로 읽은 토큰입니다: {{tokens}}.",
  first: "첫 토큰",
  previous: "이전 토큰",
  next: "다음 토큰",
  last: "마지막 토큰",
  play: "재생",
  pause: "재생 멈춤",
  another: "다른 예문",
  speed: "속도",
  speedText: "1초에 토큰 {{speed}}개",
  speedShort: "초당 {{speed}}토큰",
  legend: "범례",
  more: "더 보기",
  playback: "재생",
  howItDecodes: "디코딩 방법: {{method}}",
  forcing: "Teacher forcing",
  forcingUnknown: "정답을 모르는 원문이라 teacher forcing을 쓸 수 없습니다.",
  decoding: {
    label: "디코딩 방법",
    options: {
      greedy: {
        label: "그리디",
        help: "시점마다 확률이 가장 큰 토큰을 출력합니다.",
      },
      beam: {
        label: "빔 서치",
        help: "여러 경로를 함께 이어 가며, 찾은 경로 가운데 전체 확률이 가장 큰 답을 출력합니다.",
      },
      sampling: {
        label: "샘플링",
        help: "시점마다 확률에 따라 토큰을 무작위로 뽑습니다.",
      },
    },
    forced:
      "Teacher forcing을 켜면 다음 입력이 정답으로 정해지므로 빔 서치와 샘플링은 쓰이지 않습니다. 시점마다 확률이 가장 큰 토큰을 출력합니다.",
    beamWidth: {
      label: "빔 너비",
      help: "시점마다 남기는 경로의 수입니다. 1이면 그리디와 같습니다.",
    },
    temperature: {
      label: "온도",
      help: "로짓(logit)을 나누는 값입니다. 낮으면 그리디에 가깝고, 높으면 확률이 작은 토큰도 더 자주 뽑힙니다.",
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
  noEosMeaning: "종료 토큰 <eos>를 출력하지 않아 길이 제한에서 멈춤",
  score_one: "토큰 {{count}}개 중 {{right}}개 맞음",
  score_other: "토큰 {{count}}개 중 {{right}}개 맞음",
  aligned_one: "토큰 {{count}}개 중 {{right}}개 맞음(편집 거리로 정렬)",
  aligned_other: "토큰 {{count}}개 중 {{right}}개 맞음(편집 거리로 정렬)",
  excess: "{{score}}, 정답보다 {{excess}}개 더 출력",
  announce: {
    step: "시점 {{step}}: ‘{{token}}’",
    right: "맞음",
    wrong: "틀림",
    looked: "{{source}}에 {{share}}",
    answer: "출력: {{text}}",
  },
};
