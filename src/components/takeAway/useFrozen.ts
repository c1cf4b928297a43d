/** A value as it was when the part of the page appeared: a preview stands still while the model trains. */
import { useState } from "react";

export function useFrozen<T>(value: T): T {
  return useState(value)[0];
}
