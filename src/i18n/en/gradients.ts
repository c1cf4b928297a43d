export const gradients = {
  draws: "The stage draws",
  drawn: { values: "Values", gradients: "Gradients" },
  controls: "Gradients",
  lossOf: "Loss of",
  losses: { token: "the selected token", all: "all tokens (mean)" },
  stepLoss: "Loss of step {{step}}: −ln p({{token}}) = {{loss}}.",
  meanLoss: "Mean loss of {{count}} tokens: {{loss}}.",
  ownTarget: "The right answer is not known, so the target is the model’s own token.",
  weightsOf: "Weights after {{update}} updates.",
  edited:
    "Your edits keep the gradients from being drawn. Only edits of tokens can stay. Remove the others above to see the gradients.",
  wall: "Without attention, no gradient passes here.",
  waiting: "The gradients appear as soon as the model is ready.",
  figure: "Gradients in the unrolled encoder and decoder",
  scroller: "Gradients in the unrolled encoder and decoder, scrollable",
  encoderTiles: "Gradients of the encoder states",
  decoderTiles: "Gradients of the decoder states",
  column:
    "h{{sub}}, {{token}}: gradient {{whole}}; through the map as a value {{values}}, as a key {{scores}}; through the decoder’s first state {{corner}}",
  state:
    "s{{sub}}: gradient {{whole}}; from its output {{output}}, its query {{query}}, the next step {{onward}}",
  cell: "Step {{step}} to {{token}}: as a value {{values}}, as a key {{scores}}",
  at: "Gradient of h{{sub}}, {{token}}",
  roads: {
    whole: "whole",
    values: "map, as value",
    scores: "map, as key",
    corner: "decoder’s first state",
    output: "its output",
    query: "its query",
    onward: "next step",
  },
  table: {
    button: "Table",
    name: "Table of the gradients",
    state: "State",
    encoder: "Length of the gradient of each encoder state",
    memory: "Length of the gradient of each memory cell of the encoder",
    decoder: "Length of the gradient of each decoder state",
  },
  legend: {
    gradient:
      "The gradient of a state says how the loss changes when the state changes a little. The fed tokens stay the same.",
    size: "The larger a square and the wider an arrow, the longer the gradient. The scale is logarithmic, as in the chart. Below 1/{{smallest}} of the longest gradient nothing is drawn.",
    way: "The arrows point from the loss back to the source.",
    roads:
      "A gradient reaches the encoder on three roads: through the map as a value (weight times state, filled squares), through the map as a key (the scores, outlined squares), and through the decoder’s first state. Then it may go on along the encoder.",
    oneRoad:
      "Without attention there is one road to the encoder: through the decoder’s first state. Then the gradient goes on along the encoder.",
    parts: "The three parts add up to the whole gradient as vectors. Their lengths do not add up.",
    decoder:
      "A decoder state has a part from its own output, one from its query (dashed arrows), and one from the next step.",
    memory:
      "An LSTM also has a memory cell. Its gradient is in the table; the squares show the hidden state only.",
  },
} as const;
