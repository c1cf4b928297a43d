/** Korean: what notes, tutorial and papers say, point by point, and the right statement beside a mistake. */
import type { ReadingTexts } from "../lateTexts";

export const sourceItems: ReadingTexts["sources"]["items"] = {
  diary: {
    namesRead: { what: "앞선 튜토리얼에서는 신경망이 이름을 읽고 언어를 답합니다." },
    namesWritten: { what: "그다음 튜토리얼에서는 신경망이 언어를 입력받아 이름을 씁니다." },
    sequences: { what: "seq2seq는 시퀀스를 받아 시퀀스를 만드는 신경망입니다." },
    tokens: { what: "글자를 토큰으로 하면 단어가, 단어를 토큰으로 하면 문장이 만들어집니다." },
    twoNetworks: {
      what: "인코더와 디코더는 서로 다른 순환 신경망 두 개입니다. 각각 기본 RNN, GRU, LSTM일 수 있습니다.",
    },
    startAndEnd: {
      what: "디코더는 <sos>를 입력받아 시작하고, 원문과 출력은 <eos>로 끝납니다.",
    },
    oneHot: {
      what: "본문은 모두 원핫이라고 하지만 코드는 nn.Embedding을 씁니다.",
      right:
        "두 방법의 결과는 같습니다. 원핫 벡터에 행렬을 곱하면 그 행렬의 행 하나가 나오고, nn.Embedding은 그 행을 바로 꺼냅니다.",
    },
    relu: {
      what: "기본 디코더에는 ReLU가 있고 드롭아웃이 없으며, 어텐션 디코더는 그 반대입니다.",
      right: "한 가지만 바꾸고 나머지를 같게 두어야 공정한 비교입니다.",
    },
    maxLength: {
      what: "디코더가 항상 MAX_LENGTH번 반복합니다.",
      right: "출력은 자기 <eos>에서 끝납니다. 길이 제한은 <eos>가 나오지 않을 때만 씁니다.",
    },
    greedy: { what: "topk(1)은 확률이 가장 큰 토큰을 고릅니다." },
    detach: { what: "detach()는 다음 입력으로 넣는 토큰에서 기울기를 끊습니다." },
    longSentences: { what: "문장이 아무리 길어도 크기가 정해진 벡터 하나에 담아야 합니다." },
    sequential: {
      what: "은닉 상태는 바로 앞의 은닉 상태가 있어야 계산할 수 있어 여러 시점을 동시에 계산하지 못합니다. 그래서 학습이 느립니다.",
    },
    additive: {
      what: "인코더 상태마다 v · tanh(W q + U k)로 점수를 구하는 부가적 어텐션입니다.",
    },
    permute: {
      what: "쿼리를 hidden.permute(1, 0, 2)로 만듭니다.",
      right: "층이 하나일 때만 맞습니다. 층이 둘이면 맨 위층의 은닉 상태가 쿼리입니다.",
    },
    biasOfV: {
      what: "Va는 편향이 있는 선형 계층입니다.",
      right:
        "모든 점수에 같은 수를 더해도 가중치는 바뀌지 않으므로 이 편향은 아무것도 배우지 않습니다.",
    },
    keysAgain: {
      what: "디코더가 시점마다 Ua(keys)를 다시 계산합니다.",
      right:
        "답을 출력하는 동안 키는 바뀌지 않으므로 원문마다 한 번만 계산하면 됩니다. 결과는 같고 시간만 다릅니다.",
    },
    noMask: {
      what: "소프트맥스가 패딩까지 계산합니다.",
      right:
        "소프트맥스를 취하기 전에 패딩의 점수를 아주 큰 음수로 바꾸어 가중치가 0이 되게 해야 합니다.",
    },
    logSoftmax: { what: "log_softmax와 NLLLoss를 함께 쓰면 로짓에 대한 교차 엔트로피입니다." },
  },
  lecture: {
    manyToMany: { what: "seq2seq는 RNN 구조 가운데 many-to-many에 해당합니다." },
    notShared: {
      what: "인코더와 디코더는 매개변수를 공유하지 않습니다. 각각의 안에서는 모든 시점이 같은 매개변수를 씁니다.",
    },
    fixedSize: { what: "짧은 문장이든 긴 문장이든 마지막 은닉 상태의 크기는 같습니다." },
    reversed: { what: "원문을 뒤집어 앞부분 단어 사이의 거리를 줄이는 방법입니다." },
    chooseStates: {
      what: "디코더에 인코더 은닉 상태를 모두 주면, 디코더가 필요한 것을 골라 씁니다.",
    },
    newState: {
      what: "새 디코더 은닉 상태를 인코더 은닉 상태와 비교하고, 문맥 벡터와 이어 붙여 출력을 계산합니다. Luong 방식의 순서입니다.",
    },
    teacherForcing: { what: "학습할 때 디코더에 직전 시점의 정답 토큰을 입력합니다." },
    generalDiagonal: {
      what: "일반(general) 점수의 W가 대각 행렬이라고 합니다.",
      right:
        "W는 임의의 행렬입니다. 대각 행렬은 그 특수한 경우이고, 단위행렬이면 내적 점수와 같습니다.",
    },
    concat: { what: "두 벡터를 이어 붙여 작은 신경망에 넣는 concat 점수입니다." },
    solved: {
      what: "어텐션이 긴 문장 문제를 해결했다고 합니다.",
      right:
        "어텐션은 모든 인코더 은닉 상태로 가는 짧은 길을 만듭니다. 학습 때보다 긴 원문에는 여전히 틀립니다.",
    },
    path: { what: "어텐션은 기울기가 모든 인코더 은닉 상태로 바로 전해지는 길을 만듭니다." },
    statesUpdated: {
      what: "역전파가 인코더의 은닉 상태를 업데이트한다고 합니다.",
      right: "업데이트하는 것은 매개변수입니다. 은닉 상태는 예제마다 새로 계산합니다.",
    },
    interpretable: { what: "가중치를 보면 디코더가 어디를 보았는지 알 수 있습니다." },
    sizes: { what: "임베딩 256, 은닉 크기 512, 2층, 양방향입니다." },
    packing: {
      what: "정렬하지 않고 pack_padded_sequence(batch, lengths)를 호출합니다.",
      right: "가장 긴 행부터 정렬하거나 enforce_sorted=False를 주어야 합니다.",
    },
    zeroState: {
      what: "h_0을 CPU에서 직접 만듭니다.",
      right: "h_0을 주지 않으면 PyTorch가 알맞은 장치에서 0으로 시작합니다.",
    },
    lastStates: {
      what: "h_n[-2]가 첫째 층, h_n[-1]이 둘째 층이라고 합니다.",
      right:
        "둘 다 마지막 층의 상태입니다. h_n[-2]는 앞에서부터, h_n[-1]은 뒤에서부터 읽은 상태입니다.",
    },
    bridge: { what: "선형 계층이 두 마지막 은닉 상태를 디코더의 처음 은닉 상태로 바꿉니다." },
    coin: {
      what: "random() > teacher_forcing_prob이면 정답을 입력합니다.",
      right: "부등호가 반대여야 합니다. 이대로라면 확률이 1일 때 정답을 한 번도 입력하지 않습니다.",
    },
    coinUnit: {
      what: "시점마다 배치 전체에 동전을 한 번 던집니다.",
      right: "Bengio 등의 방법은 토큰마다 던집니다. 시점마다 한 번은 단순하게 바꾼 것입니다.",
    },
    firstRow: {
      what: "outputs[0]이 0으로 남아 있는데 빼지 않습니다.",
      right: "outputs[1:]과 <sos>를 뺀 정답을 비교하여 손실을 구합니다.",
    },
    lengthLimit: {
      what: "전역 변수 trg_max_len까지 반복합니다.",
      right: "학습할 때는 배치에서 가장 긴 정답까지, 답을 만들 때는 각 행의 <eos>까지 반복합니다.",
    },
    dotSizes: {
      what: "양방향 인코더의 상태와 내적합니다.",
      right:
        "인코더 상태는 2H차원, 쿼리는 H차원이므로 일반(general) 점수를 쓰거나 크기를 맞춰야 합니다.",
    },
  },
  lineByLine: {
    threeMatrices: {
      what: "Wa는 쿼리에, Ua는 키에 곱하고, Va가 그 결과를 수 하나로 만듭니다.",
    },
    currentState: {
      what: "쿼리가 디코더의 현재 은닉 상태라고 합니다.",
      right:
        "Bahdanau 방식의 쿼리는 이전 시점의 은닉 상태입니다. 새 은닉 상태를 만들려면 문맥 벡터가 먼저 필요합니다.",
    },
    squeeze: { what: "squeeze(2)와 unsqueeze(1)이 점수의 열을 행으로 바꿉니다." },
    sumOne: { what: "소프트맥스를 거친 가중치는 0과 1 사이이고 모두 더하면 1입니다." },
    bmm: { what: "bmm(weights, keys)는 키의 가중합입니다." },
    catInput: { what: "단어 벡터와 문맥 벡터를 이어 2H차원 벡터를 GRU에 넣습니다." },
    fill: {
      what: "torch.empty(…).fill(SOS)",
      right: "fill_()이 맞습니다. PyTorch에서 텐서 자체를 바꾸는 메서드는 밑줄로 끝납니다.",
    },
    underscores: {
      what: "super().init(), batchsize, targettensor",
      right: "마크다운에서 밑줄이 사라졌습니다. 인쇄된 그대로는 실행되지 않습니다.",
    },
    similarity: {
      what: "점수는 두 벡터의 유사도라고 합니다.",
      right:
        "점수는 쿼리와 키가 얼마나 맞는지를 학습으로 정한 값입니다. 범위가 정해져 있지 않고, 둘을 바꾸면 값이 달라질 수 있습니다.",
    },
    contextNotWeights: {
      what: "임베딩과 어텐션 가중치와 GRU를 결합한다고 합니다.",
      right: "임베딩에 이어 붙이는 것은 가중치가 아니라 문맥 벡터입니다.",
    },
    softmaxRank: {
      what: "소프트맥스는 2차원이어야 한다고 합니다.",
      right: "dim=-1을 주면 몇 차원이든 됩니다.",
    },
    exposureBias: {
      what: "정답만 입력받아 학습한 모델은 자기가 틀린 답을 입력받아 본 적이 없습니다.",
    },
    withoutForcing: {
      what: "teacher forcing을 쓰지 않으면 정확도가 낮다고 합니다.",
      right:
        "처음에는 느리게 배우지만, 이 페이지의 과제에서는 결국 비슷해집니다. 측정한 표를 보세요.",
    },
    decay: { what: "정답을 입력할 확률을 학습하는 동안 줄일 수 있습니다." },
    argmax: { what: "로짓이 가장 큰 토큰이 확률도 가장 큽니다." },
    logits: {
      what: "선형 계층이 확률을 낸다고 합니다.",
      right: "선형 계층은 로짓을 냅니다. 소프트맥스가 이를 확률로 바꿉니다.",
    },
    dropout: {
      what: "디코더의 드롭아웃이 일반화를 돕는다고 합니다.",
      right:
        "이 코드에서는 임베딩에만 적용됩니다. 문맥 벡터와 은닉 상태, 로짓은 드롭아웃을 거치지 않습니다.",
    },
    outputHidden: {
      what: "한 시점에서는 output과 hidden이 같다고 합니다.",
      right: "층이 하나일 때만 그렇습니다. 층이 여럿이면 output은 맨 위층, hidden은 모든 층입니다.",
    },
    catSteps: { what: "cat(steps, dim=1)이 모든 시점의 출력을 [B, T, V]로 모읍니다." },
  },
  multiLayer: {
    uses: { what: "번역, 요약, 챗봇은 시퀀스를 다른 시퀀스로 바꾸는 일입니다." },
    contextVector: {
      what: "마지막 은닉 상태를 ‘컨텍스트 벡터’라고 부릅니다.",
      right:
        "그것은 모든 시점이 함께 쓰는 고정된 벡터입니다. 어텐션이 있으면 시점마다 문맥 벡터를 새로 계산합니다.",
    },
    layers: { what: "2층이면 둘째 층이 첫째 층의 은닉 상태를 읽습니다." },
    dropout: { what: "임베딩과 층 사이에 드롭아웃 0.5를 씁니다." },
    doubleSoftmax: {
      what: "디코더가 소프트맥스 값을 돌려주면서 로짓이라고 부릅니다.",
      right:
        "로짓을 돌려주어야 합니다. 교차 엔트로피 안에서 소프트맥스를 또 거치면 손실이 0까지 내려가지 못합니다.",
    },
    actualLengths: {
      what: "<eos>가 아닌 토큰의 수를 길이로 셉니다.",
      right:
        "길이는 처음 나온 <eos>의 위치로 정합니다. 이렇게 세면 그 뒤의 패딩까지 길이에 들어갑니다.",
    },
    floatTokens: {
      what: "출력 토큰을 torch.zeros에 적으므로 번호가 실수가 되고, 빈자리가 0번 토큰처럼 보입니다.",
      right: "토큰 번호는 정수입니다. dtype=torch.long을 쓰고 빈자리는 <pad>로 채웁니다.",
    },
    allEnded: {
      what: "모든 행이 같은 시점에 <eos>를 내야 멈춥니다.",
      right: "행마다 끝났는지 기억해 두고, 모두 끝나면 멈춥니다.",
    },
    shift: {
      what: "정답에 <sos>와 <eos>가 없습니다.",
      right: "입력은 <sos> y1 … yn, 정답은 y1 … yn <eos>로, 같은 열을 한 칸 민 것입니다.",
    },
    zeroRow: {
      what: "출력의 크기가 [1, 50, 10000]이고 0번 행은 모두 0입니다.",
      right: "이 배치의 시점 수만큼만 자리를 만들고 모든 행을 채웁니다.",
    },
    checks: {
      what: "teacher forcing이 토큰이 맞았는지 확인한다고 합니다.",
      right: "확인하지 않습니다. 다음 입력을 정답 토큰으로 바꿀 뿐입니다.",
    },
    padding: {
      what: "인코더가 패딩까지 읽습니다.",
      right: "마지막 은닉 상태는 각 행의 마지막 토큰에서의 상태여야 합니다.",
    },
    trainEval: {
      what: "eval() 없이 답을 출력합니다.",
      right: "eval()이 없으면 드롭아웃이 켜져 있어 실행할 때마다 값이 달라집니다.",
    },
    ratioLater: {
      what: "답을 만들 때도 teacher_force_ratio가 1입니다.",
      right: "답을 만들 때는 정답을 모르므로 모델이 자기가 낸 토큰을 입력받습니다.",
    },
    rank: {
      what: "은닉 크기는 5인데 어휘는 10,000개입니다.",
      right:
        "텐서의 모양을 보여 주려는 예일 뿐입니다. 은닉 상태의 수가 다섯 개이면 마음대로 정할 수 있는 로짓도 다섯 개이고, 나머지는 그것으로 정해집니다.",
    },
    loop: {
      what: "max_len이 언제나 50입니다.",
      right: "끝나지 않는 답을 막는 제한이지, 답의 길이가 아닙니다.",
    },
  },
  draft: {
    bothEnds: {
      what: "시작 토큰과 끝 토큰을 모두 <EOS>라고 부릅니다.",
      right: "<sos>는 디코더를 시작하고, <eos>는 출력을 끝냅니다.",
    },
    everyStep: {
      what: "직전 결과를 다시 입력하는 것을 teacher forcing이라고 합니다.",
      right: "그것은 자유 실행입니다. teacher forcing은 그 대신 정답 토큰을 입력합니다.",
    },
    transformers: { what: "트랜스포머가 순환 신경망을 앞질렀습니다." },
  },
  tutorial: {
    location: {
      what: "2023년까지는 softmax(Linear([embedding; hidden]))을 어텐션이라고 불렀습니다.",
      right:
        "인코더 은닉 상태를 보지 않고 위치에 가중치를 준 것입니다. 점수에는 쿼리와 키가 있어야 합니다.",
    },
    samePad: {
      what: "패딩과 <sos>의 번호가 모두 0입니다.",
      right:
        "마스크가 찾을 수 있도록 패딩에는 자기 번호가 있어야 합니다. 그렇지 않으면 손실 함수가 빈자리마다 <sos>를 요구합니다.",
    },
    padLoss: {
      what: "손실에 패딩이 들어갑니다.",
      right:
        "ignore_index로 빼야 합니다. 그러지 않으면 맞히기 쉬운 패딩 때문에 손실이 작아 보입니다.",
    },
    paddedTraining: {
      what: "학습할 때는 모든 원문을 10토큰으로 채우고 평가할 때는 채우지 않습니다.",
      right: "마스크가 없는 모델은 학습 때와 다른 입력을 받아 답이 나빠집니다.",
    },
    ratio: {
      what: "본문은 teacher_forcing_ratio를 말하지만 코드는 항상 정답을 입력합니다.",
      right: "그 코드의 P(정답 입력)는 1입니다.",
    },
    noHeldOut: {
      what: "학습에 쓴 문장으로 답을 보여 줍니다.",
      right: "규칙을 배웠는지는 검증 예제로만 알 수 있습니다.",
    },
    letters: {
      what: "normalizeString은 a~z만 남깁니다.",
      right: "한글이 모두 지워집니다. NFC로 정규화하고 과제에 쓰는 글자를 남겨야 합니다.",
    },
    lastOutput: {
      what: "이름 분류: 마지막 글자 뒤의 출력이 답입니다. 같은 층이 글자를 읽을 때마다 답할 수도 있습니다.",
    },
    classEachStep: {
      what: "이름 생성: 클래스를 시점마다 글자와 함께 입력합니다.",
    },
    accents: {
      what: "이름에서 악센트 부호를 지웁니다. “ř”가 “r”이 됩니다.",
      right:
        "악센트 부호는 언어를 많이 알려 줍니다. 이 페이지의 목록에서는 부호를 지우면 신경망의 정답 비율이 낮아집니다.",
    },
  },
  papers: {
    hochreiter1997: {
      what: "Hochreiter, Schmidhuber(1997): 메모리 셀이 기울기를 여러 시점에 걸쳐 지키는 LSTM을 제안했습니다.",
    },
    cho2014: {
      what: "Cho 등(2014): GRU를 쓰는 인코더와 디코더를 벡터 하나로 이었습니다.",
    },
    sutskever2014: {
      what: "Sutskever, Vinyals, Le(2014): LSTM으로 번역했으며, 원문을 뒤집으니 긴 문장에 도움이 되었습니다.",
    },
    bahdanau2015: {
      what: "Bahdanau, Cho, Bengio(2015): 이전 은닉 상태를 쿼리로 쓰는 부가적 점수와 양방향 인코더를 제안했습니다.",
    },
    luong2015: {
      what: "Luong, Pham, Manning(2015): 새 은닉 상태를 쿼리로 쓰는 dot, general, concat과 입력 피딩을 제안했습니다.",
    },
    bengio2015: {
      what: "Bengio 등(2015): 토큰마다 동전을 던지는 계획된 샘플링과 세 가지 스케줄을 제안했습니다.",
    },
    ranzato2016: {
      what: "Ranzato 등(2016): ‘노출 편향(exposure bias)’이라는 이름을 붙였습니다.",
    },
    pascanu2013: {
      what: "Pascanu, Mikolov, Bengio(2013): 기울기가 사라지거나 커지는 까닭과 기울기 클리핑을 설명했습니다.",
    },
    kingma2015: { what: "Kingma, Ba(2015): Adam을 제안했습니다." },
    koehn2017: {
      what: "Koehn, Knowles(2017): 어텐션이 단어 정렬과 크게 다를 수 있음을 보였습니다.",
    },
    jain2019: {
      what: "Jain, Wallace(2019): 다른 가중치로도 같은 답이 나올 수 있으므로 가중치는 설명이 아니라고 했습니다.",
    },
    wiegreffe2019: {
      what: "Wiegreffe, Pinter(2019): 무엇을 설명이라 하는지, 어떻게 시험하는지에 따라 다르다고 했습니다.",
    },
    vaswani2017: {
      what: "Vaswani 등(2017): 트랜스포머. 순환 대신 셀프 어텐션을 쓰고, 헤드를 여럿 두며, 점수를 차원의 제곱근(√d_k)으로 나눕니다.",
    },
    xiong2020: {
      what: "Xiong 등(2020): 정규화를 각 부분의 앞에 두면 학습률을 천천히 올리지 않아도 트랜스포머가 잘 학습합니다.",
    },
  },
};
