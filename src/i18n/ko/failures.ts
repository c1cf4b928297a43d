/** Korean: failures, and how the student continues. */
import type { Translation } from "../translation";

export const failures: Translation["failures"] = {
  title: "문제가 생겼습니다",
  detail: "기술 정보",
  restart: "계산 엔진 다시 시작",
  dismiss: "닫기",
  openPairs: "내 문장 쌍 쓰기",
  noBackend:
    "이 기기에서 자체 검사를 통과한 계산 장치가 없습니다. JavaScript도 통과하지 못했습니다. 다른 브라우저를 쓰거나 계산 엔진을 다시 시작하세요.",
  bakedMissing:
    "학습된 모델을 불러오지 못해 무작위 가중치로 시작합니다. ‘학습 시작’을 눌러 학습시키세요.",
  linkRefused:
    "링크의 값 가운데 쓸 수 없는 것을 기본값이나 가장 가까운 값으로 바꾸었습니다. 바꾼 항목:",
  pairsMissing:
    "직접 넣은 문장 쌍으로 만든 링크입니다. 링크에는 설정만 담기고 데이터는 담기지 않으므로 문장 쌍이 없습니다. 같은 문장 쌍을 넣으면 그 설정으로 새로 학습할 수 있습니다. 그때까지는 ‘글자 뒤집기’를 보여 줍니다.",
  outOfMemory:
    "메모리가 부족합니다. 은닉 크기, 배치 크기, 어휘 수를 줄이고 계산 엔진을 다시 시작하세요.",
  backendLost: "그래픽 카드가 응답하지 않습니다. 다시 시작하면 다음 계산 장치를 씁니다.",
  threadsLost: "스레드 하나가 응답하지 않습니다. 다시 시작하면 다음 계산 장치를 씁니다.",
  crash:
    "계산 엔진이 예기치 않게 멈췄습니다. 다시 시작하면 설정과 마지막으로 저장된 가중치로 돌아갑니다. 그 뒤의 업데이트는 사라집니다.",
};
