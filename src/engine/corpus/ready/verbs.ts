/** The verbs of the ready sets in three languages. All forms are written out, so that no rule can make a wrong one. */
import type { ObjectKind } from "./things";

/** Forms that depend on the subject. French: je, il, nous, ils, tu. */
export interface Verb {
  readonly english: {
    readonly base: string;
    readonly third: string;
    readonly past: string;
    readonly ing: string;
  };
  /** `stem` before 고; `future` before 거예요. */
  readonly korean: {
    readonly stem: string;
    readonly present: string;
    readonly past: string;
    readonly future: string;
  };
  readonly french: {
    readonly infinitive: string;
    readonly present: readonly [je: string, il: string, nous: string, ils: string, tu: string];
    readonly participle: string;
    readonly isWithEtre: boolean; // its participle agrees with the subject
  };
  readonly takes: "nothing" | "destination" | readonly ObjectKind[];
}

type English = readonly [base: string, third: string, past: string, ing: string];
type Korean = readonly [stem: string, present: string, past: string, future: string];
type French = readonly [
  infinitive: string,
  je: string,
  il: string,
  nous: string,
  ils: string,
  tu: string,
  participle: string,
];

function verb(english: English, korean: Korean, french: French): Omit<Verb, "takes"> {
  const [base, third, past, ing] = english;
  const [stem, present, before, future] = korean;
  const [infinitive, je, il, nous, ils, tu, participle] = french;
  return {
    english: { base, third, past, ing },
    korean: { stem, present, past: before, future },
    french: { infinitive, present: [je, il, nous, ils, tu], participle, isWithEtre: false },
  };
}

function withEtre(given: Omit<Verb, "takes">): Omit<Verb, "takes"> {
  return { ...given, french: { ...given.french, isWithEtre: true } };
}

const EVERYTHING: readonly ObjectKind[] = ["fruit", "dish", "drink", "text", "thing"];

export const VERBS: readonly Verb[] = [
  {
    takes: ["fruit", "dish"],
    ...verb(
      ["eat", "eats", "ate", "eating"],
      ["먹", "먹어요", "먹었어요", "먹을"],
      ["manger", "mange", "mange", "mangeons", "mangent", "manges", "mangé"],
    ),
  },
  {
    takes: ["drink"],
    ...verb(
      ["drink", "drinks", "drank", "drinking"],
      ["마시", "마셔요", "마셨어요", "마실"],
      ["boire", "bois", "boit", "buvons", "boivent", "bois", "bu"],
    ),
  },
  {
    takes: ["text"],
    ...verb(
      ["read", "reads", "read", "reading"],
      ["읽", "읽어요", "읽었어요", "읽을"],
      ["lire", "lis", "lit", "lisons", "lisent", "lis", "lu"],
    ),
  },
  {
    takes: ["text"],
    ...verb(
      ["write", "writes", "wrote", "writing"],
      ["쓰", "써요", "썼어요", "쓸"],
      ["écrire", "écris", "écrit", "écrivons", "écrivent", "écris", "écrit"],
    ),
  },
  {
    takes: EVERYTHING,
    ...verb(
      ["buy", "buys", "bought", "buying"],
      ["사", "사요", "샀어요", "살"],
      ["acheter", "achète", "achète", "achetons", "achètent", "achètes", "acheté"],
    ),
  },
  {
    takes: ["film"],
    ...verb(
      ["watch", "watches", "watched", "watching"],
      ["보", "봐요", "봤어요", "볼"],
      ["regarder", "regarde", "regarde", "regardons", "regardent", "regardes", "regardé"],
    ),
  },
  {
    takes: ["sound"],
    ...verb(
      ["listen to", "listens to", "listened to", "listening to"],
      ["듣", "들어요", "들었어요", "들을"],
      ["écouter", "écoute", "écoute", "écoutons", "écoutent", "écoutes", "écouté"],
    ),
  },
  {
    takes: ["subject"],
    ...verb(
      ["learn", "learns", "learned", "learning"],
      ["배우", "배워요", "배웠어요", "배울"],
      ["apprendre", "apprends", "apprend", "apprenons", "apprennent", "apprends", "appris"],
    ),
  },
  {
    takes: ["subject"],
    ...verb(
      ["teach", "teaches", "taught", "teaching"],
      ["가르치", "가르쳐요", "가르쳤어요", "가르칠"],
      ["enseigner", "enseigne", "enseigne", "enseignons", "enseignent", "enseignes", "enseigné"],
    ),
  },
  {
    takes: ["person"],
    ...verb(
      ["meet", "meets", "met", "meeting"],
      ["만나", "만나요", "만났어요", "만날"],
      [
        "rencontrer",
        "rencontre",
        "rencontre",
        "rencontrons",
        "rencontrent",
        "rencontres",
        "rencontré",
      ],
    ),
  },
  {
    takes: ["person", "thing"],
    ...verb(
      ["look for", "looks for", "looked for", "looking for"],
      ["찾", "찾아요", "찾았어요", "찾을"],
      ["chercher", "cherche", "cherche", "cherchons", "cherchent", "cherches", "cherché"],
    ),
  },
  {
    takes: ["dish"],
    ...verb(
      ["make", "makes", "made", "making"],
      ["만들", "만들어요", "만들었어요", "만들"],
      ["préparer", "prépare", "prépare", "préparons", "préparent", "prépares", "préparé"],
    ),
  },
  {
    takes: "nothing",
    ...verb(
      ["sleep", "sleeps", "slept", "sleeping"],
      ["자", "자요", "잤어요", "잘"],
      ["dormir", "dors", "dort", "dormons", "dorment", "dors", "dormi"],
    ),
  },
  {
    takes: "nothing",
    ...verb(
      ["work", "works", "worked", "working"],
      ["일하", "일해요", "일했어요", "일할"],
      [
        "travailler",
        "travaille",
        "travaille",
        "travaillons",
        "travaillent",
        "travailles",
        "travaillé",
      ],
    ),
  },
  {
    takes: "nothing",
    ...verb(
      ["study", "studies", "studied", "studying"],
      ["공부하", "공부해요", "공부했어요", "공부할"],
      ["étudier", "étudie", "étudie", "étudions", "étudient", "étudies", "étudié"],
    ),
  },
  {
    takes: "nothing",
    ...verb(
      ["play", "plays", "played", "playing"],
      ["놀", "놀아요", "놀았어요", "놀"],
      ["jouer", "joue", "joue", "jouons", "jouent", "joues", "joué"],
    ),
  },
  {
    takes: "destination",
    ...withEtre(
      verb(
        ["go", "goes", "went", "going"],
        ["가", "가요", "갔어요", "갈"],
        ["aller", "vais", "va", "allons", "vont", "vas", "allé"],
      ),
    ),
  },
  {
    takes: "destination",
    ...withEtre(
      verb(
        ["come", "comes", "came", "coming"],
        ["오", "와요", "왔어요", "올"],
        ["venir", "viens", "vient", "venons", "viennent", "viens", "venu"],
      ),
    ),
  },
];
