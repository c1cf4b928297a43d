/** Renders a part of the page with two lanes that a test sets by hand, in mode Compare. */
import { act, render, type RenderResult } from "@testing-library/react";
import { Suspense, type ReactNode } from "react";
import { vi } from "vitest";
import { changeLanguage, startI18n } from "../../i18n/i18n";
import { lateTexts } from "../../i18n/lateTexts";
import type { Language } from "../../languages";
import type { Trace } from "../../engine/results/trace";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { initialise } from "../../state/actions/initialise";
import { connect } from "../../state/actions/startup";
import { INITIAL_LANE, type Lane } from "../../state/slices/lane";
import { INITIAL_RUN, type RunState } from "../../state/slices/run";
import { setLane, useApp } from "../../state/store";
import { readyWith } from "../../state/testing/events";
import type { LaneId, Request } from "../../workers/protocol";
import { ShownNumbers } from "../player/ShownNumbers";

export interface LaneOptions {
  readonly trace?: Trace;
  readonly config?: Partial<Config>;
  readonly run?: Partial<RunState>;
}

export type PairOptions = Readonly<Record<LaneId, LaneOptions>> & { readonly language?: Language };

function laneWith({ trace, config, run }: LaneOptions): Lane {
  const settings = { ...DEFAULT_CONFIG, ...config };
  return {
    ...INITIAL_LANE,
    config: settings,
    run: {
      ...INITIAL_RUN,
      status: "idle",
      info: readyWith({ config: settings }).info,
      trace: trace ?? null,
      ...run,
    },
  };
}

/** On stages 480 pixels wide. The requests to the worker are in `sent`. */
export async function showPair(
  part: ReactNode,
  { a, b, language = "en" }: PairOptions,
): Promise<RenderResult & { readonly sent: Request[] }> {
  await startI18n(language);
  await changeLanguage(language);
  await lateTexts("compare", language);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(480);
  const sent: Request[] = [];
  initialise({ ...DEFAULT_CONFIG, ...a.config }, { mode: "compare", language });
  connect((request) => sent.push(request));
  useApp.setState({ lanes: { a: laneWith(a), b: laneWith(b) } });
  const shown = await act(async () =>
    render(
      <Suspense fallback={null}>
        <ShownNumbers>{part}</ShownNumbers>
      </Suspense>,
    ),
  );
  return { ...shown, sent };
}

/** Changes the run of a lane. */
export function changeRun(lane: LaneId, run: Partial<RunState>): void {
  act(() =>
    setLane(lane, { run: { ...(useApp.getState().lanes[lane] ?? INITIAL_LANE).run, ...run } }),
  );
}
