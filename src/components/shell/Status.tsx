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
import { isComparing, laneOf, useApp } from "../../state/store";
import type { LaneId } from "../../workers/protocol";
import { LANE_NAMES, LANES } from "../lanes";
import { lastLoss } from "../../state/slices/losses";
import { INITIAL_RUN, type RunState } from "../../state/slices/run";
import { useFormat, type Format } from "../primitives/useFormat";

/** A message about a run, with the letter of its lane where the page shows two. */
interface Said {
  readonly what: StatusMessage;
  readonly run: RunState;
  readonly name: string | null;
}

interface Announced {
  readonly said: readonly Said[];
  readonly count: number; // the number of announcements so far; as a key it makes React replace even an equal sentence
}

/** How a run ends by itself. Of two runs each does so in its own way; the rest they have in common. */
const ENDINGS: ReadonlySet<StatusMessage> = new Set([
  "target",
  "cap",
  "overfitted",
  "fallen",
  "diverged",
] as const);

/** What to say where a lane has this news: of two lanes that train, of both. */
function sayingOf(what: StatusMessage, lane: LaneId): readonly Said[] {
  const { run } = laneOf(lane);
  const isOfBoth = isComparing(useApp.getState()) && (what === "progress" || ENDINGS.has(what));
  if (!isOfBoth) return lane === LANE ? [{ what, run, name: null }] : [];
  return LANES.flatMap((each): readonly Said[] => {
    const { run: own } = laneOf(each);
    const news = what === "progress" ? what : own.stopReason;
    const isNews = news !== null && (news === "progress" || ENDINGS.has(news));
    return isNews ? [{ what: news, run: own, name: LANE_NAMES[each] }] : [];
  });
}

export function Status() {
  const { t } = useTranslation("app");
  const format = useFormat();
  const [announced, setAnnounced] = useState<Announced | null>(null);
  useEffect(() => {
    const say = (what: StatusMessage | null, lane: LaneId): void => {
      const said = what === null ? [] : sayingOf(what, lane);
      if (said.length > 0) setAnnounced((last) => ({ said, count: (last?.count ?? 0) + 1 }));
    };
    // This part loads after the first picture, and the model may be ready before it.
    say(milestoneBetween(INITIAL_RUN, laneOf(LANE).run), LANE);
    const unsubscribe = useApp.subscribe(({ lanes }, before) => {
      for (const lane of LANES) {
        const [now, then] = [lanes[lane]?.run, before.lanes[lane]?.run];
        if (now && then && now !== then) say(milestoneBetween(then, now), lane);
      }
    });
    const timer = setInterval(() => {
      const { run } = laneOf(LANE);
      if (run.status === "training" && run.losses.count > 0) say("progress", LANE);
    }, PROGRESS_EVERY_MS);
    return () => {
      unsubscribe();
      clearInterval(timer);
    };
  }, []);
  return (
    <output className="visually-hidden">
      {announced && (
        <span key={announced.count}>
          {announced.said.map((each) => writeStatus(t, format, each)).join(" ")}
        </span>
      )}
    </output>
  );
}

function writeStatus(t: TFunction, format: Format, { what, run, name }: Said): string {
  const step = format.number(run.step);
  const loss = format.fixed(lastLoss(run.losses)?.loss ?? 0, 2);
  const newest = run.evaluations.at(-1);
  const match = format.percent(newest?.exactMatch ?? 0, 0);
  const parameters = format.number(run.info?.parameters ?? 0);
  const top = format.percent(run.best?.exactMatch ?? 0, 0);
  const text =
    what === "progress" && !newest
      ? t("status.progressLoss", { step, loss })
      : t(`status.${what}`, { step, loss, match, parameters, top });
  return name === null ? text : `${name}: ${text}`;
}
