/** Subjects and places of the ready sets in three languages, in the form that stands in the sentence. */

export interface Place {
  readonly at: string;
  readonly to: string;
  readonly korean: string; // without a particle
  readonly french: string; // for both
}

export interface Subject {
  readonly english: string;
  readonly isThird: boolean; // third person singular
  readonly be: { readonly present: string; readonly past: string };
  /** Empty: Korean leaves it out. */
  readonly korean: string;
  readonly french: string;
  readonly person: 0 | 1 | 2 | 3 | 4; // je, il, nous, ils, tu
  readonly agreement: "" | "e" | "s"; // of a participle with être
}

export const PLACES: readonly Place[] = [
  { at: "at school", to: "to school", korean: "학교", french: "à l'école" },
  { at: "at home", to: "home", korean: "집", french: "à la maison" },
  { at: "in the park", to: "to the park", korean: "공원", french: "au parc" },
  { at: "in the library", to: "to the library", korean: "도서관", french: "à la bibliothèque" },
  { at: "at the market", to: "to the market", korean: "시장", french: "au marché" },
  { at: "in the café", to: "to the café", korean: "카페", french: "au café" },
];

const AM = { present: "am", past: "was" };
const IS = { present: "is", past: "was" };
const ARE = { present: "are", past: "were" };

/** Korean leaves "you" out of a question. */
export const YOU: Subject = {
  english: "you",
  isThird: false,
  be: ARE,
  korean: "",
  french: "tu",
  person: 4,
  agreement: "",
};

export const SUBJECTS: readonly Subject[] = [
  { english: "I", isThird: false, be: AM, korean: "저는", french: "je", person: 0, agreement: "" },
  {
    english: "we",
    isThird: false,
    be: ARE,
    korean: "우리는",
    french: "nous",
    person: 2,
    agreement: "s",
  },
  {
    english: "they",
    isThird: false,
    be: ARE,
    korean: "그들은",
    french: "ils",
    person: 3,
    agreement: "s",
  },
  {
    english: "Mina",
    isThird: true,
    be: IS,
    korean: "미나는",
    french: "Mina",
    person: 1,
    agreement: "e",
  },
  {
    english: "Jun",
    isThird: true,
    be: IS,
    korean: "준은",
    french: "Jun",
    person: 1,
    agreement: "",
  },
  {
    english: "the student",
    isThird: true,
    be: IS,
    korean: "학생은",
    french: "l'étudiant",
    person: 1,
    agreement: "",
  },
  {
    english: "the children",
    isThird: false,
    be: ARE,
    korean: "아이들은",
    french: "les enfants",
    person: 3,
    agreement: "s",
  },
  {
    english: "my friend",
    isThird: true,
    be: IS,
    korean: "제 친구는",
    french: "mon ami",
    person: 1,
    agreement: "",
  },
];
