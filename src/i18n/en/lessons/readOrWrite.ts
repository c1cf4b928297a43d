/** English: the lesson “One reads, one writes”. */
import type { READ_OR_WRITE } from "../../../lessons/readOrWrite";
import type { TextsOf } from "../../requiredTexts";

export const readOrWrite = {
  steps: {
    decides: {
      title: "Reading letter by letter",
      say: "This network reads a family name, one letter after the other. After each letter it has a <hiddenState>hidden state</hiddenState>: the tile below the letter. The network remembers the earlier letters only in this state. A <classifier>classifier</classifier> reads the state and gives a probability to each of {{classes}} lists of names, one for each language.",
      ask: "The network reads ‘{{name}}’. Which letter changes its belief most? Choose that letter.",
      fact: "The letter ‘{{letter}}’ at place {{position}} moves {{moved}} of the probability to other languages. At the end the network says: {{says}}, {{p}}.",
      why: "The same letter can say much or little. It depends on the letters before, and the state holds what came before. The network has learned from lists which letters the names of a language have. It says in which list a name could stand. It says nothing about a person: people have names of every language. The belief before the first letter means little: in training no name ends there.",
      reveal: {
        right: "Yes.",
        first:
          "The first letter moves {{pickedMoved}} of the probability. A later letter moves more.",
        near: "Close: ‘{{picked}}’ stands beside it and moves {{pickedMoved}} of the probability.",
        other: "‘{{picked}}’ moves {{pickedMoved}} of the probability.",
      },
    },
    beginning: {
      title: "A name that ends early",
      say: "The chart shows the belief after each letter of ‘{{name}}’. Now the network gets a shorter name: only ‘{{beginning}}’. After its last letter the name is over, and the network must answer.",
      ask: "Which language does it say for ‘{{beginning}}’?",
      do: "Press ‘Show me’, or type the shorter name and press ‘Read’.",
      fact: "For ‘{{beginning}}’ it says: {{saysNow}}, {{pNow}}. The chart of ‘{{name}}’ has the same answer after letter {{left}}, with the same probability. Up to there, the two charts are equal.",
      why: "This network reads from left to right. The state after a letter cannot know the letters that follow. So the chart of the long name after letter {{left}} already shows the answer to the short name. An <encoder>encoder</encoder> that reads in one direction works in the same way: it has one state for each token, made from the tokens so far. Here each letter is a token.",
      reveal: {
        right: "Yes. You could read the answer from the chart of ‘{{name}}’.",
        whole: "That is its answer to the whole name. The last letters are missing now.",
        other: "No. Look at letter {{left}} in the chart of ‘{{name}}’.",
      },
    },
    counting: {
      title: "Is a network needed here?",
      say: "There are other ways to find the list of a name. One way only counts: how often does each list have these letters, alone and in groups of two and three? (Its name is naive Bayes.) Another way always says the largest list. All three are tested on the same names, which neither the network nor the counting has seen before (<heldOut>held-out</heldOut>).",
      ask: "Which way is right most often?",
      choices: {
        network: "The network",
        counting: "Counting groups of letters",
        largest: "Always the largest list",
      },
      fact: "Right on held-out names: the network {{network}}, counting {{counted}}, the largest list {{largest}}.",
      why: "There are only a few thousand names to learn from, and two or three letters are often enough to know the list. No way is right for every name, because some names stand in several lists. Compare a network with a simple method before you praise it. The network can do something else: its state can hold the order of all letters, and a second network can go on from this state. The next lessons need that.",
      reveal: {
        right: "Yes.",
        network: "The network is not the best way here.",
        counting: "Counting is good, but not the best way here.",
        largest: "Among {{classes}} lists the largest one has few of the names.",
      },
    },
    next: {
      title: "Writing letter by letter",
      say: "This is the other half: a network that only writes. In each step it gets a class, here the language {{told}}, and the letter that it has just written; in the first step it gets <sos>, the start. It gives a probability to each letter and writes one. Here it always writes the most probable letter. So far it has written ‘{{written}}’.",
      ask: "Which letter does it write next?",
      fact: "The most probable letter is ‘{{letter}}’: {{p}}. The name becomes ‘{{name}}’.",
      why: "This network does what a <decoder>decoder</decoder> does: it makes a letter from its state, and reads this letter in the next step. In translation, a vector about the source sentence takes the place of the language.",
      reveal: {
        right: "Yes.",
        likely: "That is its second choice: {{pickedP}}.",
        unlikely: "It gives this letter {{pickedP}}.",
      },
    },
    heat: {
      title: "Drawing letters by chance",
      say: "Now each letter is drawn by chance, and {{all}} names come out: the list on the page. The <temperature>temperature</temperature> is {{heat}}. Below 1 it makes probable letters even more probable. {{fresh}} of the {{all}} names are new: no list has them. The classifier of the first part reads all names. It says {{told}} for {{fitting}} of them: these names fit.",
      ask: "At temperature {{hot}}, how many of {{all}} names fit?",
      unit: "Names",
      do: "Press ‘Show me’, or move the slider of the temperature to {{hot}}.",
      fact: "At temperature {{heat}}: {{fitting}} fit, {{fresh}} are new. At temperature {{heatNow}}: {{fittingNow}} fit, {{freshNow}} are new.",
      why: "The scores of the letters (<logit>logits</logit>) are divided by the temperature before <softmax>softmax</softmax>. A low temperature favours probable letters, so names of the lists and names like them come often. A high one makes the probabilities more equal: more names are new, and fewer fit. The classifier decides what fits, and it is often wrong. So these counts compare temperatures; they do not prove that a name is right.",
      reveal: {
        right: "Yes, {{fittingNow}}.",
        near: "Nearly: {{fittingNow}}.",
        same: "No. At the high temperature the names fit less.",
        low: "It is more: {{fittingNow}}.",
        high: "It is less: {{fittingNow}}.",
      },
    },
    now: {
      title: "Now you",
      say: "New names are easy, and names that fit are easy. Both together are harder.",
      ask: "Change the temperature or the class. Get at least nine different names that are new and fit: the classifier says the class that the network was told.",
      hint: "Take a temperature between those of the last part, near the low one: try 0.5. Then press ‘Other names’ a few times, for each draw is another one. Some classes are easier to recognise than others: try Latvian or Swedish.",
      reveal: {
        reached: "{{both}} different names are new and fit.",
        known:
          "{{both}} different names are new and fit. You need {{least}}. More names fit ({{fitting}}) than are new ({{fresh}}): a higher temperature makes more new ones.",
        astray:
          "{{both}} different names are new and fit. You need {{least}}. More names are new ({{fresh}}) than fit ({{fitting}}): a lower temperature makes more that fit.",
        apart:
          "{{both}} different names are new and fit. You need {{least}}. {{fresh}} names are new and {{fitting}} fit; equal names count once. Draw again with ‘Other names’.",
      },
    },
  },
  remember: {
    first:
      "A network that reads has one state after each letter. A classifier can be asked at any time.",
    second:
      "A network that writes reads its own last letter. In each step it is also told what to write about.",
    third:
      "Sequence to sequence joins both: an encoder that reads, a decoder that writes, and a vector between them.",
  },
  where:
    "In the course notes: two tutorials that stand before seq2seq, “classifying names with a character-level RNN” and “generating names with a character-level RNN” (RNN: recurrent neural network), by Sean Robertson at pytorch.org. The lists of names here come from the package faker.",
  open: "The classifier decides about a whole name from one vector. Is one vector enough for a whole sentence?",
} as const satisfies TextsOf<typeof READ_OR_WRITE>;
