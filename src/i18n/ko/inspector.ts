import type { Translation } from "../translation";

export const inspector: Translation["inspector"] = {
  region: "살펴보기",
  tabs: "선택한 부분의 표시 방식",
  tab: { equation: "수식", pytorch: "PyTorch", numbers: "수치" },
  waiting: "모델을 불러오고 있습니다",
  code: {
    label: "이 시점의 PyTorch 코드",
    encoder: "인코더의 PyTorch 코드",
    encoderOnce: "원문마다 한 번:",
    everyStep: "시점마다:",
    given: "주어진 텐서(배치 크기 1):",
    edits: "이 코드에는 편집이 반영되어 있지 않습니다.",
    note: "오른쪽은 새로 만든 텐서의 shape입니다. 줄을 누르면 그 연산이 선택됩니다.",
  },
  numbers: {
    scores: "시점 {{step}}의 점수와 가중치",
    logits: "시점 {{step}}의 로짓과 확률",
    back: { scores: "이 시점의 점수", logits: "이 시점의 로짓" },
    unknown: "어휘에 없어 <unk>미등록 토큰(unknown)</unk>으로 읽음",
    hint: "그림에서 타일이나 원문 토큰을 누르면 그 수치가 여기에 표시됩니다.",
  },
};
