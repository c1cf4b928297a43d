/** What can be taken away from the page, in groups. */

export const FIGURES = ["stage", "map", "film", "beam", "curves", "lengths", "positions"] as const;

export type FigureId = (typeof FIGURES)[number];

export const TABLES = [
  "weights",
  "states",
  "losses",
  "byLength",
  "byPosition",
  "examples",
  "trace",
] as const;

export type TableId = (typeof TABLES)[number];

export const OTHERS = ["link", "embed", "model", "program", "print"] as const;

export type OtherId = (typeof OTHERS)[number];

export type ItemId = FigureId | TableId | OtherId;

export const GROUPS = {
  figures: FIGURES,
  tables: TABLES,
  others: OTHERS,
} as const satisfies Record<string, readonly ItemId[]>;

export const isTable = (id: ItemId): id is TableId => (TABLES as readonly ItemId[]).includes(id);

/** The items that tell what a lesson hides until the student predicts. */
const TELLING: readonly ItemId[] = ["stage", "map", "film", "beam", "weights", "states", "trace"];

/** Why the page has nothing to take away of an item. */
export type Lack = "hidden" | "noTrace" | "noAttention" | "noBeam" | "noMaps" | "noCurves" | "noResults"; // prettier-ignore

/** What the page has at present. */
export interface Stock {
  readonly isHidden: boolean;
  readonly hasTrace: boolean;
  readonly attends: boolean;
  readonly hasBeam: boolean;
  readonly hasMaps: boolean;
  readonly hasCurves: boolean;
  readonly hasResults: boolean;
}

/** Null: there is something to take away. */
export function lackOf(id: ItemId, stock: Stock): Lack | null {
  if (stock.isHidden && TELLING.includes(id)) return "hidden";
  switch (id) {
    case "stage":
    case "states":
    case "trace":
      return stock.hasTrace ? null : "noTrace";
    case "map":
    case "weights":
      if (!stock.hasTrace) return "noTrace";
      return stock.attends ? null : "noAttention";
    case "film":
      return stock.hasMaps ? null : "noMaps";
    case "beam":
      return stock.hasBeam ? null : "noBeam";
    case "curves":
    case "losses":
      return stock.hasCurves ? null : "noCurves";
    case "lengths":
    case "positions":
    case "byLength":
    case "byPosition":
    case "examples":
      return stock.hasResults ? null : "noResults";
    case "program":
    case "link":
    case "embed":
    case "model":
    case "print":
      return null;
    default:
      return id satisfies never;
  }
}
