/** Parts of the page that load after the first picture: beside the map or below the first screen. */
import { type ComponentType, createElement, lazy, type ReactNode } from "react";
import { MissingError } from "../../i18n/missingError";
import { loadMissingStyles } from "./missingStyles";
import { painted } from "./painted";

/** The script of a part failed to load. React keeps the failure of a lazy component, so a retry needs a new component. */
export class PartMissingError extends MissingError {
  readonly renew: () => void;

  constructor(renew: () => void, cause: unknown) {
    super("a part of the page could not be loaded", { cause });
    this.renew = renew;
  }
}

/** A part that loads after the first picture. If it fails to load, rendering it throws a PartMissingError. */
export function latePart<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const start = async (): Promise<{ default: ComponentType<Props> }> => {
    await painted();
    try {
      await loadMissingStyles();
      return { default: await load() };
    } catch (error) {
      throw new PartMissingError(renew, error);
    }
  };
  let part = lazy(start);
  const renew = (): void => {
    part = lazy(start);
  };
  return (props) => createElement<Props>(part, props);
}
