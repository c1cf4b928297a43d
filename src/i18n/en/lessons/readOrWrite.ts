/** English: the lesson “One reads, one writes”. */
import type { READ_OR_WRITE } from "../../../lessons/readOrWrite";
import type { TextsOf } from "../../requiredTexts";

export const readOrWrite = {
  steps: {
    decides: {
      title: "Reading letter by letter",
      say: "This network reads a name, one letter after the other. After each letter it has a <hiddenState>hidden state</hiddenState>: the tile below the letter. A <classifier>classifier</classifier> reads the state and gives a probability to each of {{classes}} lists of names, one for each language. The network remembers the letters before only in this state.",
      ask: "The network reads ‘{{name}}’. Which letter changes its belief most? Click that letter.",
      fact: "When the network reads the letter ‘{{letter}}’ at place {{position}}, {{moved}} of the probability moves from some languages to others. At the end the network says: {{says}}, {{p}}.",
      why: "The same letter can say much or little. It depends on what came before, and the state holds what came before. The network has learned from lists which strings of letters are frequent in the names of a language. It says in which list a name could stand. It says nothing about a person: people have names of every language.",
      reveal: {
        right: "Yes.",
        first:
          "The first letter moves {{pickedMoved}} of the probability. A later letter moves more.",
        near: "Close: ‘{{picked}}’ stands beside it and moves {{pickedMoved}}.",
        other: "‘{{picked}}’ moves {{pickedMoved}}.",
      },
    },
    beginning: {
      title: "A name that ends early",
      say: "The chart shows the belief after each letter of ‘{{name}}’. Now the network gets a shorter name: only ‘{{beginning}}’. After the last letter of this name it must answer.",
      ask: "Which language does it say for ‘{{beginning}}’?",
      do: "Press ‘Show me’, or type the shorter name and press ‘Read’.",
      fact: "For ‘{{beginning}}’ it says: {{saysNow}}, {{pNow}}. The first chart had the same answer after letter {{left}}, with the same probability.",
      why: "The network reads from left to right. The state after a letter cannot know the letters that follow. So the chart after letter {{left}} of a long name already shows the answer for the name of {{left}} letters. An <encoder>encoder</encoder> that reads in one direction works in the same way: one state for each token, made from all tokens so far.",
      reveal: {
        right: "Yes. You could read it from the first chart.",
        whole: "That is its answer to the whole name. The last letters are missing now.",
        other: "No. Look at the column of the last letter of ‘{{beginning}}’ in the chart.",
      },
    },
    counting: {
      title: "Is a network needed here?",
      say: "There are other ways to find the list of a name. One way only counts: how often does each list have these letters, alone and in groups of two and three? (Its name is naive Bayes.) Another way always says the largest list. All three are tested on the same names, which none of them has seen before (<heldOut>held-out</heldOut>).",
      ask: "Which way is right most often?",
      choices: {
        network: "The network",
        counting: "Counting groups of letters",
        largest: "Always the largest list",
      },
      fact: "Right on held-out names: the network {{network}}, counting {{counted}}, the largest list {{largest}}.",
      why: "There are only a few thousand names to learn from, and two or three letters are often enough to know the list. No way is right for every name, because some names stand in several lists. Compare a network with a simple rival before you praise it. But counting groups of three letters knows no order beyond them. The state of a network can hold more, and it can be handed to a decoder.",
      reveal: {
        right: "Yes.",
        network: "The network is not the best way here.",
        counting: "Counting is good, but not the best way here.",
        largest: "Among {{classes}} lists the largest one has few of the names.",
      },
    },
    next: {
      title: "Writing letter by letter",
      say: "This is the other half: a network that only writes. It begins with <sos>, and it is told a language ({{told}}) in each step. It gives each letter a probability and writes one. In the next step it reads the letter that it has written. Here it always writes the most probable letter. It has written ‘{{written}}’.",
      ask: "Which letter does it write next?",
      fact: "It gives ‘{{letter}}’ {{p}} and ‘{{second}}’ {{secondP}}. The name becomes ‘{{name}}’.",
      why: "This network does what a <decoder>decoder</decoder> does: state in, letter out, and the letter comes back as the next input. It reads the language again in each step, beside the letter. In translation, a vector about the source takes the place of the language.",
      reveal: {
        right: "Yes.",
        likely: "That is its second choice.",
        unlikely: "It gives this letter {{pickedP}}.",
      },
    },
    heat: {
      title: "Drawing letters by chance",
      say: "Now each letter is drawn by chance, and {{all}} names come out. The <temperature>temperature</temperature> is {{heat}}. Below 1, probable letters become even more probable. {{fresh}} of the {{all}} names are new: no list has them. The classifier of the first part reads all names and calls {{fitting}} of them {{told}}.",
      ask: "At temperature {{hot}}, how many of {{all}} names will the classifier call {{told}}?",
      unit: "Names",
      do: "Press ‘Show me’, or move the slider of the temperature far to the right.",
      fact: "At temperature {{heat}}: {{fitting}} are called {{told}}, {{fresh}} are new. At temperature {{heatNow}}: {{fittingNow}} are called {{told}}, {{freshNow}} are new.",
      why: "The scores of the letters are divided by the temperature before <softmax>softmax</softmax>. At a low temperature the probable letters win, so names of the lists, or names like them, come often. At a high one the probabilities come closer together: more names are new, and fewer fit. The classifier is a network, too, and often wrong. So its counts compare temperatures; they do not prove that a name is right.",
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
      ask: "Change the temperature or the class. Get at least nine different names that are new and that the classifier puts into the chosen class.",
      hint: "A temperature between the two of the last part does both. Try 0.5. Some classes are easier to recognise than others: try Latvian or Swedish. Press ‘Other names’ a few times: each time it draws again.",
      reveal: {
        reached: "{{both}} of {{all}} names are new and fit.",
        known:
          "{{both}} different names are new and fit. You need {{least}}. Of {{all}} names, {{fresh}} are new and {{fitting}} fit. A higher temperature writes more new names.",
        astray:
          "{{both}} different names are new and fit. You need {{least}}. Of {{all}} names, {{fresh}} are new and {{fitting}} fit. A lower temperature writes more names that fit.",
      },
    },
  },
  remember: {
    first:
      "A network that reads has one state after each letter. A classifier can be asked at any time.",
    second:
      "A network that writes reads its own last letter, and in each step also what it should write about.",
    third:
      "Sequence to sequence joins both: an encoder that reads, a decoder that writes, and a vector between them.",
  },
  where:
    "In the notes: the list of tutorials before seq2seq, “classifying names with a character-level RNN” and “generating names with a character-level RNN”. These are two tutorials by Sean Robertson at pytorch.org. The lists of names here come from the package faker.",
  open: "The classifier has one vector for a whole name, and it is right for more than half of the names. Is one vector enough for a whole sentence?",
} as const satisfies TextsOf<typeof READ_OR_WRITE>;
