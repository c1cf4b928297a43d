/** English: the lesson “The gradient’s two roads”. */
import type { TWO_ROADS } from "../../../lessons/twoRoads";
import type { TextsOf } from "../../requiredTexts";

const SIZES = {
  faint: "Less than 1/20 as long",
  shorter: "Between 1/20 and 1/5",
  alike: "1/5 as long, or more",
} as const;

export const twoRoads = {
  steps: {
    far: {
      title: "A long way back",
      say: "This is a new model without attention. It is going to learn to write a word backwards. Row {{row}} must write ‘{{letter}}’, the first letter of the source. Its loss goes back through the network as <gradient>a gradient</gradient>. The gradient of a state has one number for each unit: how the loss changes when this unit changes a little. A long gradient means that the state matters much for this loss.",
      ask: "For the loss of row {{row}}: which encoder state has the longest gradient? Click its tile.",
      do: "Press ‘Show me’. You can also let the stage draw ‘Gradients’ yourself, with row {{row}} selected.",
      fact: "The longest gradient is that of the state over ‘{{longest}}’. The gradient of the state over ‘{{letter}}’ is {{ratio}} times as long as that of the last state.",
      why: "Without attention there is one road: from the loss along the decoder to its first state, and from there along the encoder, {{positions}} positions back. At each position the gradient is multiplied by the derivative of the cell. In a new model this makes it shorter each time. This is called the vanishing gradient.",
      reveal: {
        right: "Yes.",
        needed:
          "This is the state that has to learn something. But the gradient has the longest way to it.",
        other: "Follow the way back: which encoder state does it reach first?",
      },
    },
    withMap: {
      title: "A second road",
      say: "The same task, also untrained, but now with <attention>attention</attention>. Each row takes a weighted sum of all encoder states. So the loss of row {{row}} has a second road to the source: through the map.",
      ask: "How long is the gradient of the state over ‘{{letter}}’ now, compared with that of the last state?",
      choices: SIZES,
      fact: "It is {{ratio}} times as long as that of the last state.",
      why: "The context is a sum over all states, each times its weight. So the map leads from row {{row}} to every state in one step, however far away it stands. Its weight decides how much passes, and an untrained map gives each state nearly the same. An early state gets more than the last one, because the later states hand their parts back to it, too.",
      reveal: {
        right: "Yes.",
        less: "It is longer than you said: the map is a short road.",
        more: "It is shorter than you said.",
      },
    },
    trained: {
      title: "Does the long way stay closed?",
      say: "Back to the model without attention, but after {{updates}} updates. The way from row {{row}} to ‘{{letter}}’ is as long as before: {{positions}} positions along the encoder.",
      ask: "How long is the gradient of the state over ‘{{letter}}’ now, compared with that of the last state?",
      choices: SIZES,
      fact: "It is {{ratio}} times as long as that of the last state.",
      why: "The cell is a <gru>GRU</gru>. Its update gate can keep a unit of the state as it is, and then the gradient of that unit passes unchanged, too. A new model does not use this yet; it learns to use it in training. So a vanishing gradient is not a wall: it makes the beginning slow, and long sources hard.",
      reveal: {
        right: "Yes.",
        less: "It is longer than you said. Training has changed the gates of the cell.",
        more: "It is shorter than you said.",
      },
    },
    road: {
      title: "Value or key",
      say: "Now a trained model with attention. A state stands in the map twice: as <key>a key</key>, which decides the weights, and as <value>a value</value>, which goes into the context. A third road does not use the map. It goes through the decoder’s first state.",
      ask: "On which road does the longest part of the gradient reach the state over ‘{{letter}}’?",
      choices: {
        values: "Through the map, as a value",
        scores: "Through the map, as a key",
        corner: "Through the decoder’s first state",
      },
      fact: "The longest part comes this way: {{main}}. Take its length as 1. Then the three parts are: as a value {{asValue}}, as a key {{asKey}}, through the first state {{corner}}.",
      why: "As a value, a state learns what it must contain. As a key, it learns which rows must look at it. Both come through the map. The gradient through a key is short where a weight is near 0 or 1, because the softmax hardly moves there.",
      reveal: {
        right: "Yes.",
        corner: "This road still exists, but the road through the map is much shorter.",
        other: "The other part of the map is stronger here.",
      },
    },
    now: {
      title: "Now you",
      say: "Again the untrained model without attention. The stage draws the gradients of the selected row’s loss.",
      ask: "Select the row that writes the last letter of the answer. Then change model, word or training until the gradient of the letter’s own state is at least a third of that of the last state.",
      hint: "There are several ways: attention, a source that is read backwards, a shorter word, or training. The tab ‘Model’ of the Lab has the first two.",
      reveal: {
        reached:
          "The gradient of the state over ‘{{letter}}’ is now {{ratio}} times that of the last state.",
        short:
          "The gradient of the state over ‘{{letter}}’ is {{ratio}} times that of the last state. Shorten its way.",
      },
    },
  },
  remember: {
    first: "Without attention, a gradient passes every position between the loss and the state.",
    second: "The map leads from each row to each encoder state in one step.",
    third: "Gates let a gradient pass, but the model must first learn to use them.",
  },
  where:
    "Course notes: “Attention is great”, where the shortcut of the gradient is named. Papers: Bengio, Simard and Frasconi (1994); Hochreiter and Schmidhuber (1997); Bahdanau, Cho and Bengio (2015).",
  open: "The encoder itself is still recurrent. Which gradients must still go the long way, even with attention?",
} as const satisfies TextsOf<typeof TWO_ROADS>;
