/** The progress of the tab's run, on the page and in the database. */
import type { Locator, Page } from "@playwright/test";
import type { Lab } from "./fixtures";

interface Evaluator {
  evaluate<T, A>(read: (argument: A) => Promise<T>, argument: A): Promise<T>;
}

/** The value of "Update" as a number. */
export async function stepNumber(step: Locator): Promise<number> {
  return Number((await step.innerText()).replace(/\D/g, ""));
}

/**
 * The step of this tab's run in the database; null without a saved run.
 * @param kind of a network alone; by default the run is that of the whole network
 */
export function keptStep(
  page: Evaluator,
  kind?: "classifier" | "generator",
): Promise<number | null> {
  return page.evaluate(
    (part) =>
      new Promise<number | null>((resolve, reject) => {
        const opening = indexedDB.open("seq2seq-lab.runs");
        // The page has not created the database yet. An empty one would block the page, so abort.
        opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
        opening.addEventListener("error", () =>
          opening.error?.name === "AbortError"
            ? resolve(null)
            : reject(new Error("savedRun: cannot open the database")),
        );
        opening.addEventListener("success", () => {
          const db = opening.result;
          const tab = sessionStorage.getItem("seq2seq-lab.tab") ?? "";
          const key = part ? `${tab}/${part}` : tab;
          const reading = db.transaction("runs").objectStore("runs").get(key);
          reading.addEventListener("success", () => {
            db.close();
            const entry = reading.result as { record: { steps: number } } | undefined;
            resolve(entry?.record.steps ?? null);
          });
        });
      }),
    kind,
  );
}

/** Clears the tab's name, so the page treats it as a new tab. */
export function forgetTab(page: Page): Promise<void> {
  return page.evaluate(() => sessionStorage.clear());
}

/** The step of the second evaluation after this step: a stop that the continued run has not reached. */
export function stopAfter(step: number): number {
  return 50 * (Math.floor(step / 50) + 2);
}

/** The page's note that training has ended at its limit of updates. */
export function stoppedAt(step: number): RegExp {
  const next = "2 per second"; // the first speed stands behind it
  return new RegExp(`Limit: update ${step.toLocaleString("en-US")}(?:${next}|(?![\\d,]))`);
}

/** The rows of the table of evaluations, in the tab "Training". */
export async function tableOf(lab: Lab): Promise<string[]> {
  await lab.openTab("Training");
  await lab.place("training-tab").getByText("The numbers as a table").click();
  const table = lab.page.getByRole("table", { name: "Evaluations by update" });
  return (await table.getByRole("row").allInnerTexts()).map((row) => row.replace(/\s+/g, " "));
}
