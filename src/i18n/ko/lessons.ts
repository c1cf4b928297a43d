/** Korean: the lessons. */
import type { Translation } from "../translation";

export const lessons: Translation["lessons"] = {
  region: "수업",
  progress: "수업 진행",
  progressText: "{{steps}}쪽 중 {{step}}쪽",
  minutes: "약 {{count}}분",
  prediction: "나의 예상",
  showMe: "결과 보기",
  why: "이유",
  next: "다음",
  back: "이전",
  skip: "건너뛰기",
  all: "모든 수업",
  predictFirst: "먼저 예상한 다음 ‘결과 보기’를 누르세요. 이 쪽을 건너뛰어도 됩니다.",
  pick: {
    row: "행",
    rowNone: "행을 고르세요",
    rowOption: "{{row}}행",
    cell: "원문 토큰",
    cellNone: "토큰을 고르세요",
    cellOption: "{{place}}: {{word}}",
    weight: "가중치(0에서 1까지)",
    weightProblem: "0에서 1까지의 수를 입력하세요.",
    choice: { left: "왼쪽", same: "제자리", right: "오른쪽" },
  },
  ready: "‘결과 보기’를 눌러 비교해 보세요.",
  outcome: { right: "예상대로입니다", wrong: "예상과 다릅니다", goal: "목표를 이루었습니다" },
  film: { update: "업데이트 {{update}}회", skip: "시작 영상 건너뛰기" },
  opening: "시작 영상 다시 보기",
  noRow: "지금 보이는 어텐션 맵에는 이 질문에 맞는 행이 없습니다.",
  noMap: "이 모델에는 어텐션이 없어 어텐션 맵도 없습니다.",
  training: "모델이 학습하는 동안에는 어텐션 맵이 계속 바뀝니다. 학습이 멈추면 질문이 나옵니다.",
  loading: "모델을 불러오는 중입니다.",
  scene: "수업의 예문 보기",
  hint: "힌트",
  remember: "기억할 것",
  list: {
    title: "수업 목록",
    start: "시작",
    continue: "이어서 하기",
    again: "처음부터 다시",
    done: "{{steps}}쪽 중 {{done}}쪽을 마쳤습니다",
    opens: "수업을 열면 그 수업의 모델과 예문이 나옵니다.",
    clear: "진행 기록 지우기",
    cleared: "진행 기록을 지웠습니다.",
    planned: "아직 준비되지 않은 수업",
    plannedNames: {
      vector: "모든 것을 벡터 하나에 담기",
      truth: "정답을 입력으로 넣기",
      learns: "모델은 어떻게 학습하는가",
    },
  },
  readTheMap: {
    name: "어텐션 맵 읽기",
    aim: "무엇이 들어가고 무엇이 나오는지, 어텐션 맵의 한 행이 무엇을 뜻하는지 배웁니다.",
    steps: {
      find: {
        title: "무엇이 들어가고 무엇이 나오는가",
        say: "이 신경망은 문장을 번역합니다. 인코더는 위쪽의 원문을 <eos>까지 차례로 읽습니다. 디코더는 <sos>에서 시작해 한 행에 토큰 하나씩 출력합니다. 색이 뚜렷한 칸은 그 토큰을 출력할 때 디코더가 본 곳입니다.",
        ask: "위쪽에서 ‘{{word}}’ 토큰을 찾으세요. 몇 번째 행이 그 번역을 출력할까요? 그 행을 클릭하세요.",
        fact: "{{row}}행은 ‘{{said}}’ 토큰을 출력합니다. 이 행의 가중치 가운데 ‘{{word}}’ 토큰의 몫은 {{share}}입니다.",
        why: "디코더는 행마다 정답 어휘의 모든 토큰에 대해 확률을 계산하고, 확률이 가장 큰 토큰을 출력합니다.",
        reveal: {
          right: "그 행입니다.",
          sameNumber:
            "‘{{word}}’ 토큰은 원문의 {{place}}번째 토큰이지만, {{picked}}행은 ‘{{pickedSaid}}’ 토큰을 출력합니다. 단어의 순서가 달라집니다.",
          other:
            "{{picked}}행은 ‘{{pickedSaid}}’ 토큰을 출력하며, ‘{{pickedWord}}’ 토큰을 가장 많이 봅니다.",
        },
      },
      look: {
        title: "디코더가 시점마다 원문을 돌아봅니다",
        say: "한 행은 디코더의 한 시점입니다. 디코더는 토큰을 출력하려고 원문 전체를 돌아보고, 원문의 모든 토큰에 가중치를 줍니다.",
        ask: "{{row}}행은 ‘{{said}}’ 토큰을 출력합니다. 이 행부터의 가중치는 가려져 있습니다. 가중치가 가장 클 것 같은 칸을 이 행에서 클릭하세요.",
        fact: "{{row}}행은 ‘{{word}}’ 토큰을 가장 많이 봅니다. 가중치는 {{weight}}입니다.",
        why: "디코더의 은닉 상태를 인코더의 모든 은닉 상태와 비교해 점수를 매깁니다. 가장 잘 맞는 상태의 점수가 가장 큽니다.",
        reveal: {
          right: "그 칸입니다.",
          rightWord:
            "‘{{said}}’ 토큰은 ‘{{picked}}’ 토큰의 번역이 맞습니다. 그러나 이 모델이 그 토큰에 준 가중치는 {{pickedWeight}}뿐입니다.",
          near: "가깝습니다. ‘{{picked}}’ 토큰은 바로 옆 토큰이고, 가중치는 {{pickedWeight}}입니다.",
          far: "‘{{picked}}’ 토큰의 가중치는 {{pickedWeight}}입니다.",
        },
      },
      share: {
        title: "한 행의 가중치를 모두 더하면 1입니다",
        say: "가중치는 0과 1 사이의 수입니다. 한 행의 가중치 {{tokens}}개를 더하면 언제나 1입니다. 한 토큰의 몫이 커지면 나머지의 몫이 줄어듭니다.",
        ask: "{{row}}행은 ‘{{said}}’ 토큰을 출력합니다. 가장 큰 가중치는 ‘{{word}}’ 토큰에 있습니다. 그 값은 얼마일까요?",
        fact: "‘{{word}}’ 토큰의 가중치는 {{weight}}, ‘{{second}}’ 토큰의 가중치는 {{secondWeight}}입니다. 나머지 토큰 {{others}}개의 몫을 합하면 {{rest}}입니다. 전부 더하면 1입니다.",
        why: "소프트맥스가 점수를 가중치로 바꿉니다. 모든 점수를 exp로 양수로 만든 뒤 전체 합으로 나눕니다.",
        reveal: {
          right: "예상한 값은 {{guess}}입니다.",
          low: "예상한 값은 {{guess}}입니다. 실제 가중치는 더 큽니다.",
          high: "예상한 값은 {{guess}}입니다. 실제 가중치는 더 작습니다.",
        },
      },
      cross: {
        title: "순서가 바뀌는 곳",
        say: "{{rowBefore}}행은 ‘{{saidBefore}}’ 토큰을 출력하며, ‘{{wordBefore}}’ 토큰을 가장 많이 봅니다.",
        ask: "다음은 {{row}}행입니다. 가장 큰 가중치는 ‘{{wordBefore}}’ 토큰을 기준으로 어느 쪽에 있을까요?",
        fact: "{{row}}행은 ‘{{said}}’ 토큰을 출력하며, ‘{{word}}’ 토큰을 가장 많이 봅니다. 이 토큰은 ‘{{wordBefore}}’ 토큰의 왼쪽에 있습니다.",
        why: "한 행의 문맥 벡터는 인코더의 은닉 상태를 가중치로 가중합한 것입니다. 그래서 각 행은 원문의 어느 위치든 순서와 상관없이 볼 수 있습니다.",
        reveal: {
          right: "왼쪽으로 돌아갑니다.",
          same: "제자리에 머무르지 않고 왼쪽으로 돌아갑니다.",
          onward: "오른쪽으로 나아가지 않고 왼쪽으로 돌아갑니다.",
        },
      },
      now: {
        title: "이제 직접 해 보세요",
        say: "순서가 바뀌는 어텐션 맵을 보았습니다. 그런 맵을 하나 더 찾아보세요.",
        ask: "원하는 문장을 원문으로 입력하고 Enter를 누르세요. 목표: 한 행이 어떤 단어를 뚜렷이 보고, 바로 다음 행이 그보다 왼쪽의 단어를 뚜렷이 보는 문장을 찾으세요.",
        hint: "모델은 학습한 문장에 나온 단어만 압니다. 예: {{example}}",
        reveal: {
          reached:
            "{{rowBefore}}행은 ‘{{wordBefore}}’ 토큰을 보고, {{row}}행은 더 왼쪽에 있는 ‘{{word}}’ 토큰을 봅니다. 순서가 바뀌었습니다.",
          notYet: "잇따른 두 행이 뚜렷하게 왼쪽으로 옮겨 간 곳을 찾지 못했습니다. 다른 문장을 입력해 보세요.",
        },
      },
    },
    order: {
      englishFrench: "프랑스어에서는 색을 나타내는 형용사가 명사 뒤에 옵니다.",
      englishKorean: "한국어에서는 동사가 문장 끝에 옵니다.",
    },
    remember: {
      first: "인코더는 원문을 읽고, 디코더는 한 행에 토큰 하나씩 답을 출력합니다.",
      second:
        "한 행은 합이 1인 가중치를 원문 토큰에 나누어 줍니다. 가중치가 큰 곳이 그 행이 본 곳입니다.",
      third: "두 언어의 어순이 다르면 어텐션 맵이 대각선을 벗어납니다.",
    },
  },
};
