/** The notes beside the PyTorch code: how course notes and tutorials write a line, and why ours differs. */
export const notes = {
  region: "The course notes’ way",
  intro:
    "Course notes and tutorials write some lines in another way. Open a note to see both ways, with the shapes of this model.",
  none: "No note on the selected operation.",
  group: "{{place}} ({{count}})",
  place: {
    encoder: "Encoder",
    step: "Decoder step",
    loop: "Loop over the steps",
    training: "Training and loss",
  },
  given: "Both begin with",
  way: {
    difference: { theirs: "The notes", ours: "Here" },
    meaning: { theirs: "One line", ours: "What it does" },
  },
  outcome: { same: "same numbers", other: "other numbers", error: "an error" },
  about: {
    oneHot: {
      title: "one-hot vectors or nn.Embedding",
      why: "The notes say that every token is one-hot, but their code calls nn.Embedding. A one-hot vector times the table is one row of the table. nn.Embedding reads that row directly.",
      when: "Both always give the same. Only the vector of {{vocabulary}} numbers is saved.",
    },
    padding: {
      title: "padding without pack_padded_sequence",
      why: "The second row ends with padding. Without packing the network reads the padding too, so its last state is a state after padding. Packing stops each row at its own <eos>.",
      when: "Both agree if all rows have the same length, as in a batch of one.",
    },
    packing: {
      title: "pack_padded_sequence(batch, lengths)",
      why: "PyTorch expects the longest row first, and stops with an error if it is not. enforce_sorted=False sorts inside and restores the order. batch_first=True saves the transpose. The lengths must be on the CPU.",
      when: "Both agree if the rows are sorted, the longest first.",
    },
    zeroState: {
      title: "h_0 = zeros(layers × directions, B, d_h)",
      why: "PyTorch starts from zeros by itself. An h_0 made by hand must also be on the right device, and the notes make it on the CPU.",
      when: "Both always give the same on the CPU. On a GPU the notes’ line stops with an error.",
    },
    outputHidden: {
      title: "output and hidden",
      why: "outputs has the top layer’s state at all {{source}} tokens. h_n has the last token’s state in all layers, here {{layers}}. They meet in one vector: the top layer at the last token.",
      when: "This holds for one direction and rows without padding.",
    },
    lastStates: {
      title: "h_n[-2], h_n[-1] and (4, B, d_h)",
      why: "Two layers in two directions give four states, in this order: layer 1 forward, layer 1 backward, layer 2 forward, layer 2 backward. The notes call [-2] the first layer and [-1] the second. Both are the last layer: [-2] has read forward to the end, [-1] backward to the start.",
      when: "outputs[:, -1] is not a summary of both: its backward half, from {{hidden}} on, has read one token only.",
    },
    trainEval: {
      title: "train() and eval()",
      why: "A fresh module is in training mode, so dropout clears about half of the numbers at random and doubles the rest. The notes print answers without eval(): each run prints other numbers.",
      when: "Both agree if the dropout is 0. torch.no_grad() does not turn dropout off: it only saves memory.",
    },
    permute: {
      title: "query = hidden.permute(1, 0, 2)",
      why: "hidden is [layers, B, H], and permute puts the batch first. With two layers the query then has two rows. Added to the keys, as in the notes’ score, they give an error, or wrong scores without an error where the source has two tokens. The top layer alone, hidden[-1:], always works.",
      when: "Both agree for one layer. Neither is “the current state”: in Bahdanau’s order it is the state before this step.",
    },
    location: {
      title: "softmax(Linear([embedded; hidden]))",
      why: "Until 2023 the PyTorch tutorial called this attention. Its scores come from the {{read}} numbers of the token and the query. The {{keys}} numbers of the {{source}} encoder states have no part in them. With the same token and query, every source would get the same weights: they are weights of positions.",
      when: "Both would agree only by chance. A score needs a query and a key.",
    },
    biasOfV: {
      title: "the bias of Va",
      why: "nn.Linear has a bias unless bias=False. Va’s bias adds the same number to every score, and softmax ignores that: e^(x + b) = e^b · e^x, and e^b cancels.",
      when: "Both always give the same weights. The bias learns nothing.",
    },
    biasOfWU: {
      title: "the biases of Wa and Ua",
      why: "These two biases stand inside tanh, so they do change the scores. But only their sum counts: one of them is enough. This model has none. The equations of Bahdanau’s paper show none either, but its appendix says that they are left out for readability.",
      when: "Both agree if the two biases add up to zero. A bias does no harm: the score has {{hidden}} more numbers to learn for each.",
    },
    squeeze: {
      title: "squeeze(2) and unsqueeze(1)",
      why: "v gives one score per key as a column, [1, {{source}}, 1]. squeeze(2) removes the last 1, unsqueeze(1) puts a 1 before: a row for bmm. softmax(dim=-1) can stand after either of them. Before squeeze(2) it would see one score at a time, and every weight would be 1.",
      when: "Both always give the same. squeeze on a size that is not 1 changes nothing and says nothing. squeeze() without a number also removes a batch of one.",
    },
    mask: {
      title: "softmax without a mask",
      why: "In a batch, short sources end with padding. Without a mask the padding gets weight too, and the {{source}} real tokens get less. -inf before softmax gives it exactly 0.",
      when: "Both agree if there is no padding. Multiplying by 0 after softmax is not enough: the weights no longer sum to 1.",
    },
    bmm: {
      title: "bmm(weights, keys)",
      why: "bmm multiplies matrices, one pair for each row of the batch: [1, 1, {{source}}] × [1, {{source}}, {{key}}] = [1, 1, {{key}}]. That is the weighted sum of the {{source}} keys.",
      when: "Both always give the same. The notes’ line is also ours.",
    },
    relu: {
      title: "relu(embedding(token))",
      why: "The tutorial’s decoder without attention has a ReLU before its GRU. It sets every negative number to 0: here {{negative}} of {{all}}. The tutorial’s decoder with attention has no ReLU but dropout, so the two differ in more than attention.",
      when: "Both agree only if no number of the embedding is negative.",
    },
    fill: {
      title: "torch.empty(…).fill(SOS)",
      why: "The name is fill_: the underscore marks a method that changes its tensor. Copied notes often lose underscores, also in __init__ and batch_size. torch.full makes the tensor in one call.",
      when: "With fill_ both give the same.",
    },
    catInput: {
      title: "cat((embedded, context), dim=2)",
      why: "dim=2 puts the {{token}} numbers of the token and the {{key}} of the context one after the other: {{both}} numbers for the cell. In the notes both have H numbers, so the GRU reads 2 × H. The context joins, not the weights.",
      when: "Both always give the same. The notes’ line is also ours.",
    },
    softmaxFirst: {
      title: "argmax needs no softmax",
      why: "Softmax keeps the order: the largest logit has the largest probability. The last Linear gives logits, not probabilities.",
      when: "Both always choose the same token. Sampling does need probabilities.",
    },
    topk: {
      title: "topk(1)",
      why: "topk(1) gives the largest logit and its place, each with a last size of 1. squeeze(-1) removes it. argmax gives the place at once.",
      when: "Both agree unless two logits are equal.",
    },
    detach: {
      title: "detach()",
      why: "detach() cuts a tensor from the gradient. But a token id is a whole number: it has no gradient to cut. No gradient flows through the choice of a token, with or without detach().",
      when: "Both always give the same. detach() would matter for probabilities that are fed back.",
    },
    catSteps: {
      title: "cat(steps, dim=1): [B, T, V]",
      why: "Each step gives [1, 1, {{vocabulary}}]. cat with dim=1 puts the {{answer}} steps after one another: [B, T, V]. stack makes the new dimension itself, so its parts have none.",
      when: "Both always give the same. Notes that fill outputs[t] in the loop get [T, B, V].",
    },
    maxLength: {
      title: "for i in range(MAX_LENGTH)",
      why: "The tutorial’s decoder always makes {{limit}} steps and never looks for <eos>. Longer answers are cut, and shorter ones are followed by tokens that mean nothing. This answer has {{answer}} tokens, <eos> included.",
      when: "Both agree if the answer has exactly {{limit}} tokens before <eos>. In training the number of steps must be the length of the target tensor.",
    },
    allEnded: {
      title: "when does a batch end?",
      why: "The notes stop when all rows say <eos> at the same step. Here row 1 ends at step 3 and row 2 at step 2, so that never happens. Each row needs a mark of its own that stays.",
      when: "Both agree for a batch of one. With teacher forcing the notes even test the truth instead of the answer.",
    },
    actualLengths: {
      title: "actual_lengths",
      why: "The notes count all places that are not <eos>, so they also count the empty places behind it. They get {{theirs}}; the answer has {{ours}} tokens. The place of the first <eos>, counted from 0, is the length.",
      when: "Both agree only if the answer fills all places.",
    },
    coin: {
      title: "random() > teacher_forcing_prob",
      why: "The sign is turned round: with a probability of {{chance}} % the notes feed the truth in {{inverted}} % of the steps, and with 1 never. The default of 0.5 hides it.",
      when: "Both agree only at 0.5.",
    },
    logSoftmax: {
      title: "log_softmax and NLLLoss",
      why: "cross_entropy on logits is log_softmax and nll_loss in one call. nll_loss takes the negative log-probability of the right token.",
      when: "Both always give the same. Never mix them: cross_entropy wants logits, nll_loss wants log-probabilities.",
    },
    doubleSoftmax: {
      title: "softmax in the decoder, then cross_entropy",
      why: "cross_entropy has a softmax inside. If the decoder returns probabilities, softmax is applied twice. With {{vocabulary}} tokens even a perfect answer then costs {{floor}}, and the gradient is far smaller: the loss seems stuck.",
      when: "Both agree if all logits are equal, but not in a trained model. Return logits from the decoder.",
    },
    firstRow: {
      title: "outputs[0] stays zero",
      why: "The loop begins at t = 1, so row 0 holds zeros. If the loss includes it, <sos> must be guessed from {{vocabulary}} equal logits: a constant that no training can lower.",
      when: "Compare outputs[1:] with the target from its second token: <sos> is fed and never predicted.",
    },
    flatten: {
      title: "[B, T, V] into the loss",
      why: "cross_entropy wants one row per token, [{{rows}}, {{vocabulary}}], or the vocabulary in the second place, [2, {{vocabulary}}, {{answer}}]. Both read the same {{rows}} tokens.",
      when: "Both always give the same mean. For [T, B, V] transpose the target, too.",
    },
    padLoss: {
      title: "a loss without ignore_index",
      why: "The second row has {{pads}} tokens of padding. Without ignore_index they count as tokens to predict: {{pads}} of {{all}} here. Padding is easy, so the loss looks better than it is.",
      when: "Both agree if no row has padding.",
    },
  },
} as const;
