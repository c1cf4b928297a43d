/** Renders a part of the page with a synthetic trace and a list of requests instead of a worker. */
import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Trace } from "../../engine/results/trace";
import { startI18n } from "../../i18n/i18n";
import { initialise } from "../../state/actions/initialise";
import { connect } from "../../state/actions/startup";
import { useApp } from "../../state/store";
import { showBakedTrace } from "../../state/effects/bakedTrace";
import { ShownNumbers } from "../player/ShownNumbers";
import type { Command } from "../../workers/protocol";

export interface Shown {
  /** The requests to the worker since then. */
  readonly sent: Command[];
}

/** Renders `part` in English on a stage 700 pixels wide. */
export async function showTrace(part: ReactNode, trace: Trace): Promise<Shown> {
  await startI18n("en");
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(700);
  const sent: Command[] = [];
  initialise(DEFAULT_CONFIG, {});
  connect(({ command }) => sent.push(command));
  showBakedTrace({ config: DEFAULT_CONFIG, trace });
  // A part whose texts are loaded suspends for a moment; React goes on with it only in an awaited act.
  await act(async () => void render(<ShownNumbers>{part}</ShownNumbers>));
  return { sent };
}

/** The selected pair in the store. */
export function selection(): { readonly step: number; readonly column: number | null } {
  const { step, column } = useApp.getState().view;
  return { step, column };
}
