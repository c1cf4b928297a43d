/** What the tab's run has come to: as the page shows it, and as it lies in the database. */
import type { Locator, Page } from "@playwright/test";

/** The number that the reading "Step" shows. */
export async function stepNumber(step: Locator): Promise<number> {
  return Number((await step.innerText()).replace(/\D/g, ""));
}

/** The step at which this tab's run is kept in the database; null where nothing is. */
export function keptStep(page: Page): Promise<number | null> {
  return page.evaluate(
    () =>
      new Promise<number | null>((resolve, reject) => {
        const opening = indexedDB.open("seq2seq-lab.runs");
        // The page has not made it yet, and is to make it itself: an empty one would be in its way.
        opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
        opening.addEventListener("error", () =>
          opening.error?.name === "AbortError"
            ? resolve(null)
            : reject(new Error("the database does not open")),
        );
        opening.addEventListener("success", () => {
          const db = opening.result;
          const tab = sessionStorage.getItem("seq2seq-lab.tab") ?? "";
          const reading = db.transaction("runs").objectStore("runs").get(tab);
          reading.addEventListener("success", () => {
            db.close();
            const entry = reading.result as { record: { steps: number } } | undefined;
            resolve(entry?.record.steps ?? null);
          });
        });
      }),
  );
}

/** Another name for this tab, as if it had never been open before. */
export function forgetTab(page: Page): Promise<void> {
  return page.evaluate(() => sessionStorage.clear());
}

/** The next evaluation but one after this step: a place to stop at that a run which goes on from there has yet to reach. */
export function stopAfter(step: number): number {
  return 50 * (Math.floor(step / 50) + 2);
}

/** How the page says that training has come to its limit. */
export function stoppedAt(step: number): string {
  return `Stopped at step ${step.toLocaleString("en-US")} `;
}

/** Step, loss and shares of every evaluation, as the table has them. */
export async function tableOf(training: Locator): Promise<string[]> {
  await training.getByText("The numbers as a table").click();
  const table = training.getByRole("table", { name: "Evaluations by training step" });
  return (await table.getByRole("row").allInnerTexts()).map((row) => row.replace(/\s+/g, " "));
}
