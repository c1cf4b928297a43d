/** Korean: the page's frame, header and status line, and the message in place of a broken figure. */
import type { Translation } from "../translation";

export const app: Translation["app"] = {
  title: "Seq2Seq Lab",
  mark: { left: "Seq2Seq", right: "Lab" },
  tagline: "Seq2seq 신경망이 학습하는 과정을 지켜보고 한 단계씩 뜯어봅니다.",
  skip: {
    stage: "모델 그림으로 건너뛰기",
    training: "학습으로 건너뛰기",
    setup: "설정으로 건너뛰기",
  },
  language: "언어",
  theme: { label: "테마", light: "밝은 테마 사용 중", dark: "어두운 테마 사용 중" },
  share: {
    copy: "링크 복사",
    copied: "링크를 복사했습니다",
    failed: "복사하지 못했습니다. 주소창의 링크를 쓰세요",
  },
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
    ready: "모델이 준비되었습니다. 매개변수 {{parameters}}개.",
    continued: "마지막으로 저장된 학습 {{step}}단계부터 이어집니다.",
    reset: "초기화: 무작위 가중치.",
    undone: "되돌림: 학습 {{step}}단계의 모델입니다.",
    redone: "다시 실행: 학습 {{step}}단계의 모델입니다.",
    trained: "학습된 모델을 보고 있습니다.",
    opened: "파일에서 연 모델을 보고 있습니다. 학습 {{step}}단계입니다.",
    started: "학습을 시작했습니다.",
    progress: "학습 {{step}}단계, 손실 {{loss}}, 완전 일치율 {{match}}.",
    progressLoss: "학습 {{step}}단계, 손실 {{loss}}.",
    paused: "학습 {{step}}단계에서 일시정지했습니다. 손실 {{loss}}.",
    oneStep: "한 단계 학습했습니다. 학습 {{step}}단계, 손실 {{loss}}.",
    target: "학습 {{step}}단계에서 완전 일치율 {{match}} 달성. 학습을 멈췄습니다.",
    cap: "최대 단계 수인 학습 {{step}}단계에 이르러 학습을 멈췄습니다.",
    diverged: "손실이 더 이상 숫자가 아닙니다. 학습 {{step}}단계에서 학습을 멈췄습니다.",
  },
};
