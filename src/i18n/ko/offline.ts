/** Korean: use without a network, new versions, and threads after a reload. */
import type { OfflineTexts } from "../lateTexts";

export const offline: OfflineTexts = {
  saving:
    "네트워크 없이 쓸 수 있도록 저장하는 중입니다. 파일 {{total}}개 중 {{done}}개를 저장했습니다.",
  ready: "페이지 전체를 이 기기에 저장했습니다. 네트워크가 없어도 열립니다.",
  failed: "이 브라우저에는 페이지를 저장할 수 없습니다. 열 때마다 네트워크가 필요합니다.",
  newVersion:
    "Seq2Seq Lab의 새 버전이 준비되었습니다. 페이지를 새로고침하면 새 버전이 열리고, 학습은 마지막으로 저장한 업데이트부터 이어집니다.",
  othersOpen:
    "새 버전이 준비되었지만 다른 탭에서 이전 버전을 쓰고 있습니다. Seq2Seq Lab이 열린 다른 탭을 닫고 다시 시도하세요.",
  takeNewVersion: "새 버전 열기",
  threads:
    "이 기기에서는 프로세서 코어 여러 개로 학습할 수 있습니다. 그러려면 페이지를 한 번 새로고침해야 합니다. 학습은 마지막으로 저장한 업데이트부터 이어집니다.",
  reload: "새로고침",
  later: "나중에",
};
