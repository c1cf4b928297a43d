/** Korean: the full evaluation. */
import type { Translation } from "../translation";

export const evaluation: Translation["evaluation"] = {
  title: "평가",
  evaluate: "평가하기",
  stop: "평가 중지",
  intro:
    "학습에 쓰지 않은 검증 예제 {{examples}}개로 모델을 자세히 평가합니다. 얼마나 자주 맞히는지, 얼마나 확신하는지, 어디를 보는지, 어떤 원문을 틀리는지 알 수 있습니다.",
  coming: {
    title: "볼 수 있는 결과",
    match: {
      name: "완전 일치율과 여러 지표",
      what: "첫 토큰부터 <eos>까지 모두 맞은 답의 비율입니다.",
    },
    lengths: {
      name: "원문 길이별 완전 일치율",
      what: "긴 원문에서 어디부터 틀리는지 보여 주는 그래프입니다.",
    },
    positions: {
      name: "답의 위치별 정확도",
      what: "정답을 입력할 때와 모델의 답을 입력할 때, 몇 번째 토큰에서 틀리는지 보여 주는 그래프입니다.",
    },
    examples: {
      name: "예문 표",
      what: "원문과 모델의 답을 모두 보여 줍니다. 하나를 고르면 어텐션 맵을 볼 수 있습니다.",
    },
  },
  during: "평가하는 동안에도 학습은 계속되며, 평가 대상은 버튼을 누른 순간의 모델입니다.",
  running: "업데이트 {{step}}회의 모델을 평가하는 중: 예제 {{total}}개 중 {{done}}개.",
  progress: "평가한 예제",
  stopped: "끝나기 전에 중지했습니다.",
  of: "업데이트 {{step}}회의 모델을 검증 예제 {{examples}}개로 평가한 결과입니다.",
  all: "{{examples}}",
  some: "{{all}}개 중 {{examples}}",
  whySome: "앞의 {{examples}}개만으로도 믿을 만한 값이 나오고 오래 걸리지 않습니다.",
  stale:
    "그 뒤로 모델은 업데이트 {{now}}회까지 학습했습니다. 지금 모델을 평가하려면 다시 누르세요.",
  said: {
    running: "업데이트 {{step}}회의 모델을 평가합니다.",
    done: "평가 완료: 완전 일치율 {{match}}.",
    stopped: "평가를 중지했습니다.",
  },
  figures: {
    title: "지표",
    meanings: "지표의 뜻",
    none: "–",
    exactMatch: {
      name: "완전 일치율",
      how: "자유 실행(모델 출력을 다음 입력으로)",
      meaning: "틀린 토큰이 하나도 없고 <eos>도 제자리에 있는 답의 비율입니다.",
    },
    freeAccuracy: {
      name: "토큰 정확도(자유 실행)",
      how: "자유 실행(모델 출력을 다음 입력으로)",
      meaning:
        "실제로 쓸 때처럼 시점마다 모델이 직전에 낸 답을 입력했을 때, 제자리에 맞게 나온 토큰의 비율입니다. 토큰 하나가 빠지거나 더 나오면 그 뒤가 모두 밀릴 수 있습니다.",
    },
    forcedAccuracy: {
      name: "토큰 정확도(teacher forcing)",
      how: "teacher forcing(정답을 다음 입력으로)",
      meaning:
        "시점마다 정답을 입력했을 때 맞은 토큰의 비율입니다. 실수가 다음 시점으로 번지지 않으므로 보통 자유 실행보다 높습니다.",
    },
    perplexity: {
      name: "퍼플렉시티",
      how: "teacher forcing, 균등 분포일 때: {{vocabulary}}",
      meaning:
        "토큰당 평균 교차 엔트로피에 exp를 취한 값(perplexity)입니다. 1이면 확신하면서 맞힌 것이고, {{vocabulary}} 정도면 모든 토큰에 같은 확률을 주는 균등 분포와 같습니다.",
    },
    bleu: {
      name: "BLEU-4",
      how: "자유 실행, 0~100",
      meaning:
        "이어진 단어 1~4개(n-gram)가 정답에도 나오는 정도이며, 답이 정답보다 짧으면 점수를 깎습니다(Papineni 등 2002). 모든 예제의 개수를 과제의 토큰 단위로 합쳐 계산하고, 2-gram 이상은 분자와 분모에 1씩 더합니다(Lin·Och 2004).",
    },
    alignmentError: {
      name: "정렬 오류율",
      how: "자유 실행, 완전 일치 예제만",
      meaning:
        "출력 토큰 가운데, 가중치가 가장 큰 위치가 과제 규칙상 대응하는 원문 토큰과 다른 것의 비율입니다. 대응하는 원문 토큰이 없는 출력 토큰은 세지 않습니다.",
    },
    goldMass: {
      name: "대응 토큰에 준 가중치",
      how: "teacher forcing(정답을 다음 입력으로)",
      meaning:
        "어텐션 가중치 가운데 과제 규칙상 대응하는 원문 토큰에 놓인 몫(gold mass)을, 대응이 있는 출력 토큰에 대해 평균한 값입니다.",
    },
    entropy: {
      name: "어텐션 엔트로피",
      how: "teacher forcing, 단위 nat, 최대 {{largest}}",
      meaning:
        "가중치가 얼마나 넓게 퍼져 있는지를 나타냅니다. 한 토큰에 모두 몰리면 0이고, 원문 토큰 S개에 고르게 퍼지면 ln S(여기서는 평균 {{largest}})입니다.",
    },
    counting: "<eos>는 토큰으로 세고, 패딩은 세지 않습니다.",
  },
  lengths: {
    title: "원문 길이별 완전 일치율",
    unit: "<eos>를 뺀 원문 토큰 수",
    seen: "학습에 나오는 길이",
    unseen: "학습에 나오지 않는 길이",
    none: "이 과제에는 학습 길이를 넘는 예제가 없습니다.",
    falls:
      "학습에 나오지 않은 길이에서는 훨씬 자주 틀립니다. 어텐션은 원문의 각 토큰까지 가는 길을 줄여 주지만, 그렇다고 학습 때보다 긴 원문까지 풀 수 있는 것은 아닙니다.",
    fallsPlain:
      "어텐션이 없으면 원문 전체를 상태 하나에 담아야 하므로, 학습에 나오는 길이 안에서도 원문이 길수록 더 자주 틀립니다.",
    fallsPlainBeyond:
      "학습에 나오지 않은 길이에서는 훨씬 자주 틀립니다. 어텐션이 없으면 원문 전체를 상태 하나에 담아야 하기 때문입니다.",
    table: "숫자를 표로 보기",
    scroller: "원문 길이별 완전 일치율 표",
    caption: "원문 길이별 완전 일치율",
    columns: { length: "길이", match: "완전 일치율", count: "맞은 예제", kind: "학습에 나옴" },
    count: "{{examples}}개 중 {{matches}}개",
    yes: "예",
    no: "아니요",
    bar: "길이 {{length}}: {{match}}, {{examples}}개 중 {{matches}}개",
  },
  positions: {
    title: "답의 위치별 정확도",
    unit: "위치 1은 정답의 첫 토큰, 마지막 위치는 정답의 <eos>",
    free: "자유 실행: 모델의 답을 입력",
    forced: "teacher forcing: 정답을 입력",
    errors: "자유 실행 답의 첫 오류",
    rows: { position: "위치", examples: "예제 수", errors: "첫 오류" },
    allRight: "모든 답이 첫 토큰부터 <eos>까지 맞았습니다.",
    wrong:
      "틀린 답은 {{wrong}}개입니다. 첫 오류는 위치 {{position}}에서 가장 많이 나옵니다({{count}}개).",
    noLead: "정답을 입력해도 정확도가 뚜렷하게 높아지는 위치는 없습니다.",
    lead: "차이는 위치 {{position}}에서 가장 큽니다. 정답을 입력하면 {{forced}}, 모델의 답을 입력하면 {{free}}입니다.",
    why: "첫 오류가 나오기 전까지는 두 경우의 입력이 같습니다. 그 뒤로는 자유 실행에서만 틀린 토큰이 입력됩니다.",
    definition:
      "위치마다 맞는 토큰이 나온 예제의 비율입니다. teacher forcing에서는 P(맞음 | 정답 입력)의 추정값입니다. <eos>가 너무 일찍 나온 답은 그 뒤의 모든 위치를 틀린 것으로 셉니다. 패딩과, 정답의 마지막 위치 뒤에 나온 토큰은 세지 않습니다.",
    point:
      "위치 {{position}}: 자유 실행 {{free}}, teacher forcing {{forced}}, 예제 {{examples}}개, 첫 오류 {{firstErrors}}개",
    scroller: "답의 위치별 정확도 표",
    columns: {
      position: "위치",
      examples: "예제 수",
      free: "자유 실행",
      forced: "teacher forcing",
      errors: "첫 오류",
    },
  },
  examples: {
    title: "검증 예제",
    hint: "원문을 누르면 그 예제가 그림에 나타납니다. 손실은 teacher forcing(정답을 다음 입력으로)일 때의 토큰당 평균 교차 엔트로피입니다(단위: nat).",
    wrongOnly: "틀린 예제만",
    shown: "{{count}}개 중 {{shown}}개",
    scroller: "검증 예제 표",
    caption: "검증 예제와 모델의 답",
    nothing: "틀린 예제가 없습니다.",
    columns: {
      source: "원문",
      expected: "정답",
      answer: "모델의 답",
      result: "결과",
      tokens: "맞은 토큰",
      length: "길이",
      loss: "손실",
    },
    right: "맞음",
    wrong: "틀림",
    tokens: "{{count}}개 중 {{right}}개",
    noEos: "<eos> 없음",
    empty: "(빈 답)",
    onStage: "그림에 표시 중",
  },
};
