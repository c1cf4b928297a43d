/** Writes a clause in Korean, in the polite style: subject, time, place, object, verb. */
import type { Clause, Time } from "./clause";

const TIMES: Readonly<Record<Time, string>> = {
  everyDay: "매일",
  now: "지금",
  yesterday: "어제",
  tomorrow: "내일",
};

export function writeKorean(clause: Clause): string {
  const { subject, object, place, time, mood, verb } = clause;
  const where = place && place.korean + (verb.takes === "destination" ? "에" : "에서");
  const when = mood === "wish" ? null : TIMES[time];
  const words = [subject.korean, when, where, object?.korean, ...predicate(clause)];
  const sentence = words.filter(Boolean).join(" ");
  return mood === "question" ? `${sentence}?` : sentence;
}

function predicate({ subject, verb, time, mood }: Clause): string[] {
  const { stem, present, past, future } = verb.korean;
  // What others want is seen from outside: 싶어 하다.
  if (mood === "wish")
    return [`${stem}고`, ...(isSpeaker(subject.person) ? ["싶어요"] : ["싶어", "해요"])];
  if (time === "now")
    return [`${stem}고`, ...(mood === "negation" ? ["있지", "않아요"] : ["있어요"])];
  const finite = { everyDay: [present], yesterday: [past], tomorrow: [future, "거예요"] }[time];
  return mood === "negation" ? negated(finite) : finite;
}

/** I and we. */
function isSpeaker(person: number): boolean {
  return person === 0 || person === 2;
}

/** 안 stands before a verb, and inside a verb of noun and 하다: 공부 안 해요. */
function negated([first = "", ...rest]: readonly string[]): string[] {
  const [, noun, verb] = /^(.+)(해요|했어요|할)$/.exec(first) ?? [];
  return noun !== undefined && verb !== undefined
    ? [noun, "안", verb, ...rest]
    : ["안", first, ...rest];
}
