/** Parts of the page that load after the first picture: beside the map or below the first screen. */
import { type ComponentType, createElement, lazy, type ReactNode } from "react";
import { MissingError } from "../../i18n/missingError";
import { loadMissingStyles } from "./missingStyles";
import { painted } from "./painted";

/** A part that loads after the first picture. If it fails to load, rendering it throws a MissingError. */
export function latePart<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  // React keeps the failure of a lazy component, so another try needs a new one.
  const start = async (): Promise<{ default: ComponentType<Props> }> => {
    await painted();
    try {
      await loadMissingStyles();
      return { default: await load() };
    } catch (error) {
      throw new MissingError("a part of the page", renew, error);
    }
  };
  let part = lazy(start);
  const renew = (): void => {
    part = lazy(start);
  };
  return (props) => createElement<Props>(part, props);
}
