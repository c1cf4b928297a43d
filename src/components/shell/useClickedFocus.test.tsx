import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useClickedFocus } from "./useClickedFocus";

afterEach(cleanup);

function Page() {
  useClickedFocus();
  return (
    <>
      <section tabIndex={-1} aria-label="part">
        <button type="button" aria-label="own" />
        <hr aria-label="line" />
      </section>
      <input aria-label="field" />
    </>
  );
}

const own = (): HTMLElement => screen.getByRole("button", { name: "own" });

/** A click in a browser that gives a button no focus. */
const click = (element: HTMLElement): boolean => fireEvent.click(element, { detail: 1 });

it("a clicked button takes the focus from nothing, and from the part around it", () => {
  render(<Page />);
  click(own());
  expect(document.activeElement).toBe(own());
  screen.getByRole("region").focus();
  click(own());
  expect(document.activeElement).toBe(own());
});

it("a focus elsewhere stays, and a text or a click by script takes none", () => {
  render(<Page />);
  own().click();
  click(screen.getByRole("separator"));
  expect(document.activeElement).toBe(document.body);
  const field = screen.getByRole("textbox", { name: "field" });
  field.focus();
  click(own());
  expect(document.activeElement).toBe(field);
});
