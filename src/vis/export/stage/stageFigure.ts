/** What the drawing of a stage needs: the decode, its layout, what is selected, the texts and the colours. */
import type { Trace } from "../../../engine/results/trace";
import type { LegendMark } from "../../layout/legend";
import type { Headed } from "../../layout/rail";
import type { StageLayout } from "../../layout/stageLayout";
import type { Palette } from "../palette";

/** The texts of the picture, in the language of the figure. */
export interface StageTexts {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly encoderReads: string;
  readonly cornerNote: string;
  readonly bridge: string;
  readonly said: string; // heading of the outputs at the left edge
  readonly headings: Readonly<Record<Headed, string>>;
  readonly fedShort: string; // heading of the input without room for the word
  /** The heading of a probability at temperature 1 where the decode drew at another one: two lines; null: it did not. */
  readonly tempered: readonly [over: string, under: string] | null;
  readonly wall: { readonly title: string; readonly text: string };
  /** Of the decode that stands beside. */
  readonly parting: { readonly symbol: string; readonly mark: string; readonly ended: string };
  readonly legend: LegendTexts;
}

/** The texts of the legend; null: the picture has no such mark. */
export interface LegendTexts {
  readonly weight: string | null;
  readonly value: string | null;
  readonly blocks: readonly string[]; // how many units a small square stands for
  readonly marks: readonly LegendText[];
}

export interface LegendText {
  readonly mark: LegendMark;
  readonly text: string;
}

export interface StageFigure {
  readonly trace: Trace;
  readonly layout: StageLayout;
  /** The selected step, whose row has a ground and numbers. */
  readonly index: number;
  /** The selected column; null: none. */
  readonly column: number | null;
  /** The last step of the answer so far; later ones are faint. */
  readonly reached: number;
  /** The layer that the tiles show, 0-based. */
  readonly layer: number;
  /** Whether every cell shows its weight, and not only those of the selected step. */
  readonly hasNumbers?: boolean;
  readonly texts: StageTexts;
  readonly palette: Palette;
}

/** The opacity of the pictures in a row that the answer has not reached; null: full. Its text has the quiet ink instead. */
export function faintness({ index, reached }: StageFigure, row: number): number | null {
  return row === index || row <= reached ? null : 0.55;
}
