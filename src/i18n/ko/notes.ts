/** The notes beside the PyTorch code. */
import type { PytorchTexts } from "../lateTexts";

export const notes: PytorchTexts["notes"] = {
  region: "강의 노트의 코드와 비교",
  intro:
    "강의 노트와 튜토리얼에서는 몇몇 줄을 다르게 씁니다. 항목을 열면 두 코드를 이 모델의 shape과 함께 비교할 수 있습니다.",
  none: "선택한 연산에는 항목이 없습니다.",
  group: "{{place}} ({{count}})",
  place: {
    encoder: "인코더",
    step: "디코더의 한 시점",
    loop: "시점 반복",
    training: "학습과 손실",
  },
  given: "공통 부분",
  way: {
    difference: { theirs: "강의 노트", ours: "이 앱" },
    meaning: { theirs: "한 줄로", ours: "풀어 쓰면" },
  },
  outcome: { same: "같은 값", other: "다른 값", error: "오류" },
  about: {
    oneHot: {
      title: "원핫 벡터와 nn.Embedding",
      why: "노트에는 토큰을 전부 원핫으로 처리한다고 적혀 있지만, 코드는 nn.Embedding을 사용합니다. 원핫 벡터에 임베딩 표를 곱하면 표의 한 행이 됩니다. nn.Embedding은 그 행을 바로 읽습니다.",
      when: "항상 같은 값입니다. {{vocabulary}}차원 벡터를 만들지 않을 뿐입니다.",
    },
    padding: {
      title: "pack_padded_sequence 없는 패딩",
      why: "둘째 행은 패딩으로 끝납니다. 패킹하지 않으면 순환 신경망이 패딩까지 읽어서, 마지막 상태는 패딩을 읽은 뒤의 상태가 됩니다. 패킹하면 각 행이 자기 <eos>에서 끝납니다.",
      when: "배치 크기 1처럼 모든 행의 길이가 같으면 같은 값입니다.",
    },
    packing: {
      title: "pack_padded_sequence(batch, lengths)",
      why: "PyTorch는 가장 긴 행이 맨 앞에 오기를 기대하며, 그렇지 않으면 오류를 냅니다. enforce_sorted=False로 두면 내부에서 정렬한 뒤 원래 순서로 되돌립니다. batch_first=True를 쓰면 transpose가 필요 없습니다. lengths는 CPU에 있어야 합니다.",
      when: "긴 행부터 차례로 정렬되어 있으면 같은 값입니다.",
    },
    zeroState: {
      title: "h_0 = zeros(층 수 × 방향 수, B, d_h)",
      why: "h_0을 주지 않으면 PyTorch가 알아서 0에서 시작합니다. 직접 만들 때는 디바이스도 맞춰야 하는데, 노트의 코드는 항상 CPU에 만듭니다.",
      when: "CPU에서는 항상 같은 값입니다. GPU에서는 노트의 코드가 오류를 냅니다.",
    },
    outputHidden: {
      title: "output과 hidden",
      why: "outputs는 맨 위층의 상태를 토큰 {{source}}개 모두에 대해 담고, h_n은 마지막 토큰의 상태를 모든 층(여기서는 {{layers}}개)에 대해 담습니다. 둘 다에 들어 있는 벡터는 하나뿐입니다. 마지막 토큰을 읽은 뒤 맨 위층의 상태입니다.",
      when: "단방향이고 패딩이 없을 때 성립합니다.",
    },
    lastStates: {
      title: "h_n[-2], h_n[-1]과 (4, B, d_h)",
      why: "2층 양방향이면 상태가 넷이고, 순서는 1층 정방향, 1층 역방향, 2층 정방향, 2층 역방향입니다. 노트에서는 [-2]를 첫째 층, [-1]을 둘째 층이라고 했지만 둘 다 마지막 층입니다. [-2]는 정방향으로 끝까지, [-1]은 역방향으로 처음까지 읽은 상태입니다.",
      when: "outputs[:, -1]은 두 방향을 모두 요약한 벡터가 아닙니다. {{hidden}}번부터인 뒤쪽 절반은 역방향 상태인데, 마지막 토큰 하나만 읽었습니다.",
    },
    trainEval: {
      title: "train()과 eval()",
      why: "새로 만든 모듈은 학습 모드입니다. 그래서 드롭아웃이 값을 무작위로 절반쯤 0으로 만들고 나머지를 2배로 키웁니다. 노트는 eval() 없이 출력하므로 실행할 때마다 값이 달라집니다.",
      when: "드롭아웃 비율이 0이면 같은 값입니다. torch.no_grad()는 드롭아웃을 끄지 않으며, 메모리를 아낄 뿐입니다.",
    },
    permute: {
      title: "query = hidden.permute(1, 0, 2)",
      why: "hidden은 [층 수, B, H]이고, permute는 배치를 앞으로 옮깁니다. 2층이면 쿼리가 두 행이 됩니다. 노트의 점수처럼 이 쿼리를 키와 더하면 오류가 나고, 원문이 토큰 2개이면 오류 없이 틀린 점수가 나옵니다. 맨 위층만 쓰는 hidden[-1:]은 언제나 맞습니다.",
      when: "1층이면 같은 값입니다. 그리고 이것은 ‘현재 상태’가 아닙니다. Bahdanau 방식에서 쿼리는 이 시점 이전의 상태입니다.",
    },
    location: {
      title: "softmax(Linear([embedded; hidden]))",
      why: "2023년까지 PyTorch 튜토리얼은 이것을 어텐션이라고 불렀습니다. 이 점수는 토큰과 쿼리에 있는 수 {{read}}개만으로 계산하며, 인코더 은닉 상태 {{source}}개에 있는 수 {{keys}}개는 하나도 쓰지 않습니다. 그래서 토큰과 쿼리가 같다면 어떤 원문을 넣어도 가중치가 같습니다. 단어가 아니라 위치에 주는 가중치입니다.",
      when: "둘이 같아지는 것은 우연일 뿐입니다. 점수에는 쿼리와 키가 모두 있어야 합니다.",
    },
    biasOfV: {
      title: "Va의 편향",
      why: "nn.Linear에는 bias=False로 두지 않는 한 편향이 있습니다. Va의 편향은 모든 점수에 같은 수를 더하므로 소프트맥스에서 사라집니다. e^(x + b) = e^b · e^x에서 e^b가 약분되기 때문입니다.",
      when: "가중치는 항상 같습니다. 이 편향은 아무것도 학습하지 않습니다.",
    },
    biasOfWU: {
      title: "Wa와 Ua의 편향",
      why: "이 두 편향은 tanh 안에 있으므로 점수를 바꿉니다. 다만 두 편향의 합만 의미가 있으므로 하나면 충분합니다. 이 모델에는 편향이 없습니다. Bahdanau 논문의 수식에도 편향이 보이지 않지만, 논문 부록에 따르면 읽기 쉽게 생략한 것입니다.",
      when: "두 편향의 합이 0이면 같은 값입니다. 편향이 있어도 해롭지는 않으며, 학습할 매개변수가 편향마다 {{hidden}}개씩 늘어납니다.",
    },
    squeeze: {
      title: "squeeze(2)와 unsqueeze(1)",
      why: "v를 거치면 키마다 점수가 하나씩 나와 열 [1, {{source}}, 1]이 됩니다. squeeze(2)로 마지막 1을 없애고 unsqueeze(1)로 앞에 1을 넣으면 bmm에 쓸 행이 됩니다. softmax(dim=-1)은 squeeze(2) 바로 다음에 두어도, unsqueeze(1) 다음에 두어도 됩니다. squeeze(2)보다 앞에 두면 점수 하나마다 따로 계산되어 가중치가 모두 1이 됩니다.",
      when: "항상 같은 값입니다. 크기가 1이 아닌 차원에 squeeze를 쓰면 아무 일도 일어나지 않고 경고도 없습니다. 숫자 없이 squeeze()를 쓰면 크기 1인 배치 차원까지 사라집니다.",
    },
    mask: {
      title: "마스크 없는 소프트맥스",
      why: "배치에서 짧은 원문은 패딩으로 끝납니다. 마스크가 없으면 패딩도 가중치를 가져가서 실제 토큰 {{source}}개의 몫이 줄어듭니다. 소프트맥스 전에 -inf를 넣으면 패딩의 가중치가 정확히 0이 됩니다.",
      when: "패딩이 없으면 같은 값입니다. 소프트맥스 뒤에 0을 곱하는 것으로는 부족합니다. 합이 1이 되지 않기 때문입니다.",
    },
    bmm: {
      title: "bmm(weights, keys)",
      why: "bmm은 배치의 행마다 행렬을 곱합니다: [1, 1, {{source}}] × [1, {{source}}, {{key}}] = [1, 1, {{key}}]. 곧 키 {{source}}개의 가중합입니다.",
      when: "항상 같은 값입니다. 이 앱도 노트와 같은 줄을 씁니다.",
    },
    relu: {
      title: "relu(embedding(token))",
      why: "어텐션이 없는 튜토리얼 디코더에는 GRU 앞에 ReLU가 있습니다. ReLU는 음수를 모두 0으로 만듭니다. 여기서는 {{all}}개 가운데 {{negative}}개입니다. 어텐션이 있는 디코더에는 ReLU 대신 드롭아웃이 있으므로, 두 디코더는 어텐션만 다른 것이 아닙니다.",
      when: "임베딩에 음수가 없을 때만 같은 값입니다.",
    },
    fill: {
      title: "torch.empty(…).fill(SOS)",
      why: "올바른 이름은 fill_입니다. 끝의 밑줄은 텐서 자신을 바꾸는 메서드라는 뜻입니다. 노트를 옮겨 적다 보면 __init__이나 batch_size에서도 밑줄이 자주 사라집니다. torch.full을 쓰면 한 번에 만들 수 있습니다.",
      when: "fill_로 고치면 같은 값입니다.",
    },
    catInput: {
      title: "cat((embedded, context), dim=2)",
      why: "dim=2로 {{token}}차원 토큰 벡터와 {{key}}차원 문맥 벡터를 이어 붙이면 {{both}}차원인 셀의 입력이 됩니다. 노트에서는 둘 다 H차원이므로 GRU의 입력이 2 × H차원입니다. 이어 붙이는 것은 가중치가 아니라 문맥 벡터입니다.",
      when: "항상 같은 값입니다. 이 앱도 노트와 같은 줄을 씁니다.",
    },
    softmaxFirst: {
      title: "argmax에는 소프트맥스가 필요 없음",
      why: "소프트맥스는 순서를 바꾸지 않습니다. 로짓이 가장 크면 확률도 가장 큽니다. 마지막 Linear의 출력은 확률이 아니라 로짓입니다.",
      when: "항상 같은 토큰을 고릅니다. 샘플링에는 확률이 필요합니다.",
    },
    topk: {
      title: "topk(1)",
      why: "topk(1)은 가장 큰 로짓과 그 위치를 주며, 둘 다 마지막 차원의 크기가 1입니다. squeeze(-1)이 그 차원을 없앱니다. argmax는 위치를 바로 줍니다.",
      when: "가장 큰 로짓이 하나뿐이면 같은 값입니다.",
    },
    detach: {
      title: "detach()",
      why: "detach()는 텐서를 기울기 계산에서 떼어 냅니다. 그런데 토큰 번호는 정수라서 떼어 낼 기울기가 없습니다. detach()가 있든 없든, 토큰을 고르는 과정으로는 기울기가 흐르지 않습니다.",
      when: "항상 같습니다. 확률을 다음 입력으로 쓴다면 detach()가 의미 있습니다.",
    },
    catSteps: {
      title: "cat(steps, dim=1): [B, T, V]",
      why: "시점마다 [1, 1, {{vocabulary}}]가 나옵니다. dim=1로 이어 붙이면 시점 {{answer}}개가 나란히 놓여 [B, T, V]가 됩니다. stack은 새 차원을 직접 만들기 때문에 각 조각에 그 차원이 없어야 합니다.",
      when: "항상 같은 값입니다. outputs[t]에 채우는 노트의 코드에서는 [T, B, V]가 됩니다.",
    },
    maxLength: {
      title: "for i in range(MAX_LENGTH)",
      why: "튜토리얼의 디코더는 <eos>를 확인하지 않고 항상 시점 {{limit}}개를 계산합니다. 긴 답은 잘리고, 짧은 답 뒤에는 의미 없는 토큰이 붙습니다. 지금 답은 <eos>까지 토큰 {{answer}}개입니다.",
      when: "<eos> 앞의 답이 정확히 {{limit}}개일 때만 같은 값입니다. 학습할 때의 시점 수는 정답 텐서의 길이와 같아야 합니다.",
    },
    allEnded: {
      title: "배치는 언제 끝날까?",
      why: "노트의 코드는 모든 행이 같은 시점에 <eos>를 낼 때 멈춥니다. 여기서는 첫째 행이 시점 3에서, 둘째 행이 시점 2에서 끝나므로 그런 순간이 오지 않습니다. 행마다 끝났다는 표시를 따로 두고 유지해야 합니다.",
      when: "배치 크기가 1이면 같은 값입니다. 노트의 코드는 teacher forcing일 때 모델의 답이 아니라 정답을 검사합니다.",
    },
    actualLengths: {
      title: "actual_lengths",
      why: "노트의 코드는 <eos>가 아닌 자리를 모두 세므로, <eos> 뒤의 빈자리까지 셉니다. 결과는 {{theirs}}이지만 실제 답은 토큰 {{ours}}개입니다. 0부터 센 첫 <eos>의 위치가 곧 길이입니다.",
      when: "답이 모든 자리를 채울 때만 같은 값입니다.",
    },
    coin: {
      title: "random() > teacher_forcing_prob",
      why: "부등호가 반대입니다. 확률을 {{chance}}%로 두면 정답을 입력하는 시점이 {{inverted}}%가 되고, 1로 두면 정답을 한 번도 입력하지 않습니다. 기본값이 0.5라서 드러나지 않습니다.",
      when: "0.5일 때만 같은 값입니다.",
    },
    logSoftmax: {
      title: "log_softmax와 NLLLoss",
      why: "로짓에 cross_entropy를 쓰는 것은 log_softmax와 nll_loss를 한 번에 쓰는 것과 같습니다. nll_loss는 정답 토큰의 로그 확률에 음의 부호를 붙인 값입니다.",
      when: "항상 같은 값입니다. 섞어 쓰면 안 됩니다. cross_entropy에는 로짓을, nll_loss에는 로그 확률을 넣습니다.",
    },
    doubleSoftmax: {
      title: "디코더의 소프트맥스 뒤에 cross_entropy",
      why: "cross_entropy 안에는 소프트맥스가 있습니다. 디코더가 확률을 돌려주면 소프트맥스가 두 번 적용됩니다. 토큰이 {{vocabulary}}개이면 완벽한 답도 손실이 {{floor}}이고, 기울기가 훨씬 작아져 손실이 멈춘 것처럼 보입니다.",
      when: "로짓이 모두 같으면 같은 값이지만, 학습한 모델에서는 다릅니다. 디코더는 로짓을 돌려주어야 합니다.",
    },
    firstRow: {
      title: "0으로 남는 outputs[0]",
      why: "반복이 t = 1에서 시작하므로 0번 행은 0으로 남습니다. 손실에 이 행을 넣으면 모두 같은 로짓 {{vocabulary}}개로 <sos>를 맞혀야 하고, 학습으로 줄일 수 없는 상수가 더해집니다.",
      when: "outputs[1:]을 둘째 토큰부터의 정답과 비교합니다. <sos>는 입력할 뿐 예측하지 않습니다.",
    },
    flatten: {
      title: "[B, T, V]를 손실에 넣기",
      why: "cross_entropy에는 토큰마다 한 행인 [{{rows}}, {{vocabulary}}]를 넣거나, 어휘 차원이 둘째인 [2, {{vocabulary}}, {{answer}}]를 넣습니다. 어느 쪽이든 같은 토큰 {{rows}}개를 읽습니다.",
      when: "평균은 항상 같습니다. [T, B, V]라면 정답도 전치해야 합니다.",
    },
    padLoss: {
      title: "ignore_index 없는 손실",
      why: "둘째 행에는 패딩이 {{pads}}개 있습니다. ignore_index가 없으면 패딩도 맞혀야 할 토큰으로 셉니다. 여기서는 {{all}}개 가운데 {{pads}}개입니다. 패딩은 맞히기 쉬워서 손실이 실제보다 좋아 보입니다.",
      when: "패딩이 있는 행이 없으면 같은 값입니다.",
    },
  },
};
