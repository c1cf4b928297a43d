/** The acts on lane B as the page calls them: `comparison.ts` loads with the first call. The calls keep their order. */
import type * as comparison from "./comparison";

type Comparison = typeof comparison;

const late =
  <Name extends "compareWith" | "configureB" | "sameAsA" | "stopComparing" | "openComparison">(
    name: Name,
  ) =>
  async (...args: Parameters<Comparison[Name]>): Promise<void> => {
    const act = (await import("./comparison"))[name] as (
      ...args: Parameters<Comparison[Name]>
    ) => void;
    act(...args);
  };

export const compareWith = late("compareWith");
export const configureB = late("configureB");
export const sameAsA = late("sameAsA");
export const stopComparing = late("stopComparing");
export const openComparison = late("openComparison");
