/** The comparison of the link that opened the page. */
import { openLaneB } from "../actions/comparison";
import { readComparison } from "../slices/linkedComparison";
import { noteRefused, useRefused } from "../slices/rejectedUrlSettings";
import { laneOf, useApp } from "../store";

/**
 * Puts lane B of a link into the store, before the first request to the worker, which then serves both lanes. An act of
 * the student may have opened it already.
 */
export function openLinkedComparison(query: URLSearchParams): void {
  if (useApp.getState().lanes.b !== undefined) return;
  const { pair, b, refused } = readComparison(query, laneOf("a").config);
  noteRefused([...useRefused.getState(), ...refused]);
  openLaneB(b, pair);
}
