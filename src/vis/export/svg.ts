/**
 * SVG as text. Everything is a presentation attribute, because word processors and LaTeX read neither style sheets nor
 * CSS functions. Texts and attributes are escaped here and nowhere else.
 */

/** A piece of SVG. */
export type Svg = string;

type Value = string | number | null | undefined;

/** For text: the first families exist on Windows and macOS, the next ones write Korean. */
const SANS = "Arial, Helvetica, Apple SD Gothic Neo, Malgun Gothic, Noto Sans KR, Noto Sans CJK KR, sans-serif"; // prettier-ignore
const MONO = "Menlo, Consolas, DejaVu Sans Mono, monospace";

/** Half the height of a lower-case letter with an ascender in em: from the middle of a line to its baseline. */
const TO_BASELINE = 0.35;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

// oxlint-disable-next-line no-control-regex -- XML cannot hold these characters, not even escaped
const NO_XML = /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g; // prettier-ignore

/** The text for XML; what XML cannot hold becomes the replacement character. */
export function escaped(content: string): string {
  return content.replace(NO_XML, "\ufffd").replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

function written(value: string | number): string {
  return typeof value === "number" ? String(rounded(value)) : escaped(value);
}

/** Two decimals: a hundredth of a pixel. */
export function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}

/** An element; attributes without a value are left out. The children are SVG already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly Svg[]
): Svg {
  const all = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [` ${key}="${written(value)}"`],
    ) // prettier-ignore
    .join("");
  const inside = children.join("");
  return inside === "" ? `<${name}${all}/>` : `<${name}${all}>${inside}</${name}>`;
}

export function group(attributes: Readonly<Record<string, Value>>, ...children: Svg[]): Svg {
  const inside = children.join("");
  return inside === "" ? "" : element("g", attributes, inside);
}

export interface TextStyle {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly weight?: number | undefined;
  readonly isMono?: boolean | undefined;
  readonly decoration?: string | undefined;
  readonly opacity?: number | undefined;
  /** Degrees around (x, y). */
  readonly turn?: number | undefined;
}

export function text(content: string, style: TextStyle): Svg {
  const { x, y, size, fill, anchor = "start", weight, isMono, decoration, opacity, turn } = style;
  const attributes = {
    x,
    y: y + TO_BASELINE * size,
    "font-size": size,
    fill,
    "text-anchor": anchor === "start" ? undefined : anchor,
    "font-weight": weight,
    "font-family": isMono ? MONO : undefined,
    "text-decoration": decoration,
    opacity,
    transform: turn === undefined ? undefined : `rotate(${turn} ${rounded(x)} ${rounded(y)})`,
  };
  return content === "" ? "" : element("text", attributes, escaped(content));
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rect(box: Rect, attributes: Readonly<Record<string, Value>>): Svg {
  const { x, y, width, height } = box;
  return element("rect", { x, y, width, height, ...attributes });
}

/** A border inside a box, as CSS draws it: SVG draws on the edge. */
export function bordered(
  box: Rect,
  line: number,
  attributes: Readonly<Record<string, Value>>,
): Svg {
  return rect(inset(box, line / 2), { "stroke-width": line, ...attributes });
}

/** The box made smaller on each side; larger where the amount is negative. */
export function inset({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** A dotted line of any width up to 2 pixels. */
export const DOTS = { "stroke-dasharray": "1.6 1.8" } as const;

export function path(d: string, attributes: Readonly<Record<string, Value>>): Svg {
  return d === "" ? "" : element("path", { d, fill: "none", ...attributes });
}

/** Falling or rising lines at 45 degrees that fill a box, without a pattern or a clip: few programs import those. */
export function hatched({ x, y, width, height }: Rect, spacing: number): string {
  const lines: string[] = [];
  for (let sum = spacing; sum < width + height; sum += spacing) {
    const from = [x + Math.min(sum, width), y + Math.max(0, sum - width)].map(rounded);
    const to = [x + Math.max(0, sum - height), y + Math.min(sum, height)].map(rounded);
    lines.push(`M${from.join(" ")}L${to.join(" ")}`);
  }
  return lines.join("");
}

/** A whole drawing. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What assistive technology reads. */
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly ground: string; // colour
}

const ROOT = "http://www.w3.org/2000/svg";
const MARGIN = 12; // pixels around a drawing

/** The document: as wide as the drawing with a margin, in pixels. */
export function drawing(about: Drawing, ...children: readonly Svg[]): Svg {
  const [width, height] = [about.width + 2 * MARGIN, about.height + 2 * MARGIN].map(Math.ceil);
  const root = {
    xmlns: ROOT,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": SANS,
    role: "img",
    "aria-labelledby": "figure-title figure-description",
    lang: about.language,
  };
  return element(
    "svg",
    root,
    element("title", { id: "figure-title" }, escaped(about.title)),
    element("desc", { id: "figure-description" }, escaped(about.description)),
    element("rect", { width, height, fill: about.ground }),
    group({ transform: `translate(${MARGIN} ${MARGIN})` }, ...children),
  );
}
