/**
 * The task Pig Latin: a word's first consonants go to its end, then "ay". "string" -> "ingstray", "apple" -> "appleway".
 * The variant used here: a word that begins with a vowel only gets "way"; "qu" moves as one; "y" is a consonant only
 * at the beginning of a word.
 */
import { graphemes } from "../text/graphemes";
import type { Random } from "../rng";
import { createVocabulary } from "../text/tokens";
import { ENGLISH_WORDS } from "./englishWords";
import { createFamily } from "./family";
import { drawOnSide, heldOutOf } from "./split";
import type { Difficulty, Pair, Task } from "./task";

const ALPHABET = Array.from("abcdefghijklmnopqrstuvwxyz");
const ENDING = Array.from("way"); // without its "w" where consonants moved

/** The parts of made-up words: how English syllables begin and end; an empty part means none. */
const ONSETS =
  " ,b,bl,br,c,ch,cl,cr,d,dr,f,fl,fr,g,gl,gr,h,j,k,l,m,n,p,pl,pr,qu,r,s,sc,sh,sl,sn,sp,squ,st,str,t,th,thr,tr,v,w,wh,y,z"
    .split(",")
    .map((onset) => onset.trim());
const VOWELS = "a,e,i,o,u,ai,ea,ee,oo,ou".split(",");
const CODAS = " , , ,b,ck,d,g,l,ll,m,n,nd,nt,p,r,rk,s,st,t,x".split(",").map((coda) => coda.trim());

/** The number of letters before the first vowel, which move to the end. */
function countMoved(word: readonly string[]): number {
  let moved = 0;
  while (moved < word.length) {
    const letter = word[moved] ?? "";
    if (letter === "q" && word[moved + 1] === "u") moved += 2;
    else if ((moved === 0 ? "aeiou" : "aeiouy").includes(letter)) break;
    else moved += 1;
  }
  return moved;
}

/** The pair of a word; null where it has no vowel. */
function inPigLatin(source: readonly string[]): Pair | null {
  const moved = countMoved(source);
  if (moved === source.length) return null;
  const order = [...source.keys()];
  const kept = [...order.slice(moved), ...order.slice(0, moved)];
  const ending = moved === 0 ? ENDING : ENDING.slice(1);
  return {
    source,
    target: [...kept.map((s) => source[s] ?? ""), ...ending],
    gold: [...kept.map((s) => [s]), ...ending.map(() => [])],
  };
}

/** A function that draws made-up words from the first letters of the alphabet. */
function wordSource({ shortest, longest, symbols }: Difficulty): (random: Random) => Pair {
  const known = new Set(ALPHABET.slice(0, symbols));
  const spelled = (parts: readonly string[]) =>
    parts.filter((part) => Array.from(part).every((letter) => known.has(letter)));
  const syllable = [ONSETS, VOWELS, CODAS].map(spelled);

  /** Syllables up to the drawn length; the last one may be cut. */
  function drawWord(random: Random): string[] {
    const length = shortest + random.below(longest - shortest + 1);
    const letters: string[] = [];
    while (letters.length < length)
      for (const parts of syllable) letters.push(...(parts[random.below(parts.length)] ?? ""));
    return letters.slice(0, length);
  }

  return (random) => {
    for (;;) {
      const pair = inPigLatin(drawWord(random)); // null if the cut removed the only vowel
      if (pair) return pair;
    }
  };
}

const contentOf = (pair: Pair): string => pair.source.join("");

function createTask(difficulty: Difficulty): Task {
  const letters = ALPHABET.slice(0, difficulty.symbols);
  const sourceVocabulary = createVocabulary(letters);
  const drawPair = wordSource(difficulty);
  const solve = (source: readonly string[]) =>
    source.length <= difficulty.longest && source.every((token) => sourceVocabulary.has(token))
      ? inPigLatin(source)
      : null;

  return {
    id: "pigLatin",
    sourceUnit: "character",
    targetUnit: "character",
    sourceVocabulary,
    targetVocabulary: createVocabulary(new Set([...letters, ...ENDING])),
    maxSourceLength: difficulty.longest,
    maxTargetLength: difficulty.longest + ENDING.length,
    heldOutPairs: null,
    firstHeldOut: heldOutOf(
      ENGLISH_WORDS.filter(({ length }) => length >= difficulty.shortest).flatMap(
        (word) => solve(Array.from(word)) ?? [],
      ),
      contentOf,
    ),
    sample: (random, split) => drawOnSide(split, () => drawPair(random), contentOf),
    tokenize: (text) => graphemes(text.trim().toLowerCase()),
    join: (tokens) => tokens.join(""),
    /** Null for a word that is too long, has no vowel, or has an unknown token. */
    solve,
  };
}

export const pigLatinFamily = createFamily({
  id: "pigLatin",
  create: createTask,
});
