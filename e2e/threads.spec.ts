/** Training steps that several threads share, in a page that the server isolates, and in one that it does not. */
import { expect, test } from "./fixtures";

const SMALL = "?hidden=16&embedding=8&batch=16&target=1";

test("threads train", async ({ lab }) => {
  await lab.open(`${SMALL}&backend=threads&steps=100`);
  await expect(lab.backend).toHaveText(/^WebAssembly, \d threads, as the link asks$/);
  await expect(lab.step).toHaveText("0");
  await lab.train.click();
  await expect(lab.training).toContainText("Stopped at step 100");
});
