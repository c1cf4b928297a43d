/** English: the heads of a Transformer, its self-attention, and the operations of one look. */
export const transformer = {
  layer: "Layer",
  head: "Head",
  mean: "All (mean)",
  number: "{{n}}",
  /** Small maps over the picture; each opens a large one in its place. */
  self: {
    encoder: "Encoder looks at itself",
    decoder: "Decoder looks back",
    encoderMap:
      "Encoder self-attention, {{which}}. Each row is a source token, each column a token that it looks at.",
    decoderMap:
      "Decoder self-attention, {{which}}. Each row is a step. It sees only the tokens fed up to it; later ones are hidden.",
    row: "‘{{token}}’ looks most at ‘{{other}}’: {{weight}}.",
    open: "Show this map large",
    close: "Back to the picture",
    asking: "Token that looks",
    masked: "hidden",
    count: "weights",
    total: "Weights of all rows",
    which: "layer {{layer}}, head {{head}}",
    whichMean: "layer {{layer}}, mean of the heads",
  },
  operations: "One look at the source",
  ofHead: "Step {{step}}, layer {{layer}}, head {{head}} of {{heads}}.",
  firstHead: "The map shows the mean of the heads. The numbers here are of head 1.",
  parts: {
    query:
      "Query: what this step asks for. W_q makes it from ŝ: the decoder’s state after self-attention and a layer norm, before this look. Each head has its own W_q, W_k and W_v.",
    keys: "Keys and values: one key and one value for each source token. W_k and W_v make them from the encoder’s states.",
    score:
      "Score: the dot product of query and key, divided by the root of how many numbers each has (d_k).",
    softmax: "Softmax: scores become weights that sum to 1.",
    context: "Context of this head: the mean of the values with these weights.",
  },
  joined:
    "The contexts of all heads are joined and multiplied by W_O. The layer adds the result to the state.",
  equation: "Equation",
  scale: {
    label: "Divide by √d_k (d_k = {{size}})",
    on: "As the model computes it. Largest weight {{largest}}, entropy {{entropy}} nats.",
    off: "Without the division. Largest weight {{largest}}, entropy {{entropy}} nats. With many numbers in a vector the dot products are far from 0, so softmax puts nearly all weight on one token, and then its gradient is almost 0. The numbers below follow. The map and the answer stay as the model computes them.",
  },
  table: {
    caption: "Scores and weights of the source tokens",
    token: "Source",
    product: "q·k",
    score: "score",
    weight: "weight",
  },
  cell: {
    choose: "Choose a token in the table, or a cell of the map, to see its numbers term by term.",
    title: "Step {{step}} looks at ‘{{token}}’",
    terms: "Terms of q·k, largest first",
    unit: "Number",
    others: "{{count}} others",
    sum: "q·k",
    score: "Score: {{product}} / √{{size}} = {{score}}",
    scoreUndivided: "Score: {{score}}, the sum itself.",
    softmax:
      "Softmax: exp({{score}} − {{largest}}) / {{total}} = {{weight}}. {{largest}} is the largest score of the step; {{total}} is the sum of these powers over all source tokens.",
    contextUnit: "Number {{unit}} of {{size}} of the context",
    contextTerms: "Number {{unit}} of the context as a sum over the source tokens",
  },
  code: {
    label: "One look at the source in PyTorch",
    note: "All heads of the layer at once. On the right is the shape of each new tensor. ‘state’ and ‘memory’ have gone through their norms.",
  },
  without:
    "For a Transformer, this page has no gradients, no edits, no batch view and no slow update.",
  notFused:
    "The Transformer has no fused computation yet. The tensor library computes it, so an update takes longer than that of a recurrent network.",
} as const;
