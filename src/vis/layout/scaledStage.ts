/** The stage in the page's size of type: everything on it grows with the type. */
import type { HeadingEms } from "./rail";
import { layoutStage, type Level, type Room, type StageLayout } from "./stageLayout";
import type { StageShape } from "./stageShape";

/** All lengths in the value times the factor. A layout holds lengths, flags, and parts with lengths. */
function times<T>(value: T, factor: number): T {
  if (typeof value === "number") return (value * factor) as T;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, times(part as unknown, factor)]);
  return Object.fromEntries(parts) as T;
}

function unscaled(level: Level, scale: number): Level {
  return { ...level, pitchAtMost: level.pitchAtMost / scale };
}

/** As `layoutStage`, which knows the normal size of type. */
export function layoutInType(shape: StageShape, room: Room, headings: HeadingEms): StageLayout {
  const { width, height, scale = 1, level } = room;
  if (scale === 1) return layoutStage(shape, room, headings);
  const normal = {
    width: width / scale,
    height: height / scale,
    level: level && unscaled(level, scale),
  };
  return times(layoutStage(shape, normal, headings), scale);
}
