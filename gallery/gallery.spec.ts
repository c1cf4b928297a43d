/** Compares every figure of the gallery with its screenshot, in both themes. */
import { readdirSync } from "node:fs";
import { expect, type Page, test as base } from "@playwright/test";
import { build, preview } from "vite";

const SCREENSHOTS = new URL("screenshots/", import.meta.url);

const test = base.extend<object, { readonly address: string }>({
  /** Builds and serves the gallery; the value is its address. */
  address: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the required fixtures from this pattern
    async ({}, provide) => {
      const configFile = "gallery/vite.config.ts";
      await build({ configFile });
      const server = await preview({ configFile, preview: { host: "127.0.0.1", port: 0 } });
      await provide(server.resolvedUrls?.local[0] ?? "");
      await server.close();
    },
    { scope: "worker" },
  ],
});

/** Waits for equations, beam, the foot of the two stages and fonts, which load late. @returns the names of the figures */
async function settle(page: Page): Promise<string[]> {
  await expect(page.getByRole("figure", { name: "Beam search" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  const equations = page.getByRole("region", { name: "Equation" });
  for (const equation of await equations.all())
    await expect(equation.locator(".katex")).not.toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  return page
    .locator("[data-figure]")
    .evaluateAll((all) => all.map((figure) => figure.getAttribute("data-figure") ?? ""));
}

test.skip(process.platform !== "linux", "other systems render fonts differently");

for (const theme of ["light", "dark"] as const)
  test(`every figure matches its screenshot in the ${theme} theme`, async ({ page, address }) => {
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`${address}?theme=${theme}`);
    const names = await settle(page);
    for (const name of names) {
      const figure = page.locator(`[data-figure="${name}"]`);
      await expect.soft(figure).toHaveScreenshot([theme, `${name}.png`]);
    }
    const files = readdirSync(new URL(theme, SCREENSHOTS)).map((file) => file.replace(".png", ""));
    expect(files.toSorted(), "one screenshot per figure").toEqual(names.toSorted());
    expect(faults).toEqual([]);
  });
