/** The figure of a beam search for a screen reader, a keyboard and a pointer. */
import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { BeamNode, DecodingTrace, Trace } from "../../engine/results/trace";
import { changeLanguage } from "../../i18n/i18n";
import { makeTrace } from "../../vis/testing/traces";
import { selectByHand } from "../../state/actions/viewing";
import { selection, showTrace } from "../testing/showTrace";
import { useShownStep } from "../useShownStep";
import { BeamFigure } from "./BeamFigure";
import { select } from "../../state/actions/viewing";

afterEach(cleanup);

const A = { id: 4, text: "a" };
const B = { id: 5, text: "b" };
const EOS = { id: 2, text: "<eos>" };

/** Width 2 on "ab": "b" is likelier at first, "a" leads to the likelier answer. */
const NODES: readonly BeamNode[] = [
  { parent: -1, step: 0, token: B, logProbability: Math.log(0.6), total: Math.log(0.6), fate: "kept", isAnswer: false }, // prettier-ignore
  { parent: -1, step: 0, token: A, logProbability: Math.log(0.4), total: Math.log(0.4), fate: "kept", isAnswer: true }, // prettier-ignore
  { parent: 1, step: 1, token: B, logProbability: Math.log(0.9), total: Math.log(0.36), fate: "kept", isAnswer: true }, // prettier-ignore
  { parent: 0, step: 1, token: A, logProbability: Math.log(0.5), total: Math.log(0.3), fate: "kept", isAnswer: false }, // prettier-ignore
  { parent: 0, step: 1, token: B, logProbability: Math.log(0.4), total: Math.log(0.24), fate: "pruned", isAnswer: false }, // prettier-ignore
  { parent: 2, step: 2, token: EOS, logProbability: Math.log(0.9), total: Math.log(0.324), fate: "ended", isAnswer: true }, // prettier-ignore
];

function Beam(): ReactNode {
  const shown = useShownStep();
  return shown && <BeamFigure trace={shown.trace} index={shown.index} onSelect={selectByHand} />;
}

async function show({
  nodes = NODES,
  width = 2,
  scored = [2, 3, 1],
  ...rest
}: Partial<Trace> & Partial<Extract<DecodingTrace, { kind: "beam" }>> = {}): Promise<void> {
  const trace = makeTrace({ source: ["b", "a"], decoding: "beam" });
  await showTrace(<Beam />, {
    ...trace,
    decoding: { kind: "beam", width, nodes, scored },
    ...rest,
  });
  await screen.findByRole("figure");
}

/** The text that a screen reader reads in a list: the hidden sentences, without the drawing. */
function readAloud(list: HTMLElement): string[] {
  return within(list)
    .getAllByRole("listitem")
    .map((item) => item.querySelector(".visually-hidden")?.textContent ?? "");
}

const step = (number: number): HTMLElement => screen.getByRole("list", { name: `Step ${number}` });

test("each step is a list of whole paths with their fates, the likeliest first", async () => {
  await show();
  expect(screen.getByRole("figure", { name: "Beam search" })).toBeTruthy();
  expect(readAloud(step(1))).toEqual([
    "‘b’: probability 60.0%, total −0.51, kept",
    "‘a’: probability 40.0%, total −0.92, kept, on the best path found",
  ]);
  expect(readAloud(step(2))).toEqual([
    "‘b’ after ‘a’: probability 90.0%, total −1.02, kept, on the best path found",
    "‘a’ after ‘b’: probability 50.0%, total −1.20, kept",
    "‘b’ after ‘b’: probability 40.0%, total −1.43, pruned",
  ]);
  expect(readAloud(step(3))).toEqual([
    "‘<eos>’ after ‘ab’: probability 90.0%, total −1.13, complete, on the best path found",
  ]);
});

test("assistive technology ignores the drawing, and each node has its sentence as a tooltip", async () => {
  await show();
  const [first] = within(step(2)).getAllByRole("button");
  expect(first?.getAttribute("title")).toContain("total −1.02");
  for (const drawing of document.querySelectorAll("svg, [class*=face]"))
    expect(drawing.getAttribute("aria-hidden")).toBe("true");
});

test("a small positive probability is not written as zero", async () => {
  const [first, ...others] = NODES as readonly [BeamNode, ...BeamNode[]];
  await show({ nodes: [{ ...first, logProbability: Math.log(0.0003) }, ...others] });
  expect(readAloud(step(1))[0]).toContain("probability <0.1%,");
});

