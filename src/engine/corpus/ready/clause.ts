/** A sentence of the ready sets before it is written in a language. */
import type { Random } from "../../rng";
import { drawFrom } from "../../tasks/drawFrom";
import { type Place, PLACES, type Subject, SUBJECTS, YOU } from "./subjects";
import { type Thing, THINGS } from "./things";
import { type Verb, VERBS } from "./verbs";

export type Time = "everyDay" | "now" | "yesterday" | "tomorrow";

export interface Clause {
  readonly subject: Subject;
  readonly verb: Verb;
  readonly object: Thing | null;
  readonly place: Place | null;
  readonly time: Time;
  /** "wish": wants to do it, now. */
  readonly mood: "statement" | "negation" | "question" | "wish";
}

const TIMES: readonly Time[] = ["everyDay", "now", "yesterday", "tomorrow"];
const MOODS: readonly Clause["mood"][] = ["statement", "statement", "negation", "question", "wish"];
const PLACES_IN = 2; // one sentence in so many says where

/** Draws a clause that makes sense: what is eaten is food, and who goes goes somewhere. */
export function drawClause(random: Random): Clause {
  const mood = drawFrom(random, MOODS);
  const verb = drawFrom(random, VERBS);
  const { takes } = verb;
  const things = typeof takes === "string" ? [] : THINGS.filter(({ kind }) => takes.includes(kind));
  const isSomewhere = takes === "destination" || random.below(PLACES_IN) === 0;
  return {
    subject: mood === "question" ? YOU : drawFrom(random, SUBJECTS),
    verb,
    object: things.length === 0 ? null : drawFrom(random, things),
    place: isSomewhere ? drawFrom(random, PLACES) : null,
    time: mood === "wish" ? "now" : drawFrom(random, TIMES),
    mood,
  };
}
