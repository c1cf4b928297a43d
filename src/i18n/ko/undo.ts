import type { Translation } from "../translation";

export const undo: Translation["undo"] = {
  none: "되돌리기",
  undo: "되돌리기: {{run}}",
  redo: "되살리기: {{run}}",
  run: {
    before: "이전 설정",
    after: "바뀐 설정",
    trained: "학습된 모델",
    untrained: "학습 전 모델",
    update: "업데이트 {{step}}회",
  },
  short: {
    before: "이전 설정",
    after: "바뀐 설정",
    trained: "학습된 모델",
    untrained: "학습 전 모델",
    update: "{{step}}회",
  },
  showTrained: "학습된 모델 보기",
  startsNew:
    "‘학습 시작’이나 업데이트 버튼을 누르면 현재 설정으로 무작위 가중치에서 새 모델이 시작됩니다. 되돌리기 버튼을 누르면 학습된 모델이 다시 나옵니다.",
  isNew: "지금은 새 모델입니다. 되돌리기 버튼을 누르면 학습된 모델이 다시 나옵니다.",
};
