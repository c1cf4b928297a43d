/** English: the lesson “Read the map”. */
import type { READ_THE_MAP } from "../../../lessons/readTheMap";
import type { TextsOf } from "../../requiredTexts";

export const readTheMap = {
  steps: {
    find: {
      title: "What goes in, what comes out",
      say: "This network translates. One part, the encoder, reads the source along the top. The other part, the decoder, writes one token (here a word) in each row. For this it looks back at the source (<attention>attention</attention>). In the map of squares, the darkest square of a row shows the source word that it used most. <eos> marks the end of a sentence.",
      ask: "Find ‘{{word}}’ along the top. Which row writes its translation? Click that row.",
      fact: "Row {{row}} writes ‘{{said}}’. It looks most at ‘{{word}}’: {{share}}.",
      why: "In training the network has read many pairs of sentences. It has learned that ‘{{said}}’ and ‘{{word}}’ go together. The colour of a square says how much of the row’s attention goes to this source word. The next parts show how the network finds the word.",
      reveal: {
        right: "Yes.",
        sameNumber:
          "‘{{word}}’ is token {{place}} of the source, but row {{picked}} writes ‘{{pickedSaid}}’. The order of the words changes.",
        other: "Row {{picked}} writes ‘{{pickedSaid}}’. It looks most at ‘{{pickedWord}}’.",
      },
    },
    look: {
      title: "A row looks back",
      say: "Each row is one step of the decoder. To write a token, the decoder looks back at the whole source and gives every token a weight: the number in the square. A large weight means: the row uses this token much.",
      ask: "Row {{row}} writes ‘{{said}}’. Its weights are hidden. Click the cell of this row that will have the largest weight.",
      fact: "Row {{row}} looks most at ‘{{word}}’: weight {{weight}}.",
      why: "Each source token has a vector (a list of numbers): the encoder state, the tile below it. The decoder compares its own state, also a vector, with each of them. Each comparison gives a score. The best match gets the largest score.",
      reveal: {
        right: "Yes.",
        rightWord:
          "‘{{picked}}’ is the word that ‘{{said}}’ translates. This model gives it only {{pickedWeight}}.",
        near: "Close: ‘{{picked}}’ is the neighbour. It gets {{pickedWeight}}.",
        far: "‘{{picked}}’ gets {{pickedWeight}}.",
      },
    },
    share: {
      title: "The weights of a row sum to 1",
      say: "A weight lies between 0 and 1. The {{tokens}} weights of a row always sum to 1. If one token gets more, the others get less.",
      ask: "Row {{row}} writes ‘{{said}}’. Its largest weight is at ‘{{word}}’. How large is it? The rows above help you to guess.",
      fact: "‘{{word}}’ has {{weight}} and ‘{{second}}’ has {{secondWeight}}. The other {{others}} tokens share {{rest}}. The sum is 1.",
      why: "Softmax turns the scores into weights. It takes exp (e to the power) of every score, so that all are positive, and divides each by the sum of all.",
      reveal: {
        right: "Yes, you said {{guess}}.",
        low: "You said {{guess}}. The weight is larger.",
        high: "You said {{guess}}. The weight is smaller.",
      },
    },
    cross: {
      title: "Another order of words",
      say: "Row {{rowBefore}} writes ‘{{saidBefore}}’. It looks most at ‘{{wordBefore}}’.",
      ask: "Next, row {{row}} writes ‘{{said}}’. Look which word the rows above have not used yet. Where will its largest weight be, compared with ‘{{wordBefore}}’?",
      fact: "Row {{row}} writes ‘{{said}}’. It looks most at ‘{{word}}’, to the left of ‘{{wordBefore}}’. So the map crosses: a later row looks further left.",
      why: "What a row gets from the source is called the context: the sum of all encoder states, each times its weight. So every row can take from any place of the source, in any order.",
      /** Why the order changes, by the task of the scene. */
      whyIn: {
        englishFrench: "In French, a colour stands after its noun.",
        englishKorean: "In Korean, the verb stands at the end.",
      },
      choices: { left: "To the left", same: "At the same word", right: "To the right" },
      reveal: {
        right: "Yes, it goes back.",
        same: "It does not stay. It goes back.",
        onward: "It does not go to the right. It goes back.",
      },
    },
    now: {
      title: "Now you",
      say: "You have seen a map that crosses: a later row looks at a word further left. Find another one.",
      ask: "Type a sentence of your own as the source and press Enter. The goal: one row has a weight of at least 0.5 at a word, and a later row has at least 0.5 at a word further left.",
      hint: "The words of the source must stand in another order than their translations, as in part 4. Try: {{example}}",
      reveal: {
        reached:
          "Row {{rowBefore}} looks at ‘{{wordBefore}}’. Row {{row}} looks at ‘{{word}}’, further left. The map crosses.",
        astray:
          "This map does not cross. Row {{row}} writes ‘{{said}}’, but it looks more at ‘{{word}}’ ({{weight}}) than at ‘{{meant}}’ ({{meantWeight}}). Try another sentence.",
        unclear:
          "This map does not cross clearly. Row {{row}} looks at ‘{{word}}’, to the left of ‘{{wordBefore}}’, but only with weight {{weight}}. It needs at least 0.5. Try another sentence.",
        straight:
          "This map does not cross. No row looks further left than a row before it. Try another sentence.",
      },
    },
  },
  remember: {
    first: "The encoder reads the source. The decoder writes the answer, one token in each row.",
    second:
      "Each row shares a weight of 1 among the source tokens. The large weights say where it looked.",
    third: "Where the two languages order their words differently, the map leaves the diagonal.",
  },
  where:
    "Course notes: “Attention”, where the map of a translation is drawn. Paper: Bahdanau, Cho and Bengio (2015), figure 3.",
  open: "A row can look at several words at once. Is that a mistake of the model, or does it need them all?",
} as const satisfies TextsOf<typeof READ_THE_MAP>;
