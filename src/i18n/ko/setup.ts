/** Korean: the settings, each with one sentence on what it does. */
export const setup = {
  title: "설정",
  size: "매개변수 {{parameters}}개",
  vocabulary: "어휘: 입력 {{source}}개, 출력 {{target}}개",
  rule: "설정을 바꾸면 모델이 교체됩니다. ‘바로 적용’ 항목은 예외입니다.",
  freshDone: "새 모델로 시작했습니다.",
  bakedDone: "이 설정으로 미리 학습해 둔 모델을 보여 줍니다.",
  goBack: "이전으로 돌아가기",
  live: "바로 적용",
  more: "추가 설정",
  range: "{{min}}~{{max}}, 기본값\u00a0{{initial}}.",
  toDefault: "{{field}}: 기본값 {{value}}",
  allDefaults: "모든 설정을 기본값으로",
  notANumber: "숫자가 아닙니다.",
  outOfRange: "{{min}}~{{max}} 사이의 숫자를 넣으세요.",
  noTiming: "어텐션이 없으면 입력 문장을 참조하는 시점도 없습니다.",
  fields: {
    task: {
      label: "과제",
      formats: "날짜 표기 전체 보기",
      options: {
        reverse: {
          label: "글자 뒤집기",
          help: "무작위 글자 3~8개. 마지막에 읽은 글자를 가장 먼저 씁니다.",
        },
        dates: {
          label: "날짜를 ISO 형식으로",
          help: "여러 방식으로 쓴 날짜를 연-월-일로 바꿉니다.",
        },
        pairs: { label: "직접 넣은 문장 쌍", help: "직접 가져온 문장 쌍입니다." },
      },
    },
    attention: {
      label: "어텐션",
      options: {
        none: { label: "없음", help: "디코더는 인코더의 마지막 은닉 상태로만 입력 문장을 압니다." },
        additive: {
          label: "부가적(additive)",
          help: "작은 신경망이 질의와 각 인코더 상태를 견주어 점수를 냅니다.",
        },
        dot: {
          label: "내적(dot)",
          help: "두 벡터의 방향과 크기가 모두 영향을 줍니다. 코사인 유사도가 아닙니다.",
        },
        general: {
          label: "일반(general)",
          help: "질의와 인코더 상태 사이에 학습되는 행렬이 있습니다.",
        },
      },
    },
    timing: {
      label: "시점",
      options: {
        bahdanau: {
          label: "참조 후 갱신(Bahdanau)",
          help: "이전 상태가 질의입니다. 찾은 문맥 벡터를 셀의 입력에 이어 붙입니다.",
        },
        luong: {
          label: "갱신 후 참조(Luong)",
          help: "셀을 먼저 갱신합니다. 새 상태가 질의이고, 문맥 벡터는 출력에 쓰입니다.",
        },
      },
    },
    hiddenSize: {
      label: "은닉 크기",
      help: "인코더와 디코더 은닉 상태 하나를 이루는 수의 개수입니다.",
    },
    embeddingSize: { label: "임베딩 크기", help: "토큰 하나를 나타내는 수의 개수입니다." },
    batchSize: { label: "배치 크기", help: "가중치를 한 번 갱신할 때 보는 문장 쌍의 수입니다." },
    learningRate: { label: "학습률", help: "한 번 갱신할 때 가중치를 움직이는 정도입니다." },
    clipNorm: { label: "기울기 클리핑", help: "이보다 긴 기울기는 이 길이로 줄입니다." },
    forcing: {
      label: "P(정답 입력)",
      help: "Teacher forcing: 학습 중 다음 단계에 모델의 출력 대신 정답 토큰을 넣을 확률입니다.",
    },
    targetMatch: {
      label: "목표 완전 일치율",
      help: "검증 예제의 완전 일치율이 여기에 이르면 학습을 멈춥니다.",
    },
    maxSteps: { label: "최대 학습 단계 수", help: "늦어도 이 학습 단계에서 학습을 멈춥니다." },
    seed: {
      label: "시드",
      help: "시드가 같으면 가중치, 데이터, teacher forcing 추첨이 모두 같습니다.",
    },
  },
} as const;
