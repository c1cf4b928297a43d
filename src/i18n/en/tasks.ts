/** English: what each task teaches, and where it misleads. */
import type { TaskTexts } from "../requiredTexts";

export const tasks = {
  teaches: "What it teaches",
  misleads: "Where it misleads",
  whatItReads: "What it reads",
  reads: {
    letters: "It reads the letters a to z. A capital counts as its small letter.",
    englishNumbers: "It reads numbers in English words, such as “two hundred and six”.",
    koreanNumbers: "It reads numbers in Hangul, such as ‘이백육’.",
    dates: "It reads dates, such as ‘29 December 1989’ and ‘1993년 3월 28일’.",
    hangul: "It reads Hangul only: syllables, and a space between words.",
    sentences:
      "It reads sentences of a small English grammar, such as “the black cat sees an apple”.",
  },
  about: {
    reverse: {
      teaches:
        "The last letter read is the first to write, so a good map is the other diagonal. The longer the word, the more must pass through one vector without attention.",
      misleads:
        "So clean a map is rare: each answer has exactly one letter that it comes from. Strings longer than those trained on fail with attention too.",
    },
    copy: {
      teaches:
        "Nothing moves, so a good map is a plain diagonal: the control for every other task.",
      misleads:
        "A diagonal may look as if attention merely counted along. It finds its place from the states, and loses it in strings longer than those trained on.",
    },
    sort: {
      teaches: "Where to look depends on what the letters are, not on where they stand.",
      misleads:
        "Order hardly matters here, so the last state alone can often do it: a good score without attention does not mean that attention is useless elsewhere. Equal letters cannot be told apart, so any of their places counts as right.",
    },
    dates: {
      teaches:
        "The same digits stand in other places in every spelling, and a month may be a word: attention must find the part, not the position.",
      misleads:
        "A digit is often read from a later state that has read it too. Hyphens, and the century of a two-digit year, stand for nothing in the source, yet the weights always sum to 1.",
    },
    numberWords: {
      teaches:
        "One word can give two digits (twelve), a word can give none (and), and zeros are not said at all.",
      misleads:
        "The answers can be perfect while the weights lie beside the word that matters: the encoder’s states carry what was read before. Attention weights are not an explanation by themselves.",
    },
    numberWordsKorean: {
      teaches:
        "A digit and its place are written one after the other (이천 = 2 thousand); a 1 is often left out (천 = 1000), and zeros always.",
      misleads:
        "A digit’s own syllable and its place both count as right, so with additive attention the alignment error comes out far lower than in English. The place of a zero is told by what is missing, which no weight can point at.",
    },
    hangulLetters: {
      teaches:
        "Every syllable is written as if it stood alone, so each letter has exactly one jamo that it comes from. One jamo makes up to three letters, the silent ㅇ makes none, and ㄱ is g or k by its place. A final of two consonants is one token: 값 gap. A network without attention loses count.",
      misleads:
        "This is not Revised Romanization: on signs 독립 is Dongnip. Because one jamo answers for each letter, attention looks like an exact pointer here; in most tasks it is not.",
    },
    hangulSounds: {
      teaches:
        "Revised Romanization with its sound changes: 신라 silla, 같이 gachi. What is written for a jamo depends on its neighbours, so the decoder needs states that have seen both sides, or attention on more than one place.",
      misleads:
        "It learns from random syllables, read as simple words; the first examples are real words that it never saw. Some compounds must be known (학여울 hangnyeoul): the expected answer is right, but the network cannot know it. For a changed sound several links count as right.",
    },
    pigLatin: {
      teaches:
        "Two diagonals with a jump between them, and an ending that no letter of the source stands for.",
      misleads:
        "At the ending attention must still look somewhere, for its weights always sum to 1; that spot explains nothing. The words are made up: spelling, not English, is learnt.",
    },
    englishFrench: {
      teaches:
        "Colours move behind the noun, small and old stay in front: crossings in the map. Determiner, adjective and verb agree with the noun.",
      misleads:
        "Each French word counts as linked to the one English word it translates, but its form needs more: la or le is decided by the noun. Weight on “house” while writing “la” counts as an error here, though it makes sense. And a few dozen words are not French.",
    },
    englishKorean: {
      teaches:
        "The verb goes to the end. Particles are tokens of their own: their form (이/가, 을/를) follows from the word just written, so the decoder must remember, not look.",
      misleads:
        "No English word stands for a particle, yet the weights always sum to 1, so it points somewhere: that is no explanation. “the” and “a” are not written in Korean, so different sources have the same answer.",
    },
  },
} as const satisfies TaskTexts;
