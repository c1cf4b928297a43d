/** Writes a clause in French: elision, "ne ... pas", the perfect with avoir or être, the near future. */
import type { Clause, Time } from "./clause";

const TIMES: Readonly<Record<Time, string>> = {
  everyDay: "tous les jours",
  now: "maintenant",
  yesterday: "hier",
  tomorrow: "demain",
};

const AVOIR = ["ai", "a", "avons", "ont", "as"] as const;
const ETRE = ["suis", "est", "sommes", "sont", "es"] as const;
const ALLER = ["vais", "va", "allons", "vont", "vas"] as const;
const VOULOIR = ["veux", "veut", "voulons", "veulent", "veux"] as const;

export function writeFrench(clause: Clause): string {
  const { subject, object, place, time, mood } = clause;
  const thing = mood === "negation" ? object?.frenchNegated : object?.french;
  const when = mood === "wish" ? null : TIMES[time];
  const [finite, ...rest] = verbs(clause);
  const core = mood === "negation" ? ["ne", finite, "pas", ...rest] : [finite, ...rest];
  const words = [subject.french, ...core, thing, place?.french, when].filter(Boolean).join(" ");
  return elide(mood === "question" ? `est-ce que ${words} ?` : words);
}

/** The finite verb first. */
function verbs({ subject, verb, time, mood }: Clause): [finite: string, ...rest: string[]] {
  const { infinitive, present, participle, isWithEtre } = verb.french;
  const { person, agreement } = subject;
  if (mood === "wish") return [VOULOIR[person], infinitive];
  if (time === "tomorrow") return [ALLER[person], infinitive];
  if (time !== "yesterday") return [present[person]];
  return isWithEtre ? [ETRE[person], participle + agreement] : [AVOIR[person], participle];
}

/** "je" and "ne" lose their vowel before another one; no word here begins with h. */
function elide(sentence: string): string {
  return sentence.replaceAll(/\b(j|n)e (?=[aeiouyàâéèêîô])/gi, "$1'");
}
