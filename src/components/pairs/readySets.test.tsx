/** A ready set whose grammar does not load: the dialog says so. */
import { act, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { showPage } from "../testing/page";
import { ReadySets } from "./ReadySets";
import type { Draft } from "./useDraft";

vi.mock("../../engine/corpus/ready/readySets", () => {
  throw new TypeError("no network");
});

it("says what to do when a ready set does not load", async () => {
  const giveFiles = vi.fn<Draft["giveFiles"]>();
  await act(() => showPage(<ReadySets draft={{ giveFiles } as unknown as Draft} />));
  await userEvent.click(await screen.findByRole("button", { name: "Korean to English" }));
  await vi.waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/connection/));
  expect(giveFiles).not.toHaveBeenCalled();
});
