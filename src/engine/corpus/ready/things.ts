/** The objects of the ready sets in three languages, in the form that stands in the sentence. */

export type ObjectKind =
  "fruit" | "dish" | "drink" | "text" | "film" | "sound" | "subject" | "thing" | "person";

/** A direct object as it stands in the sentence, and after a French negation. */
export interface Thing {
  readonly kind: ObjectKind;
  readonly english: string;
  readonly korean: string; // with its particle
  readonly french: string;
  readonly frenchNegated: string;
}

/** After a negation the French indefinite and partitive articles become "de"; the definite ones stay. */
export const THINGS: readonly Thing[] = [
  {
    kind: "fruit",
    english: "an apple",
    korean: "사과를",
    french: "une pomme",
    frenchNegated: "de pomme",
  },
  {
    kind: "fruit",
    english: "a banana",
    korean: "바나나를",
    french: "une banane",
    frenchNegated: "de banane",
  },
  { kind: "dish", english: "bread", korean: "빵을", french: "du pain", frenchNegated: "de pain" },
  {
    kind: "dish",
    english: "a cake",
    korean: "케이크를",
    french: "un gâteau",
    frenchNegated: "de gâteau",
  },
  { kind: "dish", english: "rice", korean: "밥을", french: "du riz", frenchNegated: "de riz" },
  {
    kind: "dish",
    english: "soup",
    korean: "수프를",
    french: "de la soupe",
    frenchNegated: "de soupe",
  },
  { kind: "drink", english: "water", korean: "물을", french: "de l'eau", frenchNegated: "d'eau" },
  {
    kind: "drink",
    english: "coffee",
    korean: "커피를",
    french: "du café",
    frenchNegated: "de café",
  },
  { kind: "drink", english: "milk", korean: "우유를", french: "du lait", frenchNegated: "de lait" },
  { kind: "drink", english: "tea", korean: "차를", french: "du thé", frenchNegated: "de thé" },
  {
    kind: "text",
    english: "a book",
    korean: "책을",
    french: "un livre",
    frenchNegated: "de livre",
  },
  {
    kind: "text",
    english: "a letter",
    korean: "편지를",
    french: "une lettre",
    frenchNegated: "de lettre",
  },
  {
    kind: "text",
    english: "a poem",
    korean: "시를",
    french: "un poème",
    frenchNegated: "de poème",
  },
  {
    kind: "film",
    english: "a film",
    korean: "영화를",
    french: "un film",
    frenchNegated: "de film",
  },
  {
    kind: "film",
    english: "television",
    korean: "텔레비전을",
    french: "la télévision",
    frenchNegated: "la télévision",
  },
  {
    kind: "film",
    english: "the match",
    korean: "경기를",
    french: "le match",
    frenchNegated: "le match",
  },
  {
    kind: "sound",
    english: "music",
    korean: "음악을",
    french: "de la musique",
    frenchNegated: "de musique",
  },
  {
    kind: "sound",
    english: "the radio",
    korean: "라디오를",
    french: "la radio",
    frenchNegated: "la radio",
  },
  {
    kind: "subject",
    english: "English",
    korean: "영어를",
    french: "l'anglais",
    frenchNegated: "l'anglais",
  },
  {
    kind: "subject",
    english: "Korean",
    korean: "한국어를",
    french: "le coréen",
    frenchNegated: "le coréen",
  },
  {
    kind: "subject",
    english: "mathematics",
    korean: "수학을",
    french: "les mathématiques",
    frenchNegated: "les mathématiques",
  },
  { kind: "thing", english: "a bag", korean: "가방을", french: "un sac", frenchNegated: "de sac" },
  {
    kind: "thing",
    english: "a chair",
    korean: "의자를",
    french: "une chaise",
    frenchNegated: "de chaise",
  },
  {
    kind: "thing",
    english: "a hat",
    korean: "모자를",
    french: "un chapeau",
    frenchNegated: "de chapeau",
  },
  {
    kind: "person",
    english: "a friend",
    korean: "친구를",
    french: "un ami",
    frenchNegated: "d'ami",
  },
  {
    kind: "person",
    english: "the teacher",
    korean: "선생님을",
    french: "le professeur",
    frenchNegated: "le professeur",
  },
  {
    kind: "person",
    english: "the child",
    korean: "아이를",
    french: "l'enfant",
    frenchNegated: "l'enfant",
  },
];
