/** English: the lesson “How it learns”. */
import type { HOW_IT_LEARNS } from "../../../lessons/howItLearns";
import type { TextsOf } from "../../requiredTexts";

export const howItLearns = {
  steps: {
    flat: {
      title: "Before it has learned anything",
      say: "This model is new. Its weights are small random numbers, and it has seen no sentence. Still it computes <score>scores</score> and <weight>attention weights</weight>: every row shares a sum of 1 among {{tokens}} source tokens.",
      ask: "Row {{row}}: how much weight has the token with the largest weight?",
      fact: "In row {{row}}, ‘{{word}}’ has the largest weight, {{weight}}. An even share is 1 ÷ {{parts}} = {{even}}.",
      why: "Small weights make small scores, so all scores are near 0 and nearly equal. Softmax turns equal scores into equal weights. Look at the map: every row is almost flat. What you know as a map of bright cells is learned.",
      reveal: {
        right: "Close: you said {{guess}}.",
        low: "You said {{guess}}. If the largest weight were so small, the {{tokens}} weights could not sum to 1.",
        high: "You said {{guess}}. Nothing makes one token stand out yet.",
      },
    },
    first: {
      title: "The first loss",
      say: "Training tells the model how surprised it was. <crossEntropy>The loss</crossEntropy> of a token is −ln p, where p is the probability that the model gave to the right token. The decoder chooses among {{size}} tokens, and the model knows nothing yet.",
      ask: "What is the mean loss of the first batch of {{pairs}} pairs?",
      unit: "Loss in nats",
      do: "Press ‘Show me’. The page makes one update and shows its losses. You can also press ‘Slowly’ yourself.",
      fact: "The first loss is {{loss}}. An even guess among {{size}} tokens costs ln {{size}} = {{even}}.",
      why: "With small random weights every token gets nearly the same probability, about 1/{{size}}. So the loss must begin near ln {{size}}. This is a good check of your own code: a first loss far above it, or a loss that never gets far below it, points to a mistake, for example a softmax applied twice.",
      reveal: {
        right: "Close: you said {{guess}}.",
        low: "You said {{guess}}. Then the right tokens would have a probability of about {{likely}}% each. A model that knows nothing cannot do that.",
        high: "You said {{guess}}. Then the right tokens would be less likely than an even guess. The model would have to prefer wrong ones.",
      },
    },
    clip: {
      title: "A gradient that is too long",
      say: "The update asks for each of the {{parameters}} parameters: how does the loss change if this number grows a little? All answers together are <gradient>the gradient</gradient>, one long vector. If it is longer than a limit, here {{limit}}, it is clipped before it moves the weights.",
      ask: "What does clipping do with a gradient that is longer than the limit?",
      do: "Press ‘Show me’. The page makes the next update and shows its clipping.",
      fact: "The gradient of this update was {{norm}} long, and the limit is {{limit}}. Every number was multiplied by {{factor}}. After that it was {{clipped}} long.",
      why: "One factor for all numbers keeps the direction and changes only the length. Recurrent networks need this: a gradient passes through the same matrix at each position, so it can grow with every position, and one bad batch could throw the weights far away.",
      choices: {
        cut: "It cuts each number above the limit down to the limit",
        scale: "It multiplies all numbers by the same factor",
        skip: "It leaves this update out",
      },
      reveal: {
        right: "Yes.",
        cut: "That exists too (“clip by value”), but it bends the direction. Here the length of the whole vector counts.",
        skip: "No update is lost. The gradient only gets shorter.",
      },
    },
    adam: {
      title: "How far a weight moves",
      say: "Now the weights move against the gradient. The rule here is <adam>Adam</adam>. It remembers for each parameter how large its gradients usually are, and the learning rate is {{rate}}.",
      ask: "One parameter has gradients that are 100 times as large as those of another. How far does it move, compared with the other?",
      do: "Press ‘Show me’. The page makes the next update and shows what moved.",
      fact: "Take the matrix (or vector) of this model with the largest gradients and the one with the smallest. Number for number, the gradients of the first are {{gradients}} times as large. Its moves are {{moves}} times as large.",
      why: "Adam divides the mean gradient m by the usual size √v. A parameter with large gradients is divided by a large number, so nearly every parameter moves by about the learning rate, {{rate}}. Plain gradient descent has no such division: there the move is the gradient times the rate.",
      choices: {
        alike: "About as far",
        root: "About 10 times as far",
        times: "About 100 times as far",
      },
      reveal: {
        right: "Yes.",
        times: "That is plain gradient descent. Adam divides by the usual size of the gradient.",
        other: "Not with this rule.",
      },
    },
    curve: {
      title: "More updates",
      say: "One update changes little. The page now makes {{updates}} more, on {{pairs}} pairs in all. The loss of an even guess is {{even}}.",
      ask: "Where is the loss at update {{goal}}? Move the point.",
      do: "Press ‘Show me’. You can also press ‘Train’ yourself.",
      doing: "The model is training.",
      axes: { x: "Update", y: "Loss in nats", none: "No point yet" },
      fact: "At update {{goal}} the loss is about {{loss}}. The right token then has a probability of about {{likely}}%.",
      why: "The curve falls steeply at first: the model learns which tokens are frequent, and which follow each other. That needs no source. Finding the right word in the source comes later, and the map gets bright in the same time. The losses jump a little, because each batch has other sentences.",
      reveal: {
        right: "Close: you said {{guess}}.",
        low: "You said {{guess}}. It does not learn so fast.",
        high: "You said {{guess}}. It learns faster.",
      },
    },
    heldOut: {
      title: "Sentences it has never seen",
      say: "The loss so far is of sentences that the model learns from. Beside them, the page keeps <heldOut>held-out examples</heldOut>, from which it never learns. Both losses are measured in the same way: the decoder is fed the right answer.",
      ask: "After {{updates}} more updates: how is the loss of the held-out examples, compared with the training loss?",
      do: "Press ‘Show me’. You can also press ‘Train’ yourself.",
      doing: "The model is training.",
      fact: "The training loss is {{own}}. The loss of {{examples}} held-out examples is {{other}}.",
      why: "This task makes new sentences for each batch, so there is hardly anything to learn by heart: what helps on one sentence helps on all. With a few hundred sentences of your own, the same sentences come again and again. Then the model can learn them by heart: the training loss falls far below the held-out loss, which stops falling or even rises. This is <overfitting>overfitting</overfitting>. You can see it in the Lab with ‘Use your own pairs’.",
      choices: { lower: "Clearly lower", alike: "About the same", higher: "Clearly higher" },
      reveal: {
        right: "Yes.",
        higher:
          "That would be overfitting. It needs sentences that come back often enough to be learned by heart.",
        lower: "The model has no reason to be better on sentences from which it never learns.",
        alike: "The two are apart here.",
      },
    },
    now: {
      title: "Now you",
      say: "A low loss is not yet a right answer: every token of a sentence must be right, and the decoder reads its own tokens. Here the model is new again.",
      ask: "Train this model until it answers at least nine of ten held-out sentences without a mistake.",
      hint: "Press ‘Train’ and watch the curve of right answers in the timeline. You can pause at any time.",
      reveal: {
        reached:
          "At update {{step}} it answers {{share}} of the held-out sentences right. Their loss is {{loss}}.",
        few: "At update {{step}} it answers {{share}} of the held-out sentences right, with a loss of {{loss}}. Train on.",
      },
    },
  },
  remember: {
    first:
      "An untrained model guesses evenly: its map is flat, and its first loss is ln V for V tokens.",
    second:
      "One update: forward, loss, gradient, clip its length, move every weight by about the learning rate.",
    third: "Compare the training loss with the held-out loss. A growing gap is overfitting.",
  },
  where:
    "Course notes: the training part of each seq2seq program (loss, backward, clip, optimiser step). Papers: Kingma and Ba (2015) for Adam; Pascanu, Mikolov and Bengio (2013) for clipping.",
  open: "The loss is a mean over all tokens. What would change if it were a mean over sentences?",
} as const satisfies TextsOf<typeof HOW_IT_LEARNS>;
