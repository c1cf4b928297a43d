/** The boxes around the tokens of the rail. Colour, shape and line tell apart what they hold, as on the page. */
import type { TokenView } from "../../../engine/text/tokens";
import type { DecoderStep } from "../../../engine/results/trace";
import { tokenBefore } from "../../facts/byHand";
import type { Mark } from "../../facts/judgedTokens";
import { glyph, isSpecial } from "../../layout/labels";
import type { Colors } from "../palette";
import { fitText } from "../fitText";
import { bordered, DOTS, element, group, path, type Rect, rounded, type Svg, text } from "../svg";

const DASHED = { "stroke-dasharray": "3 2.5" };

const MONO_EM = 0.6; // width of a character

/** A token in the middle of a box. */
export function tokenText(
  token: TokenView,
  { x, y, width, height }: Rect,
  { size, fill, weight }: { size: number; fill: string; weight?: number | undefined },
): Svg {
  const place = { x: x + width / 2, y: y + height / 2, fill, anchor: "middle", weight } as const;
  const label = glyph(token);
  if (!isSpecial(token)) return text(fitText(label, width - 4, size), { ...place, size });
  const fitting = Math.min(12, (width - 3) / (MONO_EM * label.length));
  return text(label, { ...place, size: fitting, isMono: true });
}

interface Fed {
  readonly step: DecoderStep;
  readonly before: DecoderStep | null;
  readonly size: number;
  /** Of the frame and the line, in a row that the answer has not reached; null: full. */
  readonly opacity: number | null;
}

/** The ink of a token: the quiet one where its frame is pale. */
function inkOf(colors: Colors, { opacity }: Pick<Fed, "opacity">): string {
  return opacity === null ? colors.ink : colors["ink-2"];
}

/** The input token of a step. */
export function fedToken(colors: Colors, box: Rect, fed: Fed): Svg {
  const { step, before, size, opacity } = fed;
  const isChanged = tokenBefore(step.input, before?.input) !== null;
  const dots = { ...(isChanged ? DOTS : {}), "stroke-opacity": opacity };
  const label = tokenText(step.input, box, { size, fill: inkOf(colors, fed) });
  const { truth, hand, decoder } = colors;
  switch (step.inputOrigin) {
    case "sos":
      return bordered(box, 1.3, { rx: 7, fill: colors.zero, stroke: colors.edge, ...dots, ...DASHED }) + label; // prettier-ignore
    case "truth":
      return (
        bordered(box, 1.5, { rx: 2, fill: colors["truth-soft"], stroke: truth, ...dots }) +
        corner(box, "top", 7, truth) +
        label
      );
    case "model": {
      const rx = box.height / 2 - 0.65;
      return bordered(box, 1.3, { rx, fill: colors["decoder-soft"], stroke: decoder, ...dots }) + label; // prettier-ignore
    }
    case "hand":
      return (
        bordered(box, 1.5, { rx: 6, fill: colors.surface, stroke: hand, ...dots, ...DOTS }) +
        corner(box, "bottom", 8, hand) +
        label
      );
    default:
      return step.inputOrigin satisfies never;
  }
}

interface Said extends Fed {
  readonly mark: Mark;
  /** Its probability as a line in the box; null: a bar beside the box shows it. */
  readonly probability: number | null;
}

/** The output of a step at the end of its row. */
export function saidToken(colors: Colors, box: Rect, said: Said): Svg {
  const { step, mark, size, probability, opacity } = said;
  const raised = probability === null ? box : { ...box, y: box.y - 2 };
  return [
    saidFrame(colors, box, said),
    probability === null
      ? ""
      : group({ opacity }, probabilityLine(colors, lineIn(box), probability)),
    step.saidByHand ? corner(box, "bottom", 8, colors.hand) : "",
    tokenText(step.chosen, raised, {
      size,
      fill: inkOf(colors, said),
      weight: opacity === null ? 600 : undefined,
    }),
    mark === "wrong" ? wrongMark(colors, box, probability !== null) : "",
  ].join("");
}

/** Dotted where a hand said the token, or an edit changed it. */
function saidFrame(colors: Colors, box: Rect, { step, before, mark, opacity }: Said): Svg {
  const { saidByHand } = step;
  const isWrong = mark === "wrong";
  const fill = isWrong ? "danger-soft" : saidByHand ? "surface" : "decoder-soft";
  const stroke = isWrong ? "danger" : saidByHand ? "hand" : "decoder";
  const isDotted = saidByHand || tokenBefore(step.chosen, before?.chosen) !== null;
  const dots = { ...(isDotted ? DOTS : {}), "stroke-opacity": opacity };
  const line = saidByHand ? 1.5 : 1.3;
  return bordered(box, line, { rx: 7, fill: colors[fill], stroke: colors[stroke], ...dots });
}

const lineIn = ({ x, y, width, height }: Rect): Rect => ({
  x: x + 5,
  y: y + height - 4.5,
  width: width - 10,
  height: 2.5,
});

/** The probability of an output, as the filled part of a line. */
export function probabilityLine(colors: Colors, box: Rect, probability: number): Svg {
  const { x, y, height } = box;
  const rx = Math.min(3.5, height / 2);
  const full = element("rect", { ...box, rx, fill: colors["decoder-soft"] });
  const width = box.width * probability;
  if (width < 0.01) return full;
  const round = Math.min(rx, width / 2);
  return full + element("rect", { x, y, width, height, rx: round, fill: colors.decoder });
}

/** A filled corner at the right. */
function corner(
  { x, y, width, height }: Rect,
  at: "top" | "bottom",
  side: number,
  fill: string,
): Svg {
  // prettier-ignore
  const [right, edge] = [rounded(x + width - 0.75), rounded(at === "top" ? y + 0.75 : y + height - 0.75)]; // prettier-ignore
  const inwards = at === "top" ? edge + side : edge - side;
  return path(`M${right} ${edge}V${rounded(inwards)}L${rounded(right - side)} ${edge}Z`, { fill });
}

/** A cross on a disc at the upper right corner. */
function wrongMark({ danger, surface }: Colors, { x, y, width }: Rect, isSmall: boolean): Svg {
  const r = isSmall ? 4.5 : 6.5;
  const [cx, cy] = [rounded(x + width + 3 - r), rounded(y - (isSmall ? 4 : 5) + r)];
  const arm = rounded(0.38 * r);
  const cross = `M${cx - arm} ${cy - arm}L${cx + arm} ${cy + arm}M${cx + arm} ${cy - arm}L${cx - arm} ${cy + arm}`;
  return (
    element("circle", { cx, cy, r, fill: danger }) +
    path(cross, { stroke: surface, "stroke-width": isSmall ? 1.2 : 1.6, "stroke-linecap": "round" })
  );
}
