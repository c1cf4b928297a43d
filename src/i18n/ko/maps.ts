/** Korean: the attention over time, with its maps, its curves and its replay. */
import type { Translation } from "../translation";

export const maps: Translation["maps"] = {
  button: "어텐션 맵",
  title: "학습에 따른 어텐션의 변화",
  list: "업데이트별 어텐션 맵, 스크롤 가능",
  about:
    "지금 보고 있는 예제의 맵이며, 정답을 알면 정답을 입력으로 넣어 그립니다. 맵 아래는 업데이트 횟수와 행별 엔트로피의 평균입니다. 행마다 토큰 하나만 보면 0이고, 토큰 {{tokens}}개를 고르게 보면 ln {{tokens}} = {{even}}\u00a0nat입니다.",
  later: "새 맵은 학습이 멈추면 나타납니다.",
  open: "업데이트 {{update}}회, 엔트로피 {{nats}} nat: 여기로 이동",
  nats: "{{nats}} nat",
  waiting: "어텐션 맵이 곧 나타납니다.",
  kept: "이 모델에는 이전 가중치가 없습니다. 모델을 학습하면 여기에 어텐션 맵이 나타납니다.",
  none: "이 모델에는 어텐션이 없으므로 어텐션 맵도 없습니다.",
  replay: "다시 보기",
  pause: "다시 보기 멈춤",
  next: "다음 맵",
  curves: {
    label: "곡선",
    answers: "완전 일치율",
    attention: "어텐션",
  },
};
