/** The whole set-up for component tests, and the ways to its controls. */
import { act, fireEvent, screen } from "@testing-library/react";
import { DataTab } from "../setup/DataTab";
import { ModelNote } from "../setup/ModelNote";
import { ModelTab } from "../setup/ModelTab";
import { TrainingSettings } from "../setup/TrainingSettings";
import { type Page, showPage } from "./page";

/** Renders every setting. */
export function showSettings(options?: Parameters<typeof showPage>[1]): Promise<Page> {
  const settings = (
    <>
      <DataTab />
      <ModelTab />
      <TrainingSettings />
      <ModelNote />
    </>
  );
  return showPage(settings, options);
}

/** The browser's events when the student releases a slider: an input event, then the native change event. */
export function slideTo(name: string, value: number): void {
  const slider = screen.getByRole("slider", { name });
  fireEvent.input(slider, { target: { value: String(value) } });
  act(() => {
    slider.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** Opens every group and disclosure. */
export function unfold(name: string): void {
  const details = screen.getByText(name).closest("details");
  act(() => {
    if (details) details.open = true;
    details?.dispatchEvent(new Event("toggle"));
  });
}

export function select(name: string): HTMLSelectElement {
  return screen.getByRole<HTMLSelectElement>("combobox", { name });
}

export function option(name: string): HTMLOptionElement {
  return screen.getByRole<HTMLOptionElement>("option", { name });
}

/** The accessible description of a control. */
export function descriptionOf(control: HTMLElement): string {
  const ids = control.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
}
