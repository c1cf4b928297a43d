/** Every lesson to its end by keyboard, in each language: each question is answered once rightly and once wrongly. */
import type { Locator, Page } from "@playwright/test";
import { LESSON_IDS, type LessonId, LESSONS } from "../src/lessons/catalogue";
import { expect, expectAccessible, test } from "./fixtures";

const NAMES = {
  en: {
    region: "Lesson",
    show: "Show me",
    next: "Next",
    back: "Back",
    skip: "Skip",
    right: "As you predicted",
    wrong: "Not as you predicted",
    end: "To the end",
    remember: "What to remember",
    hint: "Hint",
  },
  ko: {
    region: "수업",
    show: "결과 보기",
    next: "다음",
    back: "이전",
    skip: "건너뛰기",
    right: "예상대로입니다",
    wrong: "예상과 다릅니다",
    end: "마무리",
    remember: "기억할 것",
    hint: "힌트",
  },
} as const;

type Language = keyof typeof NAMES;

function createPlayer(page: Page, language: Language) {
  const names = NAMES[language];
  const region = page.getByRole("region", { name: names.region, exact: true });
  const button = (name: string): Locator => region.getByRole("button", { name, exact: true });
  return {
    page,
    names,
    region,
    button,
    question: region.locator("fieldset"),
    title: region.getByRole("heading", { level: 3 }),
  };
}

type Player = ReturnType<typeof createPlayer>;

async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press("Enter");
}

/** Chooses an entry of a list by its arrow keys; the first entry is the invitation. */
async function pick(list: Locator, index: number): Promise<void> {
  await list.focus();
  await list.press("Home");
  for (let i = 0; i <= index; i++) await list.press("ArrowDown");
}

/** Moves a slider to its end for answer 0, else to the real value as near as its steps allow, or to its start. */
async function slide(slider: Locator, index: number, real: number | null): Promise<void> {
  if (index === 0) return slider.press("End");
  await slider.press("Home");
  const of = async (name: string): Promise<number> => Number(await slider.getAttribute(name));
  const [min, max, step] = [await of("min"), await of("max"), await of("step")];
  const leap = Math.max(step, (max - min) / 10); // of Page Up
  const wanted = real ?? min;
  for (let i = 0; i < Math.floor((wanted - min) / leap); i++) await slider.press("PageUp");
  const rest = (wanted - Number(await slider.inputValue())) / step;
  for (let i = 0; i < Math.round(rest); i++) await slider.press("ArrowRight");
}

/** Types 0, or the smallest number, for answer 0, else the real number or the largest one. */
async function type(box: Locator, index: number, real: number | null): Promise<void> {
  const largest = (await box.getAttribute("max")) ?? String(index);
  const smallest = String(Math.max(0, Number(await box.getAttribute("min"))));
  const number = index === 0 ? smallest : String(real ?? largest);
  await expect(async () => {
    await box.press("ControlOrMeta+a"); // a scene that arrives meanwhile draws the question again
    await box.pressSequentially(number);
    expect(await box.inputValue()).toBe(number);
  }).toPass();
}

/** The controls of the open question. Read at once: it can go away for a moment while a model loads. */
function controlsOf({ question }: Player) {
  return question.evaluate((group) => {
    const count = (selector: string): number => group.querySelectorAll(selector).length;
    return {
      options: count("option"),
      boxes: count("input[type=number]"),
      sliders: count("input[type=range]"),
      radios: count("input[type=radio]"),
    };
  });
}

type Controls = Awaited<ReturnType<typeof controlsOf>>;

/** Answers the open question with the answer of this number, or with the real number, by the keyboard alone. */
async function answer(
  { question }: Player,
  { options, boxes, sliders }: Controls,
  index: number,
  real: number | null = null,
): Promise<void> {
  if (options > 0) await pick(question.getByRole("combobox"), index);
  else if (boxes > 0) await type(question.getByRole("spinbutton"), index, real);
  else if (sliders > 0) await slide(question.getByRole("slider"), index, real);
  else {
    const choice = question.getByRole("radio").nth(index);
    await choice.focus();
    await choice.press("Space");
  }
}

/** An act that trains changes the real number each time, less and less. */
const MOST_SLIDES = 6;

