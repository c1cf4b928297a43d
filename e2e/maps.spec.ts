/** The attention over time: maps of earlier updates, the replay, and the curves, by keyboard and on a phone in Korean. */
import { expect, expectAccessible, test } from "./fixtures";

test("a student trains, opens an earlier map by keyboard and replays the training", async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open("?hidden=8&steps=100&theme=dark");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 100");
  await lab.training.getByRole("button", { name: "Maps" }).press("Enter");
  const maps = lab.place("maps");
  const map = (update: number) => maps.getByRole("button", { name: new RegExp(`^Update ${update}, entropy [0-9.]+ nats`) }); // prettier-ignore
  await expect(map(100)).toHaveAttribute("aria-current", "true");
  await map(50).press("Enter");
  await expect(page.getByText("You see update 50, not the present model")).toBeVisible();
  await expect(map(50)).toHaveAttribute("aria-current", "true");
  await maps.getByRole("radio", { name: "Exact match" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(lab.timeline).toHaveAttribute(
    "aria-valuetext",
    /^update 50: loss \S+, entropy [0-9.]+ of [0-9.]+ nats/,
  );
  await expect(page).toHaveURL(/curves=attention/);
  await expectAccessible(page, "training");
  await lab.backToNow.click();
  await maps.getByRole("button", { name: "Replay" }).press("Enter");
  await expect(page.getByText("You see update 50, not the present model")).toBeVisible();
  await expect(map(100)).toHaveAttribute("aria-current", "true");
  await expect(maps.getByRole("button", { name: "Replay" })).toBeVisible();
});

test("with less motion the replay goes map by map", async ({ lab }) => {
  const { page } = lab;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lab.open("?hidden=8&steps=50&open=maps");
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 50");
  const next = lab.place("maps").getByRole("button", { name: "Next map" });
  await next.click();
  await expect(page.getByText("You see update 0, not the present model")).toBeVisible();
  await next.click();
  await expect(page.getByText("You see update 0, not the present model")).toBeHidden();
});

test("on a phone in Korean the maps stand under the curves", async ({ lab }) => {
  const { page } = lab;
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open("?lang=ko&open=maps");
  await page.getByRole("navigation").getByRole("button", { name: "학습", exact: true }).click();
  await expect(lab.place("maps")).toContainText("이 모델에는 이전 가중치가 없습니다.");
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
  await expectAccessible(page);
});
