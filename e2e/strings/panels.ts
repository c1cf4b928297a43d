/** Every panel of the page: the link that shows it and, where a link cannot, the clicks. Texts change, so no name is used. */
import type { Locator, Page } from "@playwright/test";
import { OPERATIONS } from "../../src/engine/results/operation";
import { LESSON_IDS, LESSONS } from "../../src/lessons/catalogue";
import { type Place, selectorOf } from "../../src/places";
import { PAIR_IDS } from "../../src/state/slices/comparison";
import { SECTIONS } from "../../src/state/slices/sections";
import { RAIL_TABS, READINGS } from "../../src/state/slices/view";

export interface Panel {
  readonly name: string;
  readonly link: string;
  /** What a link does not open. */
  readonly open?: (page: Page) => Promise<void>;
}

const place = (page: Page, name: Place): Locator => page.locator(selectorOf(name));
const dialog = (page: Page): Locator => page.locator("[role=dialog]");

/** Everything that unfolds, unfolded. */
const OPEN = `open=${SECTIONS.join(".")}`;

const RICH = "layers=2&direction=bidirectional&cell=lstm&timing=luong&feeding=on";

const lab: readonly Panel[] = [
  ...RAIL_TABS.map((tab) => ({
    name: `lab, tab ${tab}, all open`,
    link: `mode=lab&rail=${tab}&${OPEN}`,
  })),
  ...OPERATIONS.map((operation) => ({
    name: `equation of ${operation}`,
    link: `mode=lab&step=3&op=${operation}&${RICH}`,
  })),
  { name: "PyTorch", link: "mode=lab&inspect=pytorch&step=3" },
  { name: "numbers", link: "mode=lab&inspect=numbers&step=3" },
  { name: "a number written out", link: "mode=lab&step=3&sum=score.3.2" },
  { name: "no attention", link: "mode=lab&attention=none" },
  { name: "gradients", link: "mode=lab&draw=gradients" },
  { name: "sampling", link: "mode=lab&decoding=sampling" },
  { name: "beam", link: "mode=lab&decoding=beam&centre=beam" },
  { name: "batch, training", link: "mode=lab&centre=batch" },
  { name: "batch, answers", link: "mode=lab&centre=batch&batchof=answers" },
  { name: "edits", link: "mode=lab&step=3&say=2.a&hide=2&context=4" },
  { name: "beside another decode", link: "mode=lab&beside=truth" },
  { name: "curves of attention", link: "mode=lab&curves=attention&open=curves.maps" },
  {
    name: "results",
    link: `mode=lab&centre=results&${OPEN}`,
    open: async (page) => {
      await place(page, "results").locator("button").first().click();
      await place(page, "results").locator("table").first().waitFor();
    },
  },
  {
    name: "one update, slowly",
    link: "mode=lab&hidden=16&embedding=8&batch=16",
    open: async (page) => {
      await page.locator("#slowly[aria-disabled=false]").click();
      await place(page, "walk").locator("table").first().waitFor();
    },
  },
];

const compare: readonly Panel[] = [
  ...PAIR_IDS.map((pair) => ({ name: `compare ${pair}`, link: `mode=compare&pair=${pair}` })),
  { name: "compare, all open", link: `mode=compare&${OPEN}` },
  { name: "compare, the difference", link: "mode=compare&pair=scores&maps=difference" },
  { name: "compare, results", link: "mode=compare&centre=results" },
  { name: "compare, batch", link: "mode=compare&centre=batch" },
];

const lessons: readonly Panel[] = LESSON_IDS.flatMap((id) =>
  Array.from({ length: LESSONS[id].steps }, (_, step) => ({
    name: `lesson ${id}, step ${step + 1}`,
    link: `mode=learn&lesson=${id}.${step + 1}`,
  })),
);

const readings: readonly Panel[] = [
  { name: "list of lessons", link: "mode=learn" },
  ...READINGS.map((reading) => ({ name: reading, link: `read=${reading}` })),
  {
    name: "handout",
    link: "read=teacher",
    open: async (page) => {
      await page.locator("[aria-labelledby=teacher-lessons] section button").nth(1).click();
      await page.locator("[data-sheet]").waitFor();
    },
  },
];

const PAIRS = Array.from({ length: 40 }, (_, i) => `word${i} common\tmot${i} commun`).join("\n");

const dialogs: readonly Panel[] = [
  {
    name: "take away",
    link: "mode=lab",
    open: async (page) => {
      await place(page, "take-away").click();
      await dialog(page).waitFor();
    },
  },
  {
    name: "own pairs",
    link: "mode=lab&rail=data",
    open: async (page) => {
      await page.locator("#own-pairs").click();
      await dialog(page).locator("textarea").waitFor();
    },
  },
  {
    name: "own pairs, given",
    link: "mode=lab&rail=data",
    open: async (page) => {
      await page.locator("#own-pairs").click();
      await dialog(page).locator("textarea").fill(PAIRS);
      await page.locator("[role=dialog][data-given=true] table").first().waitFor();
    },
  },
  { name: "presentation", link: "mode=lab&present=1" },
  { name: "in a frame", link: "mode=lab&embed=1" },
  { name: "locked by a teacher", link: "mode=lab&lock=1&rail=data" },
  { name: "large type", link: "mode=lab&type=large" },
];

export const PANELS: readonly Panel[] = [...readings, ...lab, ...compare, ...dialogs, ...lessons];