/** The answers that are worth a try: those of a list, or the ends and the real one of a number. */
const triesOf = ({ options, radios, sliders }: Controls): number =>
  options > 0 ? options - 1 : sliders > 0 ? MOST_SLIDES : Math.max(2, radios);

/** "Show me"; whether the answer was right. */
async function reveal({ region, button, names }: Player): Promise<boolean> {
  await press(button(names.show));
  const label = region
    .getByRole("status")
    .getByText(new RegExp(`^(${names.right}|${names.wrong})$`));
  await expect(label).toBeVisible();
  return (await label.textContent()) === names.right;
}

/** Leaves the answered step and comes back to it. */
async function again({ button, names, title }: Player, isFirst: boolean): Promise<void> {
  const here = await title.textContent();
  await press(button(isFirst ? names.next : names.back));
  await expect(title).not.toHaveText(here ?? "");
  await press(isFirst ? button(names.back) : button(names.next).or(button(names.skip)).first());
  await expect(title).toHaveText(here ?? "");
}

/** The place of the answer that is marked as the right one, where the question has a list of answers. */
async function markedAnswer({ question }: Player): Promise<number | null> {
  const index = await question.evaluate((group) => {
    const answers = [...group.querySelectorAll("option:not([value='']), label:has(> input)")];
    return answers.findIndex((each) => each.matches("[data-true]"));
  });
  return index === -1 ? null : index;
}

/** The answers to try after the first one: the marked one alone where the first was wrong, else the others in order. */
function othersOf(tries: number, isMarked: boolean, marked: number | null): readonly number[] {
  if (isMarked && marked !== null) return [marked];
  return Array.from({ length: tries - 1 }, (_, i) => i + 1);
}

/** The number that the scale shows as the real one, where the question is about a number. */
async function realNumber({ question }: Player): Promise<number | null> {
  const mark = question.locator("[data-value]");
  return (await mark.count()) > 0 ? Number(await mark.getAttribute("data-value")) : null;
}

/** Answers until one answer was right and one was wrong. */
async function answerBothWays(player: Player, isFirst: boolean): Promise<void> {
  await expect(player.question).toBeVisible();
  await expect(player.button(player.names.next).or(player.button(player.names.end))).toBeHidden();
  const controls = await controlsOf(player);
  const tries = triesOf(controls);
  await answer(player, controls, 0);
  const first = await reveal(player);
  await expectAccessible(player.page, "lesson"); // the whole page at the lesson's end
  let found = first;
  for (const other of othersOf(tries, !first, await markedAnswer(player))) {
    const real = await realNumber(player);
    await again(player, isFirst);
    await expect(player.question).toBeVisible();
    await answer(player, controls, other, first ? null : real);
    found = await reveal(player);
    if (found !== first) break;
  }
  expect(found, "one answer is right and one is wrong").toBe(!first);
}

/**
 * `npm test` plays these, which together have every kind of question; `npm run e2e -- --project=byHand` plays all the
 * others in both languages. `lessons/playLessons.test.ts` plays every verdict of every lesson without a browser.
 */
const IN_TEST: Partial<Record<LessonId, Language>> = {
  readTheMap: "en",
  askTheSource: "ko",
  twoRoads: "en",
  whichAnswer: "ko",
};

for (const language of ["en", "ko"] as const)
  for (const id of LESSON_IDS)
    test(`${id} to its end in ${language}${IN_TEST[id] === language ? "" : " @byHand"}`, async ({
      lab,
      page,
    }) => {
      test.slow();
      const player = createPlayer(page, language);
      const { names, button, question, title, region } = player;
      const hint = region.getByText(names.hint, { exact: true });
      await page.goto(`./?lesson=${id}.1&lang=${language}`);
      await expect(lab.page.locator('[data-place="stats"]')).toContainText("WebAssembly");
      await expect(title).toBeVisible();
      for (let step = 0; step < LESSONS[id].steps; step++) {
        if (step > 0) await expect(title).toBeFocused();
        await expect(question.or(hint)).toBeVisible(); // a question or a goal
        if ((await question.count()) > 0) {
          await answerBothWays(player, step === 0);
          await press(button(names.next).or(button(names.end)));
        } else await press(button(names.skip));
      }
      await expect(title).toHaveText(names.remember);
      await expect(title).toBeFocused();
      await expectAccessible(page);
    });