test("the figure says the answer with its total and its probability", async () => {
  await show();
  expect(
    screen.getByText(/^Best path found: ‘ab’, total −1\.13, which is a probability of 32\.4%\.$/),
  ).toBeTruthy();
  cleanup();
  await show({ ending: "limit" });
  expect(screen.getByText(/^No path reached <eos> within the length limit\./)).toBeTruthy();
});

test("only nodes of the answer's path are buttons, and each shows its step", async () => {
  await show();
  const user = userEvent.setup();
  const buttons = within(screen.getByRole("figure")).getAllByRole("button");
  expect(buttons).toHaveLength(3);
  await user.click(within(step(1)).getByRole("button"));
  expect(selection().step).toBe(0);
  expect(buttons.map((button) => button.getAttribute("aria-current"))).toEqual([
    "step",
    null,
    null,
  ]);
});

test("the path is one tab stop, and arrow keys move along it", async () => {
  await show();
  act(() => select(0));
  const user = userEvent.setup();
  const stops = screen.getAllByRole("button").filter(({ tabIndex }) => tabIndex === 0);
  expect(stops).toHaveLength(1);
  act(() => stops[0]?.focus());
  await user.keyboard("{ArrowRight}{Enter}");
  expect(selection().step).toBe(1);
  await user.keyboard("{End}{Enter}");
  expect(selection().step).toBe(2);
  await user.keyboard("{Home}{Enter}");
  expect(selection().step).toBe(0);
});

test("a wide tree scrolls in its own region, which the keyboard reaches", async () => {
  await show();
  const region = screen.getByRole("region", { name: "Tree of the beam search, scrollable" });
  expect(region.tabIndex).toBe(0);
  expect(region.contains(step(3))).toBe(true);
});

test("the figure explains the width, and that width one is greedy", async () => {
  await show();
  expect(screen.getByText(/The 2 continuations with the largest total are kept/)).toBeTruthy();
  expect(screen.getByText(/it takes one of the 2 places/)).toBeTruthy();
  cleanup();
  await show({
    width: 1,
    nodes: NODES.filter(({ isAnswer }) => isAnswer).map((node, i) => ({ ...node, parent: i - 1 })),
  });
  expect(screen.getByText(/This is greedy decoding/)).toBeTruthy();
});

test("the figure says what a wider beam does not improve, the bias to short answers first", async () => {
  await show();
  expect(screen.getByText("Is a wider beam always better?")).toBeTruthy();
  expect(
    screen.getByText(/not divided by the length.*short answers have an advantage/),
  ).toBeTruthy();
});

test("the figure counts the pruned paths that it does not draw", async () => {
  await show();
  expect(screen.queryByText(/^\+ \d+ pruned$/)).toBeNull();
  cleanup();
  await show({ scored: [7, 14, 7] });
  const counts = screen.getAllByText(/^\+ \d+ pruned$/).map(({ textContent }) => textContent);
  expect(counts).toEqual(["+ 5 pruned", "+ 11 pruned", "+ 6 pruned"]);
});

test("the tree scrolls to the shown step, and the page does not scroll", async () => {
  await show();
  const region = screen.getByRole("region", { name: "Tree of the beam search, scrollable" });
  const scrollTo = vi.spyOn(region, "scrollTo").mockImplementation(() => undefined);
  vi.spyOn(region, "clientWidth", "get").mockReturnValue(200);
  act(() => select(0));
  expect(scrollTo).not.toHaveBeenCalled(); // the root and the first step are visible
  act(() => select(2));
  expect(scrollTo).toHaveBeenCalledTimes(1);
});

test("other decodes have no beam figure", async () => {
  await showTrace(<Beam />, makeTrace());
  expect(screen.queryByRole("figure")).toBeNull();
});

test("Korean has the same facts in its own word order", async () => {
  await show();
  await act(() => changeLanguage("ko"));
  expect(readAloud(screen.getByRole("list", { name: "시점 2" }))[0]).toBe(
    "‘a’ 다음 ‘b’: 확률 90.0%, 총점 −1.02, 남김, 찾은 경로 중 1위",
  );
  await act(() => changeLanguage("en"));
});
