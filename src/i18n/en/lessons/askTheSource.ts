/** English: the lesson “Ask the source”. */
import type { ASK_THE_SOURCE } from "../../../lessons/askTheSource";
import type { TextsOf } from "../../requiredTexts";

export const askTheSource = {
  steps: {
    query: {
      title: "Who asks?",
      say: "Before a row writes its token, the decoder asks the source a question. The question is a vector, <query>the query</query>. It is one of the decoder’s own states: the tiles in the column ‘state’, right of the map. Follow the arrows: a row’s own state is computed from its context, which is the answer to its question. (This is another model than in lesson 1, so its map looks different.)",
      ask: "Row {{row}} writes ‘{{said}}’. Which decoder state asks for it? Click the tile, or choose its row.",
      fact: "The state of row {{rowBefore}}, just after ‘{{saidBefore}}’, is the query of row {{row}}.",
      why: "In this model the decoder looks first and then computes its new state from what it saw. So only the state of the row before exists when row {{row}} asks. Other models look after the new state; a later lesson compares them.",
      reveal: {
        right: "Yes.",
        own: "The state of row {{row}} does not exist yet at that moment. It is computed from the answer.",
        other:
          "Row {{picked}} is another moment. The query is the newest state that exists when row {{row}} asks.",
      },
    },
    score: {
      title: "A score is a sum of products",
      say: "Each source token has <key>a key</key>: its encoder state. Query and key have {{size}} numbers each. This model multiplies them pair by pair and adds the {{size}} products. The sum is <score>the score</score>. The weights follow from the {{tokens}} scores of the row: the larger the score, the larger the weight. The inspector (on a wide screen at the right) has a table of both. Now it shows the row before.",
      ask: "In row {{row}}, ‘{{least}}’ has the smallest weight, {{leastWeight}}. What is its score?",
      fact: "The score of ‘{{least}}’ is {{leastScore}}. The largest score of the row, of ‘{{word}}’, is {{score}}.",
      why: "Every product can be positive or negative, so a score can be any number. A weight cannot: it lies between 0 and 1. The sum for ‘{{least}}’ is in the inspector, product by product.",
      choices: { above: "Above 0", zero: "Exactly 0", below: "Below 0" },
      reveal: {
        right: "Yes.",
        other:
          "A weight near 0 does not mean a score near 0. It means only that the score is far below the largest one.",
      },
    },
    shift: {
      title: "Add the same to every score",
      say: "<softmax>Softmax</softmax> turns scores into weights: it takes exp (e to the power) of each score and divides it by the sum over the row.",
      ask: "Add {{added}} to every score of row {{row}}. What happens to the weights?",
      fact: "With {{added}} added to every score, the largest change of a weight in row {{row}} is {{difference}}.",
      why: "exp(score + {{added}}) is exp(score) times {{factor}}. Every part of the fraction gets the same factor, above and below, so it cancels. Only differences between scores count.",
      choices: {
        larger: "All weights get larger",
        same: "They stay the same",
        flatter: "They get more alike",
      },
      reveal: {
        right: "Yes.",
        larger: "They cannot all get larger: their sum is always 1.",
        flatter:
          "They would get more alike if the differences became smaller. The differences stay.",
      },
    },
    double: {
      title: "Double every score",
      say: "Adding the same number kept the differences between the scores. Doubling changes them: the page multiplies every score by 2, so every difference doubles, too.",
      ask: "In row {{row}}, ‘{{word}}’ has weight {{weight}}. What is its weight after all scores are doubled?",
      do: "Press ‘Show me’. You can also set the attention temperature to 0.5 yourself, under ‘Edit’.",
      fact: "It was {{was}}, now it is {{now}}.",
      why: "Doubling the scores doubles their differences, so the largest takes more. A number by which all scores are divided is called a temperature: below 1 it makes the weights sharper, above 1 more alike. Doubling is temperature 0.5. Long vectors make large scores, so some models divide the score by √d, where d is the length of the vectors.",
      reveal: {
        right: "Close: you said {{guess}}.",
        low: "You said {{guess}}. It is larger.",
        high: "You said {{guess}}. It is smaller.",
      },
    },
    value: {
      title: "What comes back",
      say: "The source answers with <contextVector>the context</contextVector>. Each token has a value, a vector too; the context is the sum of the values, each times its weight. In this model a token’s value is the same vector as its key: its encoder state. Row {{row}} looks most at ‘{{word}}’ and writes ‘{{said}}’.",
      ask: "Now the page gives the whole weight of row {{row}} to ‘{{target}}’ instead. What does row {{row}} write?",
      do: "Press ‘Show me’. You can also move the weights of row {{row}} by hand.",
      fact: "With the whole weight on ‘{{target}}’, row {{row}} writes ‘{{now}}’.",
      why: "With weight 1 on one token, the context is exactly its value. The answer then depends on this value and on the decoder’s own state, which still knows what has been written. So the translation of the new token does not always come.",
      choices: {
        same: "Still the same word",
        other: "The translation of the token that has the weight now",
        neither: "Something else",
      },
      reveal: {
        right: "Yes.",
        wrong: "Not this time.",
      },
    },
    now: {
      title: "Now you",
      say: "You have seen where a row’s answer comes from. Change one yourself.",
      ask: "Move the weights of a row by hand until the row writes another token than before. Select a cell of the map and open its menu (the button with three dots).",
      hint: "Choose a row that writes a noun. In that row, select the cell of another noun, open its menu and choose ‘Attend here only’. Try other rows if the word stays.",
      reveal: {
        reached:
          "Row {{row}} wrote ‘{{was}}’. With its weight on ‘{{column}}’ it writes ‘{{now}}’. You have changed the cause, not the picture.",
        same: "Row {{row}} still writes ‘{{now}}’, although most weight is now on ‘{{column}}’. Try another place or another row.",
      },
    },
  },
  remember: {
    first:
      "Query against key gives a score; softmax over the scores gives the weights; the weights times the values give the context.",
    second: "Only differences between scores count. Larger differences make sharper weights.",
    third:
      "Here key and value are the same encoder state. A Transformer makes them with two matrices, so that they can differ.",
  },
  where:
    "Course notes: “Attention”, the paragraph on query, key and value. Papers: Luong, Pham and Manning (2015), section 3.1; Vaswani and others (2017), section 3.2.1.",
  open: "If the query were the same in every row, what would the map look like?",
} as const satisfies TextsOf<typeof ASK_THE_SOURCE>;
