/** The screen reader's announcement of decoding: each manual step, and the whole answer after playback or a new decode. */
import { useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Op } from "../../engine/results/operation";
import { isSameExample } from "../../engine/show";
import { selectorOf } from "../../places";
import { EOS } from "../../engine/text/tokens";
import { isOfLesson } from "../../state/slices/actLog";
import { isAsked } from "../../state/slices/requests";
import { hasTrainingRows } from "../../state/slices/run";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { largestColumn } from "../../vis/facts/aligned";
import { joinerOf, judge, withoutEos } from "../../vis/facts/judgedTokens";
import { opsOf, shownOperation } from "../../vis/tex/operations";
import { useScore } from "../output/useScore";
import { useOpName } from "../step/useOpName";
import type { Shown } from "../unrolled/shown";
import { useTokenName } from "../unrolled/useTokenName";
import { useFormat } from "../primitives/useFormat";
import { decodingKey } from "./decodingKey";
import { exampleKey } from "./exampleKey";
import { useSourceNote } from "./useSourceNote";

type WriteSentence = (shown: Shown) => string;

/** How the decode ends, if the shown step is its last. */
function useEnding(): WriteSentence {
  const { t } = useTranslation("player");
  const score = useScore();
  return ({ trace, index, step }) => {
    if (index < trace.steps.length - 1) return "";
    const end = step.chosen.id === EOS ? t("ended") : "";
    const limit = trace.ending === "limit" ? t("noEosMeaning") : "";
    return [end, limit, score(trace, index)].filter(Boolean).join(", ");
  };
}

/** One step: the output token, whether it is right, and the token with the largest weight. */
function useStepSentence(): WriteSentence {
  const { t } = useTranslation("player");
  const format = useFormat();
  const name = useTokenName();
  const ending = useEnding();
  return (shown) => {
    const { trace, index, step } = shown;
    const mark = judge(trace)[index]?.mark ?? "open";
    const weights = step.attention?.weights;
    const column = weights ? largestColumn(weights) : 0;
    const source = trace.source[column];
    const looked =
      weights && source
        ? t("announce.looked", {
            share: format.percent(weights[column] ?? 0, 0),
            source: name(source),
          })
        : "";
    const said = t("announce.step", { step: index + 1, token: name(step.chosen) });
    const judged = mark === "open" ? "" : t(`announce.${mark}`);
    return [said, judged, looked, ending(shown)].filter(Boolean).join(", ");
  };
}

/** The whole answer. */
function useAnswerSentence(): WriteSentence {
  const { t } = useTranslation("player");
  const ending = useEnding();
  const noteOf = useSourceNote();
  return (shown) => {
    const said = withoutEos(judge(shown.trace), shown.index).map(({ token }) => token);
    const text = said.map((token) => token.text).join(joinerOf(shown.trace.task.targetUnit));
    const answer = [t("announce.answer", { text }), ending(shown)].filter(Boolean).join(", ");
    const note = noteOf(shown.trace);
    return note === null ? answer : `${answer}. ${note}`;
  };
}

/** The operation that the student walks to. */
function useOperationSentence({ trace }: Shown): WriteSentence {
  const { t } = useTranslation("player");
  const name = useOpName(trace.shape);
  const chosen = useApp(({ view }) => view.operation);
  return ({ index }) => {
    const ops = opsOf(trace);
    const op = shownOperation(trace, chosen);
    const place = { index: ops.indexOf(op) + 1, count: ops.length };
    return t("announce.operation", { step: index + 1, ...place, name: name(op) });
  };
}

/** The state whose changes by the student cause an announcement; training changes none of it. */
interface AnnouncedState {
  readonly example: string;
  readonly step: number; // as requested
  readonly operation: Op;
  readonly forced: boolean;
  readonly decoding: string;
  readonly playing: boolean;
}

function useAnnouncedState({ trace }: Shown): AnnouncedState {
  const example = useLane((lane) => exampleKey(lane.run.trace?.show.example ?? null));
  const step = useApp((state) => state.view.step);
  const operation = useApp((state) => state.view.operation);
  const playing = useApp((state) => state.view.playing);
  const decoding = decodingKey(trace.decoding);
  const wanted = useApp((state) => state.view.show);
  const isForTraining = useLane(({ run }) => hasTrainingRows(run, wanted));
  const forced = trace.show.feeding === "truth" && !isForTraining;
  return { example, step, operation, forced, decoding, playing };
}

/** Whether the page has requested another example than the shown one and still waits for it. */
function useIsWaiting(): boolean {
  const wanted = useApp(({ view }) => view.show.example);
  const isPending = useApp(({ requests }) => isAsked(requests, "show", "configure", "usePairs"));
  const isShown = useLane(({ run: { trace } }) =>
    Boolean(trace && isSameExample(trace.show.example, wanted)),
  );
  return isPending && !isShown;
}

function isInMap(): boolean {
  return Boolean(document.activeElement?.closest("[role=grid]")); // its cells have their own names
}

/** The inspector's own controls say their operation. */
function isInInspector(): boolean {
  return Boolean(document.activeElement?.closest(selectorOf("inspector")));
}

/** What to announce after a change of state; null for silence. */
function announcementKind(
  before: AnnouncedState,
  now: AnnouncedState,
  isLast: boolean,
): "answer" | "step" | "operation" | null {
  if (now.playing) return null;
  const isOtherDecode = before.forced !== now.forced || before.decoding !== now.decoding;
  if (before.example !== now.example || isOtherDecode) return "answer";
  if (before.playing && isLast) return "answer";
  if (isInMap() || isOfLesson(useApp.getState().acts.at(-1))) return null; // the lesson says it in its own words
  if (before.operation === now.operation) return "step";
  return isInInspector() ? null : "operation";
}

function useAnnouncement(shown: Shown): string {
  const state = useAnnouncedState(shown);
  const isWaiting = useIsWaiting();
  const sentence = {
    step: useStepSentence(),
    answer: useAnswerSentence(),
    operation: useOperationSentence(shown),
  };
  const [announced, setAnnounced] = useState({ state, text: "" });
  const before = announced.state;
  const isSame =
    before.example === state.example &&
    before.step === state.step &&
    before.operation === state.operation &&
    before.forced === state.forced &&
    before.decoding === state.decoding &&
    before.playing === state.playing;
  if (!isWaiting && !isSame) {
    const kind = announcementKind(before, state, shown.index === shown.trace.steps.length - 1);
    setAnnounced({ state, text: kind ? sentence[kind](shown) : announced.text });
  }
  return announced.text;
}

interface AnnouncementProps extends Shown {
  /** The name of the model, where there are two. */
  readonly name?: string;
}

export function Announcement({ name, ...shown }: AnnouncementProps): ReactNode {
  const text = useAnnouncement(shown);
  const named = name === undefined || text === "" ? text : `${name}: ${text}`;
  return <output className="visually-hidden">{named}</output>;
}
