/** Writes a clause in English: tense by the time, "do" in questions and negations. */
import type { Clause, Time } from "./clause";

const TIMES: Readonly<Record<Time, string>> = {
  everyDay: "every day",
  now: "now",
  yesterday: "yesterday",
  tomorrow: "tomorrow",
};

export function writeEnglish(clause: Clause): string {
  const { object, place, time, mood, verb } = clause;
  const where = place && (verb.takes === "destination" ? place.to : place.at);
  const when = mood === "wish" ? null : TIMES[time];
  const words = [...predicate(clause), object?.english, where, when].filter(Boolean).join(" ");
  return mood === "question" ? `${words}?` : words;
}

/** Subject and verb. */
function predicate({ subject, verb, time, mood }: Clause): string[] {
  const { english: who, isThird, be } = subject;
  const { base, third, past, ing } = verb.english;
  if (mood === "wish") return [who, isThird ? "wants to" : "want to", base];
  const finite = {
    everyDay: [isThird ? third : base],
    now: [be.present, ing],
    yesterday: [past],
    tomorrow: ["will", base],
  }[time];
  if (mood === "statement") return [who, ...finite];
  // What carries the negation, and comes first in a question.
  const auxiliary = {
    everyDay: isThird ? "does" : "do",
    now: be.present,
    yesterday: "did",
    tomorrow: "will",
  }[time];
  const rest = time === "now" ? ing : base;
  return mood === "question" ? [auxiliary, who, rest] : [who, auxiliary, "not", rest];
}
