/** Korean: the measurement of exposure bias. */
import type { ExposureTexts } from "../lateTexts";

export const exposure: ExposureTexts = {
  title: "노출 편향",
  lead: "학습할 때 디코더는 정답을 입력받을 수 있습니다(<teacherForcing>teacher forcing</teacherForcing>). 실제로 답할 때는 자기가 낸 토큰을 입력받습니다. 이 때문에 정확도가 얼마나 낮아지는지, 틀린 토큰을 입력받은 뒤에는 어떻게 되는지 검증 예제 {{examples}}개로 잽니다.",
  measure: "측정하기",
  again: "다시 측정하기",
  measuring: "측정하는 중: {{total}}단위 중 {{done}}단위.",
  progress: "측정한 단위",
  of: "업데이트 {{step}}회의 모델을 검증 예제 {{examples}}개로 측정한 결과입니다.",
  stale:
    "그 뒤로 모델은 업데이트 {{now}}회까지 학습했습니다. 지금 모델을 측정하려면 다시 누르세요.",
  during: "측정하는 동안에도 학습은 계속되며, 측정에는 시작할 때의 가중치를 씁니다.",
  forcing: "이 모델의 P(정답 입력)은 {{p}}입니다.",
  forcingFalls: "이 모델의 P(정답 입력)은 {{p}}에서 시작해 점점 낮아집니다.",
  only: "여기 나온 값은 이 모델에만 해당합니다. 비교하려면 P(정답 입력)을 바꾸어 다시 학습시키고 측정해 보세요.",
  said: {
    running: "측정합니다.",
    done: "측정 완료: 업데이트 {{step}}회.",
  },
  asTable: "숫자를 표로 보기",
  gap: {
    title: "위치별 맞은 토큰의 비율, 업데이트 {{step}}회",
    unit: "위치 1은 정답의 첫 토큰, 마지막 위치는 정답의 <eos>",
    forced: "정답을 입력",
    free: "모델의 답을 입력",
    between: "차이",
    position: "위치",
    examples: "예제 수",
    choose: "업데이트 횟수",
    lead: "차이는 위치 {{position}}에서 가장 큽니다. 정답을 입력하면 {{forced}}, 모델의 답을 입력하면 {{free}}입니다(예제 {{examples}}개).",
    noLead:
      "예제가 {{enough}}개 이상인 위치 가운데, 정답을 입력할 때 정확도가 5%p 이상 높은 곳은 없습니다.",
    point:
      "위치 {{position}}: 정답을 입력하면 {{forced}}, 모델의 답을 입력하면 {{free}}, 예제 {{examples}}개",
    scroller: "위치별 맞은 토큰의 표",
  },
  bands: {
    title: "학습에 따른 변화",
    unit: "세로줄은 업데이트, 가로줄은 위치. 칸 안의 막대가 길수록 맞은 토큰의 비율이 높음",
    none: "이 모델에는 이전 가중치가 없어서 업데이트 하나만 측정합니다. 직접 학습시키면 이전 업데이트도 볼 수 있습니다.",
    early: "지금까지 업데이트 하나를 측정했습니다.",
    cell: "업데이트 {{step}}회, 위치 {{position}}: {{share}} 맞음",
    position: "위치",
    update: "업데이트",
  },
  injection: {
    title: "틀린 토큰 넣어 보기",
    unit: "이 위치 앞까지는 정답, 이 위치에는 무작위로 고른 틀린 토큰, 그 뒤로는 모델의 답을 입력",
    position: "틀린 토큰의 위치",
    sentence:
      "위치 {{position}}에 틀린 토큰을 넣은 답 {{examples}}개 중 {{atOnce}}개({{share}})는 그 뒤의 토큰이 모두 맞습니다. 그 자리에 정답을 넣으면 {{untouched}}개({{untouchedShare}})입니다.",
    outcomes: {
      label: "틀린 토큰 뒤의 답",
      counted: "{{outcome}}: {{count}} ({{share}})",
      atOnce: "뒤의 토큰이 모두 맞음",
      later: "몇 개 틀린 뒤 끝까지 맞음",
      never: "마지막 토큰이 틀림",
    },
    chart: "그 뒤 맞은 토큰의 비율",
    chartUnit: "+1은 틀린 토큰의 다음 토큰, <eos>도 셈",
    right: "이 거리에서 맞음",
    recovered: "여기부터 끝까지 맞음",
    untouched: "틀린 토큰을 넣지 않을 때 이 거리에서 맞음",
    distance: "거리",
    examples: "예제 수",
    point:
      "+{{distance}}: {{right}} 맞음, 여기부터 끝까지 {{recovered}} 맞음. 틀린 토큰을 넣지 않으면 {{untouched}} 맞음. 예제 {{examples}}개",
    scroller: "틀린 토큰 뒤 맞은 토큰의 표",
    columns: {
      right: "맞음",
      recovered: "끝까지 맞음",
      untouched: "넣지 않을 때 맞음",
    },
  },
};
