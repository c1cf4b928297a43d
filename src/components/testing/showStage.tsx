/** Renders the whole stage: its picture at once, and the buttons at its foot, which load after it. */
import { screen } from "@testing-library/react";
import type { Trace } from "../../engine/results/trace";
import { Stage } from "../player/Stage";
import { type Shown, showTrace } from "./showTrace";

/** Renders the stage and waits for its foot, which loads after the first picture. */
export async function showStage(trace: Trace): Promise<Shown> {
  const shown = await showTrace(<Stage />, trace);
  await screen.findByRole("button", { name: "Play" });
  return shown;
}
