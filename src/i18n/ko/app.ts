/** Korean: the page's frame, header and status line, and the message in place of a broken figure. */
import type { Translation } from "../translation";

export const app: Translation["app"] = {
  title: "Seq2Seq Lab",
  mark: { left: "Seq2Seq", right: "Lab" },
  skip: {
    stage: "신경망 그림으로 건너뛰기",
    training: "학습으로 건너뛰기",
    rail: "수업 또는 설정으로 건너뛰기",
  },
  mode: { label: "화면 모드", learn: "배우기", lab: "실험실", compare: "비교" },
  centre: { label: "가운데 화면", network: "신경망", results: "평가", batch: "배치", beam: "빔" },
  panel: {
    label: "그림 아래 화면",
    learn: "배우기",
    inspect: "살펴보기",
    train: "학습",
    setup: "설정",
    compare: "비교",
  },
  language: "언어",
  present: {
    start: "발표",
    hint: "프로젝터용 화면: 글자가 커지고 그림만 보입니다(F8)",
    label: "발표 화면",
    leave: "발표 끝내기",
    keys: "PageDown과 PageUp(발표용 리모컨도 됩니다)을 누르면 다음 토큰과 이전 토큰으로 갑니다. F8이나 Esc를 누르면 발표가 끝납니다.",
  },
  theme: { label: "테마", light: "밝은 테마 사용 중", dark: "어두운 테마 사용 중" },
  takeAway: "내보내기",
  figure: {
    broken: {
      what: "이 부분을 그리지 못했습니다. 모델과 학습에는 영향이 없습니다.",
      retry: "다시 그리기",
    },
    missing: {
      what: "이 부분을 불러오지 못했습니다. 네트워크 연결을 확인해 주세요. 나머지는 그대로 쓸 수 있습니다.",
      retry: "다시 불러오기",
    },
  },
  status: {
    starting: "계산 엔진을 시작하는 중입니다.",
    ready: "모델이 준비되었습니다. 매개변수는 {{parameters}}개입니다.",
    continued: "마지막으로 저장된 업데이트 {{step}}회의 모델입니다.",
    reset: "모델을 초기화했습니다. 가중치는 무작위 값입니다.",
    undone: "되돌렸습니다. 업데이트 {{step}}회의 모델입니다.",
    redone: "되살렸습니다. 업데이트 {{step}}회의 모델입니다.",
    trained: "학습된 모델을 보고 있습니다.",
    opened: "파일에서 연 모델을 보고 있습니다. 업데이트 {{step}}회의 모델입니다.",
    best: "지금까지 결과가 가장 좋았던 업데이트 {{step}}회의 가중치를 보고 있습니다.",
    started: "학습을 시작했습니다.",
    startedNew:
      "새 모델의 학습을 시작했습니다. 되돌리기 버튼을 누르면 학습된 모델이 다시 나옵니다.",
    progress: "업데이트 {{step}}회, 손실 {{loss}}, 완전 일치율 {{match}}.",
    progressLoss: "업데이트 {{step}}회, 손실 {{loss}}.",
    paused: "업데이트 {{step}}회에서 일시정지했습니다. 손실 {{loss}}.",
    oneStep: "가중치를 한 번 업데이트했습니다. 업데이트 {{step}}회, 손실 {{loss}}.",
    oneStepNew:
      "새 모델의 가중치를 한 번 업데이트했습니다. 손실 {{loss}}. 되돌리기 버튼을 누르면 학습된 모델이 다시 나옵니다.",
    target: "업데이트 {{step}}회에서 완전 일치율이 {{match}}에 이르러 학습을 멈췄습니다.",
    cap: "최대 업데이트 횟수인 {{step}}회에 이르러 학습을 멈췄습니다.",
    overfitted:
      "검증 결과가 더 나아지지 않아 업데이트 {{step}}회에서 학습을 조기 종료했습니다. 가장 좋은 가중치는 보관되어 있습니다.",
    fallen:
      "완전 일치율이 크게 떨어졌습니다(최고 {{top}}, 지금 {{match}}). 가장 좋은 가중치는 보관되어 있으며 속도 옆의 버튼을 누르면 돌아옵니다.",
    diverged:
      "손실이 NaN이나 무한대가 되었습니다(발산). 업데이트 {{step}}회에서 학습을 멈췄습니다.",
  },
};
