/** Parts of the page that are loaded after the first picture: beside the map or below the first screen. */
import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import { painted } from "./painted";

export function latePart(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    await painted();
    return { default: await load() };
  });
}
