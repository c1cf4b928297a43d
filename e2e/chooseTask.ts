/** The choice of a task on an open page. */
import { expect, type Lab } from "./fixtures";

/** Chooses a task in the tab "Data", which must be open, and waits until the task's own model has answered. */
export async function chooseTask(lab: Lab, task: string): Promise<void> {
  if ((await lab.task.inputValue()) === task) return;
  await lab.task.selectOption(task);
  // The page may draw a task's first example without the worker. Of two changes, the second one is the worker's.
  for (let i = 0; i < 2; i++) {
    const before = await lab.source.inputValue();
    await lab.anotherExample.click();
    await expect(lab.source).not.toHaveValue(before);
  }
  await expect(lab.decoding).toContainText(/\d of \d+ tokens/);
}
