/** What people type first: common words, capitals, Hangul with any final, and what a task cannot read. */
import { expect, type Lab, test } from "./fixtures";

/** Types a source, which is answered rightly. */
async function expectAnswer(lab: Lab, text: string, answer: string): Promise<void> {
  await lab.source.fill(text);
  await lab.source.press("Enter");
  await expect(lab.output).toContainText(answer);
  await expect(lab.decoding).toContainText(/(\d+) of \1 tokens right/);
}

test("letters are reversed, also capitals, and a refused source says what the task reads", async ({
  lab,
}) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  await expect(lab.exactMatch).toContainText("%");
  await expectAnswer(lab, "hello", "olleh");
  await expectAnswer(lab, "Coffee", "eeffoc");
  await lab.source.fill("abc1");
  await lab.source.press("Enter");
  await expect(lab.decoding.getByRole("alert")).toContainText("‘1’. It reads the letters a to z.");
});

test("Hangul is read as letters and as it sounds, and a refused source says it in Korean, too", async ({
  lab,
}) => {
  await lab.open("?task=hangulLetters");
  await expect(lab.backend).toContainText("WebAssembly");
  await expectAnswer(lab, "닭", "dak"); // any final
  await lab.openTab("Data");
  await lab.task.selectOption("hangulSounds");
  await expect(lab.update).not.toHaveText("0");
  await expectAnswer(lab, "값", "gap");
  await expectAnswer(lab, "맑은 물", "malgeun mul");
  await lab.language.selectOption("ko");
  const decoding = lab.page.getByRole("region", { name: "디코딩", exact: true });
  const source = decoding.getByRole("textbox", { name: "원문" });
  await source.fill("서울2");
  await source.press("Enter");
  await expect(decoding.getByRole("alert")).toContainText(
    "한글 음절과 낱말 사이의 빈칸만 읽습니다.",
  );
});

test("each translation opens on a sentence whose alignment crosses, translated exactly", async ({
  lab,
}) => {
  await lab.open("?task=englishFrench");
  await expect(lab.source).toHaveValue("the girls eat these red apples");
  await expect(lab.output).toHaveText("les filles mangent ces pommes rouges");
  await lab.openTab("Data");
  await lab.task.selectOption("englishKorean");
  await expect(lab.source).toHaveValue("that cat eats a small apple");
  await expect(lab.output).toHaveText("저 고양이 가 작은 사과 를 먹는다");
});
