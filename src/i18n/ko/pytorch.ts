/** The texts of the PyTorch tab. */
import type { PytorchTexts } from "../lateTexts";
import { notes } from "./notes";
import { program } from "./program";

export const pytorch: PytorchTexts = {
  notes,
  program,
  whole: {
    about:
      "모델, 저장한 파일 불러오기, 그리디 디코딩, 어텐션 맵, 학습. Python과 PyTorch만 있으면 실행됩니다.",
    copy: "프로그램 복사",
    download: "프로그램 다운로드",
    copied: "프로그램을 복사했습니다. {{name}} 파일로 저장해 실행하세요.",
    notCopied:
      "브라우저가 복사를 허용하지 않았습니다. 다운로드하거나 코드 아래의 전체 프로그램에서 복사하세요.",
    saved: "{{name}} 파일로 저장했습니다.",
    show: "전체 프로그램",
  },
};
