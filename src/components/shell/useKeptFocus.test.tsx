import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { useKeptFocus } from "./useKeptFocus";

afterEach(cleanup);

function Page() {
  useKeptFocus();
  const [has, setHas] = useState({ button: true, part: true });
  return (
    <>
      <div id="stage" tabIndex={-1} />
      {has.part && (
        <section tabIndex={-1} aria-label="part">
          {has.button && (
            <button
              type="button"
              onClick={() => setHas({ button: false, part: true })}
              aria-label="own"
            />
          )}
          <button
            type="button"
            onClick={() => setHas({ button: false, part: false })}
            aria-label="whole"
          />
        </section>
      )}
      <button
        type="button"
        onClick={() => setTimeout(() => setHas({ button: false, part: true }))}
        aria-label="other"
      />
    </>
  );
}

const press = (name: string): Promise<void> =>
  userEvent.click(screen.getByRole("button", { name }));

it("the part around a button that goes away takes its focus", async () => {
  render(<Page />);
  await press("own");
  const part = screen.getByRole("region");
  await waitFor(() => expect(document.activeElement).toBe(part));
});

it("the stage takes the focus where the whole part goes away", async () => {
  render(<Page />);
  await press("whole");
  await waitFor(() => expect(document.activeElement?.id).toBe("stage"));
});

it("a focus that the student has left stays away", async () => {
  render(<Page />);
  const own = screen.getByRole("button", { name: "own" });
  own.focus();
  own.blur();
  await frames();
  screen.getByRole("button", { name: "other" }).click(); // without taking the focus
  await waitFor(() => expect(own.isConnected).toBe(false));
  await frames();
  expect(document.activeElement).toBe(document.body);
});

async function frames(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
}
