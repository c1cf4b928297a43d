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
    sentences: "It reads sentences of a small English grammar, such as “the cat sees a red apple”.",
  },
  about: {
    reverse: {
      teaches:
        "The last letter read is the first to write. So a good attention map runs along the other diagonal. Without attention, everything must pass through one vector, and a longer word needs more room in it.",
      misleads:
        "Such a clean map is rare. Here each output letter comes from exactly one source letter. Words longer than in training fail even with attention.",
    },
    copy: {
      teaches:
        "The order does not change, so a good attention map is a plain diagonal. Compare the other tasks with this one.",
      misleads:
        "The diagonal looks as if attention only moved one step further each time. In fact it computes its place from the states at every step. It loses its place in words longer than in training.",
    },
    sort: {
      teaches: "Where to look depends on what the letters are, not on their places.",
      misleads:
        "It is enough to know which letters occur and how often, so one state can often hold it all. A good score without attention here does not mean that attention is useless elsewhere. Equal letters cannot be told apart, so each of their places counts as right.",
    },
    dates: {
      teaches:
        "The same digits are at other places in each way of writing, and a month may be a word. So attention must find the content, not a fixed place.",
      misleads:
        "Attention often takes a digit from a later state, because that state has read the digit, too. Hyphens and the century of a two-digit year have no source token, but the weights still sum to 1.",
    },
    numberWords: {
      teaches:
        "One word can give two digits (twelve) or none (and). The words do not say zeros at all.",
      misleads:
        "All answers can be right while the weights are beside the word that matters. The reason: an encoder state also holds what was read before it. Attention weights alone are not an explanation.",
    },
    numberWordsKorean: {
      teaches:
        "A digit and its place follow each other (이천 = 2 thousand). A 1 is often left out (천 = 1000), a zero always.",
      misleads:
        "The syllable of the digit and the syllable of its place both count as right. So with additive attention the alignment error is far lower than for English number words. A zero follows from a syllable that is missing, and no weight can point at a missing syllable.",
    },
    hangulLetters: {
      teaches:
        "Each syllable is written as if it stood alone, so each Latin letter comes from exactly one jamo (Korean letter). One jamo gives up to three letters, the silent ㅇ gives none, and ㄱ is g or k, depending on its place. A final of two consonants is one token: 값 gap. A network without attention easily loses its place.",
      misleads:
        "This is not Revised Romanization, the official system. There 독립 is Dongnip. Each letter comes from one jamo, so attention looks like an exact pointer here. In most tasks it is not.",
    },
    hangulSounds: {
      teaches:
        "Revised Romanization, the official system, follows the sound changes: 신라 silla, 같이 gachi. The letters for a jamo depend on its neighbours. So the decoder needs states that know both sides, or attention on more than one place.",
      misleads:
        "Training uses random syllables, read as simple words. The first examples are real words that training never uses. Some compounds must be known (학여울 hangnyeoul). The expected answer has them right, but the network has almost never seen them. Where a sound changes, several source jamo count as right.",
    },
    pigLatin: {
      teaches:
        "The map has two diagonals with a jump between them. The ending “ay” comes from no source letter.",
      misleads:
        "At the ending the weights still sum to 1, so attention looks somewhere. That place explains nothing. The words are made up, so the network learns a spelling rule, not English.",
    },
    englishFrench: {
      teaches:
        "Colours move behind the noun, but small and old stay in front. The map crosses there. Article, adjective and verb take the form that fits the noun.",
      misleads:
        "Each French word counts as aligned with the one English word that it translates. But its form can need another word: the noun decides between la and le. So weight on “house” while writing “la” counts as an error here, although it makes sense. And a few dozen words are not the French language.",
    },
    englishKorean: {
      teaches:
        "The verb goes to the end. Each particle is a token of its own. Its form (이/가, 을/를) depends on the word just written, so the decoder must remember that word and need not look at the source.",
      misleads:
        "No English word corresponds to a particle. The weights still sum to 1, so they point somewhere, but that explains nothing. Korean does not write “the” and “a”, so different sources have the same answer.",
    },
  },
} as const satisfies TaskTexts;
