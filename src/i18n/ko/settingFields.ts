/** Korean: each setting and its choices, with one sentence on what it does. */
import type { Translation } from "../translation";

export const settingFields: Translation["setup"]["fields"] = {
  task: {
    label: "과제",
    about: "배울 점과 주의할 점",
    formats: "날짜 표기 전체 보기",
    options: {
      reverse: {
        label: "글자 뒤집기",
        help: "무작위 글자를 거꾸로 씁니다. cat → tac.",
      },
      copy: {
        label: "글자 그대로 쓰기",
        help: "같은 글자를 같은 순서로 다시 씁니다. cat → cat.",
      },
      sort: { label: "글자 정렬", help: "글자를 알파벳 순서로 늘어놓습니다. cat → act." },
      numberWords: {
        label: "영어 수사를 숫자로",
        help: "two thousand and twenty-six → 2026. and가 있는 표현과 없는 표현이 섞여 나옵니다.",
      },
      numberWordsKorean: { label: "한글로 쓴 수를 숫자로", help: "이천이십육 → 2026." },
      hangulLetters: {
        label: "한글 → 로마자, 음절별 발음대로",
        help: "음절을 하나씩 따로 읽은 대로 적습니다. 독립 → dokrip.",
      },
      hangulSounds: {
        label: "한글 → 로마자, 표준 발음대로",
        help: "음운 변화까지 반영하는 로마자 표기법입니다. 독립 → dongnip.",
      },
      pigLatin: {
        label: "피그 라틴(영어 말놀이)",
        help: "첫 모음 앞의 자음을 끝으로 옮기고 ay를 붙입니다. string → ingstray.",
      },
      englishFrench: {
        label: "영어 → 프랑스어(간단한 문법)",
        help: "the small black cat sees … → le petit chat noir voit …",
      },
      englishKorean: {
        label: "영어 → 한국어(간단한 문법)",
        help: "the cat eats an apple → 고양이가 사과를 먹는다.",
      },
      dates: {
        label: "날짜를 ISO 형식으로",
        help: "여러 방식으로 쓴 날짜를 연-월-일로 바꿉니다.",
      },
      pairs: { label: "내 문장 쌍", help: "직접 넣은 문장 쌍입니다." },
    },
  },
  shortest: { label: "가장 짧은 원문", answer: "정답의 최소 자릿수", help: "단위: {{unit}}." },
  longest: { label: "가장 긴 원문", answer: "정답의 최대 자릿수", help: "단위: {{unit}}." },
  symbols: { label: "기호 수", help: "쓰이는 {{unit}}의 수." },
  network: {
    label: "신경망",
    options: {
      recurrent: {
        label: "순환 신경망",
        help: "토큰을 하나씩 차례로 읽고 씁니다. 읽은 내용은 은닉 상태에 담겨 전해집니다.",
      },
      transformer: {
        label: "트랜스포머",
        help: "순환이 없습니다. 인코더의 각 위치는 어텐션으로 모든 위치를 한꺼번에 봅니다. 디코더의 각 위치는 자신과 앞의 위치만 봅니다(Vaswani 등, 2017).",
      },
    },
  },
  heads: {
    label: "헤드 수",
    options: {
      "1": { label: "1", help: "어텐션 하나입니다. 쿼리와 키의 차원은 은닉 크기와 같습니다." },
      "2": {
        label: "2",
        help: "어텐션 두 개를 나란히 계산합니다. 쿼리와 키의 차원은 각각 은닉 크기의 절반입니다.",
      },
      "4": {
        label: "4",
        help: "어텐션 네 개를 나란히 계산합니다. 쿼리와 키의 차원은 각각 은닉 크기의 4분의 1입니다.",
      },
    },
  },
  positions: {
    label: "위치 인코딩(positional encoding)",
    options: {
      sinusoidal: {
        label: "사인·코사인",
        help: "정해진 사인·코사인 값으로 위치를 나타냅니다. 어떤 길이에도 계산할 수 있지만, 학습할 때보다 긴 시퀀스도 잘 다룬다는 뜻은 아닙니다.",
      },
      learned: {
        label: "학습되는 위치",
        help: "위치마다 벡터를 하나씩 학습합니다. 학습할 때 없던 위치의 벡터는 무작위로 남습니다.",
      },
    },
  },
  cell: {
    label: "셀",
    options: {
      rnn: {
        label: "tanh RNN",
        help: "게이트 없이 tanh만 쓰는 가장 단순한 셀입니다. 멀리 있는 토큰의 영향은 빠르게 사라집니다.",
      },
      gru: {
        label: "GRU",
        help: "게이트 z는 이전 상태를 얼마나 남길지, 게이트 r은 후보 상태를 만들 때 이전 상태를 얼마나 반영할지 정합니다.",
      },
      lstm: {
        label: "LSTM",
        help: "은닉 상태 h와 별도로 메모리 셀 C를 둡니다. 무엇을 쓰고 남기고 읽을지를 게이트 세 개가 정합니다.",
      },
    },
  },
  layers: {
    label: "층 수",
    help: "인코더의 층 수입니다. 위층은 아래층의 상태를 읽고, 어텐션은 맨 위층 상태로 계산합니다.",
    inBoth: "인코더와 디코더의 층 수입니다. 디코더의 모든 층은 인코더 맨 위층의 상태를 봅니다.",
  },
  decoderLayers: {
    label: "디코더 층 수",
    options: {
      same: { label: "인코더와 같게", help: "디코더의 층 수가 인코더와 같습니다." },
      one: {
        label: "한 층",
        help: "디코더가 한 층입니다. 인코더 위층의 마지막 상태에서 시작합니다.",
      },
    },
  },
  direction: {
    label: "인코더 방향",
    options: {
      unidirectional: {
        label: "단방향",
        help: "각 상태에는 자기 토큰과 그보다 먼저 읽은 토큰의 정보만 담깁니다. 층마다 마지막 상태를 디코더의 같은 층에 넘깁니다. 디코더가 한 층이면 맨 위층의 상태를 넘깁니다.",
      },
      bidirectional: {
        label: "양방향",
        help: "각 상태에 앞뒤 토큰의 정보가 모두 담깁니다. 맨 위층에서 두 방향의 마지막 상태를 브리지(선형 변환)가 디코더의 첫 상태로 바꿉니다.",
      },
    },
  },
  sourceOrder: {
    label: "원문 순서",
    options: {
      forward: { label: "그대로", help: "인코더가 원문을 처음부터 끝까지 읽습니다." },
      reversed: {
        label: "거꾸로",
        help: "Sutskever 등(2014)처럼 끝에서부터 읽습니다. 원문의 첫 단어가 첫 출력과 가까워집니다.",
      },
    },
  },
  tokenInput: {
    label: "토큰 입력",
    options: {
      learned: {
        label: "임베딩",
        help: "토큰마다 벡터가 하나씩 있는, 학습되는 표입니다. 표에서 한 행을 꺼내는 것은 원핫 벡터에 표를 곱하는 것과 같습니다.",
      },
      onehot: {
        label: "원핫(one-hot)",
        help: "셀이 원핫 벡터를 바로 읽습니다. 셀의 입력 행렬에서 한 열을 꺼내는 것과 같으므로 그 행렬이 임베딩 표 구실을 합니다.",
      },
    },
  },
  attention: {
    label: "어텐션",
    options: {
      none: {
        label: "없음",
        help: "디코더는 인코더의 마지막 은닉 상태를 통해서만 원문의 정보를 얻습니다.",
      },
      additive: {
        label: "부가적(additive)",
        help: "작은 신경망이 쿼리와 각 인코더 상태를 비교하여 점수를 계산합니다.",
      },
      concat: {
        label: "이어 붙이기(concat)",
        help: "부가적 점수와 똑같은 함수입니다. 두 행렬을 나란히 붙여 하나로 썼을 뿐입니다.",
      },
      dot: {
        label: "내적(dot)",
        help: "쿼리와 인코더 상태의 내적입니다. 방향과 크기가 모두 영향을 주므로 코사인 유사도가 아닙니다.",
      },
      general: {
        label: "일반(general)",
        help: "쿼리와 인코더 상태 사이에 학습되는 행렬 W(전체 행렬)를 둡니다.",
      },
      diagonal: {
        label: "대각(diagonal)",
        help: "일반(general)의 특수한 경우로, 유닛마다 학습되는 계수가 하나씩 있습니다.",
      },
    },
  },
  timing: {
    label: "어텐션 순서",
    options: {
      bahdanau: {
        label: "어텐션 먼저(Bahdanau)",
        help: "이전 은닉 상태를 쿼리로 구한 문맥 벡터를 셀의 입력에 이어 붙입니다.",
      },
      luong: {
        label: "셀 먼저(Luong)",
        help: "은닉 상태를 먼저 계산합니다. 새 은닉 상태가 쿼리이고, 문맥 벡터는 출력을 계산할 때 쓰입니다. (Luong의 논문에서는 둘 다 h로 쓰지만, 여기서는 인코더 상태가 h, 디코더 상태가 s입니다.)",
      },
    },
  },
  inputFeeding: {
    label: "입력 피딩(input feeding)",
    options: {
      off: { label: "끔", help: "셀은 토큰만 읽습니다." },
      on: {
        label: "켬",
        help: "어텐션 은닉 상태 h̃를 다음 입력에 이어 붙입니다. 그래서 디코더가 앞에서 어디를 보았는지 알 수 있습니다(Luong 등, 2015).",
      },
    },
  },
  hiddenSize: {
    label: "은닉 크기",
    help: "인코더와 디코더 은닉 상태 벡터의 차원입니다.",
  },
  embeddingSize: { label: "임베딩 차원", help: "토큰 임베딩 벡터의 차원입니다." },
  dropout: {
    label: "드롭아웃",
    help: "학습할 때 임베딩과 층 사이에서 0으로 만드는 값의 비율입니다. 디코딩할 때는 쓰지 않습니다.",
  },
  batchSize: {
    label: "배치 크기",
    help: "가중치를 한 번 <update>업데이트(update)</update>할 때 쓰는 <batch>배치(batch)</batch>의 문장 쌍 수입니다.",
  },
  learningRate: {
    label: "학습률",
    help: "최적화 기법 Adam이 한 번 업데이트할 때 가중치를 움직이는 정도입니다.",
  },
  clipNorm: {
    label: "기울기 클리핑",
    help: "기울기의 크기(노름)가 이 값을 넘으면 이 값으로 줄입니다(<gradientClipping>gradient clipping</gradientClipping>).",
  },
  forcing: {
    label: "P(정답 입력)",
    help: "Teacher forcing: 학습할 때 디코더의 다음 입력으로 모델의 출력 대신 정답 토큰을 넣을 확률입니다.",
  },
  schedule: {
    label: "스케줄",
    options: {
      constant: { label: "일정", help: "P가 변하지 않습니다." },
      linear: { label: "선형", help: "업데이트마다 P가 같은 양만큼 줄어듭니다." },
      exponential: { label: "지수", help: "업데이트마다 P가 같은 비율로 줄어듭니다." },
      inverseSigmoid: {
        label: "역 시그모이드(inverse sigmoid)",
        help: "P가 처음에는 높게 유지되다가 빠르게 줄고 다시 완만해집니다(세 가지 모두 Bengio 등, 2015).",
      },
    },
  },
  halfLife: {
    label: "반감기 N",
    help: "P가 절반이 되기까지의 업데이트 횟수입니다. 하한에 먼저 닿으면 절반까지 줄지 않습니다.",
  },
  forcingFloor: {
    label: "하한 ε",
    help: "스케줄은 P를 이 값보다 낮추지 않습니다. 하한이 P 이상이면 P는 줄지 않습니다.",
  },
  coin: {
    label: "무작위 선택 단위",
    options: {
      token: {
        label: "토큰마다",
        help: "Bengio 등(2015)처럼 문장 쌍의 토큰마다 따로 무작위로 고릅니다.",
      },
      step: {
        label: "시점마다",
        help: "디코더 시점마다 배치 전체에 대해 한 번 무작위로 고릅니다.",
      },
      sequence: {
        label: "문장마다",
        help: "문장 쌍마다 한 번 무작위로 고릅니다. 전부 정답이거나 전부 모델의 출력입니다.",
      },
    },
  },
  targetMatch: {
    label: "목표 완전 일치율",
    help: "검증 예제의 완전 일치율이 여기에 이르면 학습을 멈춥니다.",
  },
  maxSteps: { label: "최대 업데이트 횟수", help: "업데이트가 이 횟수에 이르면 학습을 멈춥니다." },
  patience: {
    label: "조기 종료 대기 횟수(patience)",
    help: "업데이트를 이만큼 하는 동안 검증 결과가 나아지지 않으면 학습을 멈춥니다(조기 종료, early stopping). 0이면 조기 종료를 하지 않습니다.",
  },
  seed: {
    label: "시드",
    help: "시드가 같으면 처음 가중치, 학습 데이터, 무작위 선택이 모두 같습니다.",
  },
};
