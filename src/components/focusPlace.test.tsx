import { afterEach, expect, test } from "vitest";
import { focusPlace } from "./focusPlace";

afterEach(() => document.body.replaceChildren());

test("without any place a tab of the main part takes the focus, since the header can go", () => {
  document.body.innerHTML = `
    <header><button role="tab" aria-selected="true">Lab</button></header>
    <main><button role="tab" aria-selected="true">Results</button></main>`;
  focusPlace("stage");
  expect(document.activeElement?.textContent).toBe("Results");
});
