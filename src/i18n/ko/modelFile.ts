/** Korean: saving and opening model files. */
import type { Translation } from "../translation";

export const modelFile: Translation["modelFile"] = {
  save: "모델 저장",
  open: "모델 열기…",
  hint: "가중치, 설정, 어휘를 담은 .safetensors 파일입니다. PyTorch에서도 읽을 수 있습니다.",
  saving: "파일을 만드는 중…",
  opening: "‘{{name}}’ 파일을 읽는 중…",
  saved: "‘{{name}}’ 파일로 저장했습니다.",
  opened:
    "‘{{name}}’ 파일을 열었습니다. 업데이트 {{step}}회의 모델이고, 설정도 파일의 설정으로 바뀌었습니다.",
  dismiss: "닫기",
  detail: "기술 정보",
  notSaved: "모델을 저장하지 못했습니다.",
  notOpened: "‘{{name}}’ 파일을 열지 못했습니다.",
  kept: "지금 보고 있는 모델은 그대로입니다.",
  problems: {
    tooLarge: "파일이 너무 큽니다. 최대 {{limit}}MB까지 읽을 수 있습니다.",
    unreadable:
      "파일을 더 이상 읽을 수 없습니다. 고른 뒤에 내용이 바뀌었거나 파일이 없어졌습니다. 다시 골라 주세요.",
    notSafetensors:
      "온전한 safetensors 파일이 아닙니다. 중간에 잘렸거나 내용이 바뀌었거나 다른 종류의 파일입니다. 다시 저장하거나 복사하세요.",
    noConfig:
      "메타데이터의 ‘{{entry}}’ 항목이 없거나 이 페이지가 쓰는 형식과 다릅니다. 여기에서 저장하고 고치지 않은 파일을 고르세요.",
    missing:
      "설정대로라면 있어야 할 텐서 ‘{{tensor}}’의 값이 없습니다. 학습할 때의 설정과 함께 다시 저장하세요.",
    unexpected:
      "설정대로라면 없어야 할 텐서 ‘{{tensor}}’의 값이 있습니다. 학습할 때의 설정과 함께 다시 저장하세요.",
    dtype:
      "텐서 ‘{{tensor}}’의 값이 32비트 실수도 16비트 실수도 아닙니다. 32비트 실수로 바꾸어 다시 저장하세요.",
    shape:
      "텐서 ‘{{tensor}}’의 shape가 설정과 맞지 않습니다. 학습할 때의 설정과 함께 다시 저장하세요.",
    notFinite:
      "텐서 ‘{{tensor}}’에 NaN이나 무한대가 있습니다. 학습이 발산한 모델입니다. 학습률을 낮추어 다시 학습시키세요.",
    allZero:
      "가중치가 모두 0입니다. 그래픽 카드가 멈추는 등의 이유로 값을 잃은 뒤에 저장된 파일입니다. 다른 파일을 여세요.",
    otherSource:
      "원문 어휘가 이 과제의 어휘와 다릅니다. 직접 넣은 문장 쌍으로 학습한 모델이라면, 같은 문장 쌍을 같은 방법으로 읽어 사용한 뒤 다시 여세요.",
    otherTarget:
      "정답 어휘가 이 과제의 어휘와 다릅니다. 직접 넣은 문장 쌍으로 학습한 모델이라면, 같은 문장 쌍을 같은 방법으로 읽어 사용한 뒤 다시 여세요.",
  },
};
