/** What style sheets make transparent or set on a mixed ground: its text keeps the contrast of WCAG AA in both themes. */
import { describe, expect, it } from "vitest";
import { contrast, mixColors, parseHex, type Rgb } from "../vis/color";
import { STYLE_RULES } from "../testing/styleRules";
import { THEMES } from "../testing/themeColours";

const AA = 4.5;

/** Rules with an opacity between 0 and 1, and what they dim. None of it is text that a student has to read. */
const DIMMED = {
  "alone/Belief .state[data-faint] .tile": "a picture",
  "alone/Belief .veil": "areas",
  "beam/BeamTree .links path[data-pruned]": "lines",
  "compare/LinesPlot .beyond": "a ground",
  "gradients/GradientMap .values": "squares",
  'player/ForcingSwitch .switch[aria-disabled="true"]': "an inactive control",
  'player/Transport .button[aria-disabled="true"]': "an inactive control",
  'primitives/Button .button[aria-disabled="true"]': "an inactive control",
  'primitives/Field .range[aria-disabled="true"], .truthRange[aria-disabled="true"]':
    "an inactive control",
  'primitives/FileButton .input[aria-disabled="true"] + .button': "an inactive control",
  'setup/Computation .option input[aria-disabled="true"]': "an inactive control",
  "slowly/RowStrip .bar": "bars",
  "timeline/TimelinePlot .ground": "a ground",
  "timeline/TimelinePlot .band": "a ground",
  "unrolled/Corner .band": "a ground",
  "unrolled/StageArrows .arrow[data-faint]": "lines",
  'unrolled/map/AttentionMap .row[data-look="unreached"] .cell': "cells without numbers",
  "unrolled/map/AttentionMap .row[data-hidden]:not([data-asked]) .cell": "cells without numbers",
  'unrolled/rail/DecoderRail :global([data-look="unreached"]) .bar': "bars",
} as const;

/** Rules whose background is a mixture, and the colours of the text on it; none: no text stands on it. */
const GROUNDS: Readonly<Record<string, readonly string[]>> = {
  "alone/Belief .legend li::before": [],
  "alone/Confusion .matrix td": ["ink"],
  "alone/Steps .candidates li": ["ink"],
  "batch/BatchCells .pad[data-open]": ["ink"],
  "edits/WeightBox .fill": [],
  "player/Transport .button[data-main]:hover": ["bg"],
  'primitives/Button .primary:hover:not([aria-disabled="true"])': ["bg"],
  "slowly/AgainStage .token[data-changed]": ["ink", "ink-2"],
  "teacher/ScenePicture .picture tbody td": ["ink"],
  "transformer/SelfMapInFull .table tbody td": [], // as the map's cells
  'unrolled/Legend .scale[data-kind="value"] .ramp::before': [],
  "unrolled/PartingLayer .layer .error": [], //    a hatch: one pixel of six
  "unrolled/PartingLayer .token[data-error]": [],
  "unrolled/PartingNote .token[data-error]": [],
  "unrolled/map/AttentionMap .cell": [], //        black or white, as vis/color.ts decides
  'unrolled/scroll/ScrollEdges .shadow[data-side="before"]': [],
  'unrolled/scroll/ScrollEdges .shadow[data-side="after"]': [],
  "unrolled/tile/StateTile .tile .frame::after": [],
  'unrolled/tile/StateTile :global([data-look="unreached"]) > .tile .frame::after': [],
};

const OPACITY = /(?<![\w-])opacity:\s*([\d.]+)/;
const MIXED = /background:[^;]*color-mix\(\s*in (\w+),\s*var\(--([\w-]+)\)\s*([^;]*?),\s*(?:var\(--([\w-]+)\)|transparent)\s*\)/; // prettier-ignore

const opacityIn = (body: string): number => Number(OPACITY.exec(body)?.[1] ?? 1);

it("knows what every opacity dims", () => {
  const found = STYLE_RULES.filter(({ body }) => opacityIn(body) > 0 && opacityIn(body) < 1);
  expect(found.map(({ name }) => name).toSorted()).toEqual(Object.keys(DIMMED).toSorted());
});

it("knows the text on every mixed ground", () => {
  const found = STYLE_RULES.filter(({ body }) => /background:[^;]*color-mix/.test(body));
  expect(found.map(({ name }) => name).toSorted()).toEqual(Object.keys(GROUNDS).toSorted());
});

/** The share of the first colour in CSS's mixing of encoded values, as transparency mixes. */
function overlaid(first: Rgb, second: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2): number => second[i] + (first[i] - second[i]) * share;
  return [at(0), at(1), at(2)];
}

const CASES = Object.entries(THEMES);

describe.each(CASES)("%s theme", (_, theme) => {
  const colour = (name: string): Rgb => parseHex(theme.get(name) ?? "");

  /** The strongest mixture that a rule can draw: its share is the only percentage. */
  function strongest(name: string): Rgb {
    const body = STYLE_RULES.find((rule) => rule.name === name)?.body ?? "";
    const [, space, first = "", share = "", second = ""] = MIXED.exec(body) ?? [];
    const [, percent = ""] = /(\d+)%/.exec(share) ?? [];
    const mix = space === "oklab" ? mixColors : overlaid;
    return mix(colour(first), colour(second), Number(percent) / 100);
  }

  const written = Object.entries(GROUNDS).flatMap(([name, texts]) =>
    texts.map((text) => [text, name] as const),
  );

  it.each(written)("%s is readable on the strongest ground of %s", (text, name) => {
    expect(contrast(colour(text), strongest(name))).toBeGreaterThanOrEqual(AA);
  });

  it.each(["surface", "zero", "truth-soft", "decoder-soft", "danger-soft"])(
    "the quiet ink of a step that is not reached is readable on %s",
    (ground) => {
      expect(contrast(colour("ink-2"), colour(ground))).toBeGreaterThanOrEqual(AA);
    },
  );

  it.each(["ink", "ink-2", "danger", "decoder", "encoder"])(
    "%s is readable on the band of the selected step",
    (text) => {
      const band = STYLE_RULES.find(({ name }) => name === "unrolled/Corner .band");
      const share = opacityIn(band?.body ?? "");
      const ground = overlaid(colour("attention-soft"), colour("surface"), share);
      expect(contrast(colour(text), ground)).toBeGreaterThanOrEqual(AA);
    },
  );
});

/** The veils of a presentation over all but the selected cell: the light theme's, then the dark one's. */
const VEILS = STYLE_RULES.flatMap(({ body }) => /--dim: ([\d.]+)/.exec(body)?.[1] ?? []).map(
  Number,
);

describe.each([
  ["light", VEILS[0] ?? 1],
  ["dark", VEILS[1] ?? 1],
] as const)("under the veil of a presentation, %s theme", (theme, strength) => {
  const veiled = (name: string): Rgb =>
    overlaid([0, 0, 0], parseHex(THEMES[theme].get(name) ?? ""), strength);

  it.each([
    ["ink-2", "surface"],
    ["ink", "decoder-soft"],
    ["ink", "truth-soft"],
    ["ink", "danger-soft"],
    ["encoder", "surface"],
    ["decoder", "surface"],
    ["attention", "surface"],
    ["danger", "surface"],
    ["danger", "attention-soft"],
  ])("%s is readable on %s", (text, ground) => {
    expect(contrast(veiled(text), veiled(ground))).toBeGreaterThanOrEqual(AA);
  });
});
