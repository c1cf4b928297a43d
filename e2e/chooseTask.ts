/** The choice of a task on an open page. */
import { expect, type Lab } from "./fixtures";

/** Chooses a task in the tab "Data", which must be open, and waits until the task's own model has answered. */
export async function chooseTask(lab: Lab, task: string): Promise<void> {
  if ((await lab.task.inputValue()) === task) return;
  const before = await lab.source.inputValue();
  await lab.task.selectOption(task);
  await expect(lab.source).not.toHaveValue(before);
  const first = await lab.source.inputValue();
  await lab.anotherExample.click(); // the page may have drawn the first one without the worker
  await expect(lab.source).not.toHaveValue(first);
  await expect(lab.decoding).toContainText(/tokens right/);
}
