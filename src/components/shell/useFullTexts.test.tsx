import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useFullTexts } from "./useFullTexts";

const TEXT = "a long text";

afterEach(cleanup);

function Place({ title }: { readonly title?: string }) {
  useFullTexts();
  return (
    <p title={title} style={{ textOverflow: "ellipsis" }}>
      <span>{TEXT}</span>
    </p>
  );
}

/** Gives the paragraph so much text and so much room. */
function measure({ text, room }: { readonly text: number; readonly room: number }): HTMLElement {
  const place = screen.getByText(TEXT).parentElement;
  if (!place) throw new Error("expected a paragraph");
  Object.defineProperties(place, {
    scrollWidth: { value: text, configurable: true },
    clientWidth: { value: room, configurable: true },
  });
  fireEvent.pointerOver(screen.getByText(TEXT));
  return place;
}

it("a text that is cut off has a hint with all of it under the pointer, as long as it is cut off", () => {
  render(<Place />);
  expect(measure({ text: 90, room: 100 }).title).toBe("");
  expect(measure({ text: 120, room: 100 }).title).toBe(TEXT);
  expect(measure({ text: 90, room: 100 }).hasAttribute("title")).toBe(false);
});

it("a hint of the page's own stays", () => {
  render(<Place title="more about it" />);
  expect(measure({ text: 120, room: 100 }).title).toBe("more about it");
});
