/** English: the lesson “One reads, one writes”. */
import type { READ_OR_WRITE } from "../../../lessons/readOrWrite";
import type { TextsOf } from "../../requiredTexts";

export const readOrWrite = {
  steps: {
    decides: {
      title: "Reading letter by letter",
      say: "This network reads a name, one letter after the other. After each letter it has a <hiddenState>hidden state</hiddenState>: the tile below the letter. A <classifier>classifier</classifier> reads the state and gives a probability to each of {{classes}} lists of names, one for each language. Nothing else is kept of the letters before.",
      ask: "The network reads ‘{{name}}’. Which letter changes its belief most? Click that letter.",
      fact: "The letter ‘{{letter}}’ at place {{position}} moves {{moved}} of the probability from some languages to others. At the end the network says: {{says}}, {{p}}.",
      why: "The same letter can say much or little. It depends on what came before, and the state holds what came before. The network has learned from lists which letters end or begin names of a language. It says in which list a name could stand. It says nothing about a person: people have names of every language.",
      reveal: {
        right: "Yes.",
        first: "The first letter moves {{pickedMoved}}. A later letter moves more.",
        near: "Close: ‘{{picked}}’ stands beside it and moves {{pickedMoved}}.",
        other: "‘{{picked}}’ moves {{pickedMoved}}.",
      },
    },
    beginning: {
      title: "A name that ends early",
      say: "The chart shows the belief after each letter of ‘{{name}}’. Now the network gets a shorter name: only ‘{{beginning}}’. It must say what it thinks when this name ends.",
      ask: "Which language does it say for ‘{{beginning}}’?",
      do: "Press ‘Show me’, or type the shorter name and press ‘Read’.",
      fact: "For ‘{{beginning}}’ it says: {{saysNow}}, {{pNow}}. The first chart had the same answer after letter {{left}}, with the same probability.",
      why: "The network reads from left to right. The state after a letter cannot know the letters that follow. So the belief after letter {{left}} of a long name is the answer to the short name. An <encoder>encoder</encoder> works in the same way: one state for each token, made from all tokens so far.",
      reveal: {
        right: "Yes. The answer stood in the chart.",
        whole: "That is its answer to the whole name. The last letters are missing now.",
        other: "No. Look at the column of the last letter of ‘{{beginning}}’ in the chart.",
      },
    },
    counting: {
      title: "Is a network needed here?",
      say: "There are other ways to find the list of a name. One way only counts: how often does each list have these letters, alone and in groups of two and three? (Its name is naive Bayes.) Another way always says the largest list. All ways get the same names, which the network has not seen in training (<heldOut>held-out</heldOut>).",
      ask: "Which way is right most often?",
      choices: {
        network: "The network",
        counting: "Counting groups of letters",
        largest: "Always the largest list",
      },
      fact: "Right on held-out names: the network {{network}}, counting {{counted}}, the largest list {{largest}}.",
      why: "There are only a few thousand names to learn from, and short groups of letters tell most of what a list tells. No way is right for every name, because some names stand in several lists. Compare a network with a simple rival before you praise it. The network has one advantage here: it says what it believes after every letter.",
      reveal: {
        right: "Yes.",
        network: "The network is not the best way here.",
        counting: "Counting is good, but not the best way here.",
        largest: "Among {{classes}} lists the largest one has few of the names.",
      },
    },
    next: {
      title: "Writing letter by letter",
      say: "This is the other half: a network that only writes. It is told a language ({{told}}) and begins with <sos>. In each step it gives a probability to every letter, says one, and reads this letter in the next step. Here it always says the most probable letter. It has written ‘{{written}}’.",
      ask: "Which letter does it write next?",
      fact: "It gives ‘{{letter}}’ {{p}} and ‘{{second}}’ {{secondP}}. The name becomes ‘{{name}}’.",
      why: "This network does what a <decoder>decoder</decoder> does: state in, letter out, and the letter comes back as the next input. It reads the language again in each step, beside the letter. In translation a vector about the source stands in this place.",
      reveal: {
        right: "Yes.",
        likely: "That is its second choice.",
        unlikely: "It gives this letter only {{pickedP}}.",
      },
    },
    heat: {
      title: "Drawing letters by chance",
      say: "Now each letter is drawn by chance, and {{all}} names come out. The <temperature>temperature</temperature> is {{heat}}: probable letters become even more probable. {{fresh}} of the {{all}} names are new: no list has them. The classifier of the first part reads all names. It puts {{fitting}} of them into the list that the network was told ({{told}}).",
      ask: "At temperature {{hot}}, how many of {{all}} names will the classifier put into this list?",
      unit: "Names",
      do: "Press ‘Show me’, or move the slider of the temperature far to the right.",
      fact: "At temperature {{heat}}: {{fitting}} in the told list, {{fresh}} new. At temperature {{heatNow}}: {{fittingNow}} in the told list, {{freshNow}} new.",
      why: "The scores of the letters are divided by the temperature before <softmax>softmax</softmax>. A low temperature repeats what the lists have. A high one makes all letters nearly equal: everything is new, and little fits. The judge is a network, too, and often wrong. So its counts compare temperatures; they do not prove that a name is right.",
      reveal: {
        right: "Yes, {{fittingNow}}.",
        same: "No. At the high temperature the names fit less.",
        low: "It is more: {{fittingNow}}.",
        high: "It is less: {{fittingNow}}.",
      },
    },
    now: {
      title: "Now you",
      say: "New names are easy, and names that fit are easy. Both together are harder.",
      ask: "Change the temperature or the class. Get at least nine different names that are new and that the classifier puts into the told list.",
      hint: "A temperature between the two of the last part does both. Try 0.5. Some classes are easier to recognise than others: try Latvian or Swedish. ‘Other names’ draws again.",
      reveal: {
        reached: "{{both}} of {{all}} names are new and fit.",
        known:
          "New and fitting at once: {{both}}. You need {{least}}. Of {{all}} names, {{fitting}} fit and {{fresh}} are new: too few are new.",
        astray:
          "New and fitting at once: {{both}}. You need {{least}}. Of {{all}} names, {{fresh}} are new and {{fitting}} fit: too few fit.",
      },
    },
  },
  remember: {
    first:
      "A network that reads has one state after each letter. A classifier can be asked at any time.",
    second:
      "A network that writes reads its own last letter, and a hint in each step what to write about.",
    third:
      "Sequence to sequence joins both: an encoder that reads, a decoder that writes, and a vector between them.",
  },
  where:
    "In the notes: the list of tutorials before seq2seq, “classifying names with a character-level RNN” and “generating names with a character-level RNN”. These are two tutorials by Sean Robertson at pytorch.org. The lists of names here come from the package faker.",
  open: "The classifier has one vector for a whole name and is often right. Is one vector enough for a whole sentence?",
} as const satisfies TextsOf<typeof READ_OR_WRITE>;
