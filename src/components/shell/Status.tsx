/** The page's one polite live region: it announces the progress of training at a pace that suits listening. */
import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import {
  milestoneBetween,
  PROGRESS_EVERY_MS,
  type StatusMessage,
} from "../../state/slices/milestones";
import { LANE } from "../../state/slices/lane";
import { laneOf, useApp } from "../../state/store";
import { lastLoss } from "../../state/slices/losses";
import { INITIAL_RUN, type RunState } from "../../state/slices/run";
import { useFormat, type Format } from "../primitives/useFormat";

interface Announced {
  readonly what: StatusMessage;
  readonly run: RunState;
  readonly count: number; // the number of announcements so far; as a key it makes React replace even an equal sentence
}

export function Status() {
  const { t } = useTranslation("app");
  const format = useFormat();
  const [announced, setAnnounced] = useState<Announced | null>(null);
  useEffect(() => {
    const say = (what: StatusMessage, run: RunState): void =>
      setAnnounced((last) => ({ what, run, count: (last?.count ?? 0) + 1 }));
    // This part loads after the first picture, and the model may be ready before it.
    const missed = milestoneBetween(INITIAL_RUN, laneOf(LANE).run);
    if (missed !== null) say(missed, laneOf(LANE).run);
    const unsubscribe = useApp.subscribe(({ lanes }, before) => {
      const { run } = lanes[LANE];
      const what = milestoneBetween(before.lanes[LANE].run, run);
      if (what !== null) say(what, run);
    });
    const timer = setInterval(() => {
      const { run } = laneOf(LANE);
      if (run.status === "training" && run.losses.count > 0) say("progress", run);
    }, PROGRESS_EVERY_MS);
    return () => {
      unsubscribe();
      clearInterval(timer);
    };
  }, []);
  return (
    <output className="visually-hidden">
      {announced && <span key={announced.count}>{writeStatus(t, format, announced)}</span>}
    </output>
  );
}

function writeStatus(t: TFunction, format: Format, { what, run }: Announced): string {
  const step = format.number(run.step);
  const loss = format.fixed(lastLoss(run.losses)?.loss ?? 0, 2);
  const newest = run.evaluations.at(-1);
  const match = format.percent(newest?.exactMatch ?? 0, 0);
  const parameters = format.number(run.info?.parameters ?? 0);
  if (what === "progress" && !newest) return t("status.progressLoss", { step, loss });
  return t(`status.${what}`, { step, loss, match, parameters });
}
