/** Korean: the backends and their speed on this device. */
import type { Translation } from "../translation";

export const computing: Translation["computing"] = {
  title: "계산 장치",
  brief: "{{name}} · {{time}}",
  legend: "계산에 쓸 장치",
  about:
    "고른 모델을 이 기기에서 한 번 업데이트하는 데 걸리는 시간입니다. 다른 작업이 없을 때 측정합니다.",
  automatic: "자동",
  fastest: "가장 빠른 장치: {{name}}",
  fastestUnknown: "측정한 뒤 가장 빠른 장치",
  name: {
    webgl: "WebGL(그래픽 카드)",
    webgpu: "WebGPU(그래픽 카드)",
    wasm: "WebAssembly",
    threads: "WebAssembly(스레드 {{threads}}개)",
    cpu: "JavaScript",
  },
  time: "{{milliseconds}}\u00a0ms(업데이트 1회)",
  unavailable: "이 기기에서 쓸 수 없음",
  unavailableThreads: "쓸 수 없음: 프로세서 코어가 두 개 이상이고 사이트가 스레드를 허용해야 함",
  failed: "자체 검사를 통과하지 못함",
  lost: "응답이 없거나 시작하지 못함",
  untimed: "아직 측정하지 않음",
  inUse: "사용 중",
  status: {
    starting: "시작하는 중…",
    measuring: "측정하는 중…",
    now: "사용 중: {{name}}.",
    nowTimed: "사용 중: {{name}}, {{time}}.",
  },
  insisted: "링크에서 지정: {{name}}. 여기에서 고른 장치보다 우선합니다.",
  missed: "{{asked}}: 사용할 수 없습니다({{why}}). 대신 사용하는 장치: {{name}}.",
  pending: "다음 시작부터 사용: {{name}}.",
  move: "지금 바꾸기",
  moveHint:
    "마지막으로 저장한 업데이트부터 학습이 이어집니다. 되돌리기와 다시 보기 기록은 사라집니다.",
  measure: "측정하기",
  measureAgain: "다시 측정하기",
  detail: "기술 정보",
};
