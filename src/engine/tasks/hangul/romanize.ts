/** Hangul in Latin letters, with the jamo that each letter comes from. */
import { withoutDoubleFinals } from "./doubleFinals";
import { compose, jamoOf, syllablesOf, type PlacedSyllable } from "./jamo";
import { FINAL_LETTERS, INITIAL_LETTERS, lettersFor, VOWEL_LETTERS } from "./latinLetters";
import { respell } from "./respelling";
import { contact, type Contact } from "./soundChanges";

/** The letters of one sound, and the positions of the jamo that they are linked to. */
export interface Written {
  readonly letters: string;
  readonly from: readonly number[];
}

/** Romanizes every syllable in isolation: 독립 dok-rip. */
export function byLetter(syllables: readonly PlacedSyllable[]): Written[] {
  return syllables.flatMap(({ initial, vowel, final, start }) => [
    { letters: lettersFor(INITIAL_LETTERS, initial), from: [start] },
    { letters: lettersFor(VOWEL_LETTERS, vowel), from: [start + 1] },
    { letters: lettersFor(FINAL_LETTERS, final), from: [start + 2] },
  ]);
}

/** Letters that differ from those of the jamo in isolation are also linked to the neighbours that change it. */
function changed(letters: string, alone: string, positions: readonly number[]): Written {
  return { letters, from: letters === alone ? positions.slice(0, 1) : positions };
}

/** The letters where a final meets the next syllable. */
function writtenContact(
  { final, initial, vowel }: Contact,
  before: string,
  next: PlacedSyllable,
): Written[] {
  const [end, beginning, middle] = [next.start - 1, next.start, next.start + 1];
  // caused by the vowel: 같이, 닫히다, 핥이다
  const palatalised =
    /[ㄷㅌㄾ]/.test(before) && /[ㅇㅎ]/.test(next.initial) && /(j|ch)$/.test(final + initial);
  const cause = palatalised ? [middle] : [];
  return [
    changed(final, lettersFor(FINAL_LETTERS, before), [end, beginning, ...cause]),
    changed(initial, lettersFor(INITIAL_LETTERS, next.initial), [beginning, end, ...cause]),
    changed(vowel, lettersFor(VOWEL_LETTERS, next.vowel), [middle, beginning]),
  ];
}

/** Romanizes the pronunciation, with sound changes: 독립 dong-nip. Null where the spelling does not determine it. */
export function bySound(syllables: readonly PlacedSyllable[]): Written[] | null {
  const respelled = syllablesOf(jamoOf(respell(syllables.map(compose).join("")))) ?? [];
  const said = withoutDoubleFinals(respelled);
  if (!said) return null;
  const writing: Written[] = [];
  let before = "";
  let saidBefore = "";
  for (const [i, next] of syllables.entries()) {
    const saidNext = said[i] ?? next;
    const sounds = contact(saidBefore, saidNext);
    if (!sounds) return null;
    writing.push(...writtenContact(sounds, before, next));
    before = next.final;
    saidBefore = saidNext.final;
  }
  const last = syllables.at(-1);
  if (last)
    writing.push({ letters: lettersFor(FINAL_LETTERS, saidBefore), from: [last.start + 2] });
  return writing;
}
