/** Korean: beam search and its tree. */
import type { Translation } from "../translation";

export const beam: Translation["beam"] = {
  title: "빔 서치",
  how: "경로는 답의 앞부분입니다. 시점마다 남아 있는 모든 경로에 모든 토큰을 이어 보고, 총점이 큰 순서로 {{width}}개만 남깁니다. 나머지는 가지치기합니다. <eos>를 출력한 경로는 완성된 것이며, 그 시점의 {{width}}자리 가운데 하나를 차지합니다.",
  howOne:
    "너비가 1인 빔은 경로 하나만 남기고, 시점마다 확률이 가장 큰 토큰을 이어 붙입니다. 그리디 디코딩과 같습니다.",
  total: "총점은 경로를 따라 ln p를 모두 더한 값입니다(단위: nat).",
  answer: "찾은 경로 중 1위: ‘{{text}}’, 총점 {{total}}, 확률로는 {{probability}}.",
  answerUnfinished:
    "길이 제한 안에 <eos>를 출력한 경로가 없습니다. 찾은 경로 중 확률이 가장 큰 것: ‘{{text}}’, 총점 {{total}}, 확률로는 {{probability}}.",
  scroller: "빔 서치 트리, 스크롤 가능",
  root: "sos",
  step: "시점 {{step}}",
  nodeFirst: "‘{{token}}’: 확률 {{probability}}, 총점 {{total}}, {{fate}}",
  node: "‘{{before}}’ 다음 ‘{{token}}’: 확률 {{probability}}, 총점 {{total}}, {{fate}}",
  nodeOfAnswer: "{{said}}, 찾은 경로 중 1위",
  fate: { kept: "남김", ended: "완성", pruned: "가지치기" },
  hidden_one: "+ 가지치기 {{count}}개",
  hidden_other: "+ 가지치기 {{count}}개",
  key: {
    answer: "찾은 경로 중 1위 (누르면 그 시점을 보여 줍니다)",
    kept: "남긴 경로 (다음 시점으로 이어짐)",
    ended: "완성된 경로 (<eos> 출력)",
    pruned: "가지치기한 경로 (상위 {{width}}개에 들지 못함)",
  },
  doubt: {
    title: "빔이 넓을수록 언제나 더 좋을까요?",
    length:
      "그렇지 않습니다. 총점은 길이로 나누지 않은 단순한 합이고 토큰이 하나 늘 때마다 낮아지기만 하므로, 짧은 답이 유리합니다. 빔이 넓으면 비교하는 경로가 많아져 이런 짧은 답을 더 많이 찾게 됩니다.",
    likely:
      "빔 서치는 맞는 답이 아니라 모델이 그럴듯하다고 여기는 답을 찾습니다. 모델이 틀린 곳에서는 빔이 넓을수록 그 틀린 답을 더 쉽게 찾아냅니다. 번역에서는 빔을 아주 넓히면 품질이 오히려 떨어집니다(Koehn과 Knowles, 2017).",
    pruned:
      "어떤 빔도 모든 경로를 보지는 못합니다. 일찍 가지치기한 경로가 끝까지 갔다면 총점이 가장 컸을 수도 있습니다.",
  },
};
