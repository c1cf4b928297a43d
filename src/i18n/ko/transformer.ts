/** Korean: the heads of a Transformer, its self-attention, and the operations of one look. */
import type { TransformerTexts } from "../lateTexts";

export const transformer: TransformerTexts = {
  layer: "층",
  head: "헤드",
  mean: "전체(평균)",
  number: "{{n}}",
  self: {
    encoder: "인코더의 셀프 어텐션",
    decoder: "디코더의 셀프 어텐션",
    encoderMap:
      "인코더 셀프 어텐션, {{which}}. 한 행이 원문 토큰 하나이고, 열은 그 토큰이 보는 토큰입니다.",
    decoderMap:
      "디코더 셀프 어텐션, {{which}}. 한 행이 한 시점입니다. 그 시점까지 넣은 토큰만 보고, 뒤의 토큰은 가려져 있습니다.",
    row: "‘{{token}}’ → ‘{{other}}’ {{weight}}(가장 큰 가중치).",
    open: "이 맵을 크게 보기",
    close: "그림으로 돌아가기",
    asking: "보는 토큰",
    masked: "가려짐",
    count: "가중치 수",
    total: "모든 행의 가중치 수",
    which: "{{layer}}층 헤드 {{head}}",
    whichMean: "{{layer}}층 헤드 평균",
  },
  operations: "원문을 한 번 보는 연산",
  ofHead: "시점 {{step}}, {{layer}}층, 헤드 {{heads}}개 중 {{head}}번.",
  firstHead: "맵은 헤드의 평균입니다. 아래 수치는 헤드 1의 값입니다.",
  parts: {
    query:
      "쿼리: 이 시점이 찾는 것입니다. 셀프 어텐션과 층 정규화를 거친, 원문을 보기 전의 디코더 상태 ŝ에 W_q를 곱해 만듭니다. W_q, W_k, W_v는 헤드마다 따로 있습니다.",
    keys: "키와 값: 원문 토큰마다 키 하나와 값 하나가 있습니다. 인코더 상태에 W_k와 W_v를 곱해 만듭니다.",
    score: "점수: 쿼리와 키의 내적을 차원의 제곱근(√d_k)으로 나눕니다.",
    softmax: "소프트맥스: 점수를 합이 1인 가중치로 바꿉니다.",
    context: "이 헤드의 문맥 벡터: 값의 가중 평균입니다.",
  },
  joined: "모든 헤드의 문맥 벡터를 이어 붙인 뒤 W_O를 곱합니다. 층은 그 결과를 상태에 더합니다.",
  equation: "수식",
  scale: {
    label: "√d_k로 나누기(d_k = {{size}})",
    on: "모델이 계산하는 방식입니다. 가장 큰 가중치 {{largest}}, 엔트로피 {{entropy}} nat.",
    off: "나누지 않았을 때입니다. 가장 큰 가중치 {{largest}}, 엔트로피 {{entropy}} nat. 차원이 크면 내적의 절댓값이 커져서 가중치가 한 토큰에 몰리고, 소프트맥스의 기울기가 0에 가까워집니다. 아래 수치는 이 가중치로 계산합니다. 맵과 모델의 답은 나눈 값 그대로입니다.",
  },
  table: {
    caption: "원문 토큰별 점수와 가중치",
    token: "원문",
    product: "q·k",
    score: "점수",
    weight: "가중치",
  },
  cell: {
    choose: "표에서 토큰을 고르거나 맵에서 칸을 고르면 그 수치를 항별로 볼 수 있습니다.",
    title: "시점 {{step}} → ‘{{token}}’",
    terms: "q·k의 항, 큰 것부터",
    unit: "성분",
    others: "나머지 {{count}}개",
    sum: "q·k",
    score: "점수: {{product}} / √{{size}} = {{score}}",
    scoreUndivided: "점수: {{score}}, 곧 합 그대로입니다.",
    softmax:
      "소프트맥스: exp({{score}} − {{largest}}) / {{total}} = {{weight}}. 여기서 {{largest}}: 이 시점의 가장 큰 점수, {{total}}: 모든 원문 토큰의 지수 값을 더한 수.",
    contextUnit: "문맥 벡터의 성분 {{size}}개 중 {{unit}}번",
    contextTerms: "문맥 벡터의 {{unit}}번 성분을 이루는 원문 토큰별 항",
  },
  code: {
    label: "원문을 한 번 보는 PyTorch 코드",
    note: "층의 모든 헤드를 한꺼번에 계산합니다. 오른쪽은 새 텐서의 모양입니다. ‘state’와 ‘memory’는 정규화를 거친 값입니다.",
  },
  without:
    "트랜스포머에서는 기울기 보기, 값 바꾸기, 배치 보기, 업데이트 천천히 보기를 쓸 수 없습니다.",
  notFused:
    "트랜스포머는 아직 융합 연산(fused kernel)을 지원하지 않습니다. 텐서 라이브러리로 계산하므로 순환 신경망보다 업데이트가 느립니다.",
};
