/** Carries out the act of a step as the lesson, and shows the answer once it has happened, whoever did it. */
import { useEffect, useRef } from "react";
import type { Act, Call, PredictStep } from "../../lessons/lesson";
import { lesson } from "../../state/actions/acts";
import type { LessonNow } from "../../state/slices/lessonNow";
import { isBehind } from "../../state/slices/sceneArrival";
import { useApp } from "../../state/store";
import { useFacts } from "./useFacts";

type Acts = typeof lesson;

/** Any act with its arguments. Each call of a lesson is one, so an act that changes does not compile here. */
type ActCall = { [Name in keyof Acts]: readonly [Name, ...Parameters<Acts[Name]>] }[keyof Acts];

async function make([name, ...args]: ActCall): Promise<void> {
  const act = lesson[name] as (...args: readonly unknown[]) => unknown;
  await act(...args);
}

/** Waits until the stage has what the page has asked for; false: the student has stopped the act or left it. */
function arrival(): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (state: ReturnType<typeof useApp.getState>): boolean => {
      const { isActing, isRevealed } = state.lesson;
      if (isActing && isBehind(state)) return false;
      resolve(isActing || isRevealed);
      return true;
    };
    if (look(useApp.getState())) return;
    const stop = useApp.subscribe((state) => {
      if (look(state)) stop();
    });
  });
}

/** One after the other: each call is about what the call before has brought. */
async function makeAll(calls: readonly Call[]): Promise<void> {
  for (const call of calls) {
    if (!(await arrival())) return;
    await make(call);
  }
}

/** Makes the calls once for each time that the lesson begins the act. */
function useCalls({ before, question, isActing }: LessonNow, act: Act | undefined): void {
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!isActing) hasBegun.current = false;
    if (!isActing || hasBegun.current || !act || !before || !question) return;
    hasBegun.current = true;
    void makeAll(act.calls(before, question));
  }, [isActing, act, before, question]);
}

export function useAct(now: LessonNow, { act }: PredictStep): void {
  const facts = useFacts();
  const { before, question, isRevealed } = now;
  useCalls(now, act);
  const isWaiting = useApp(isBehind);
  const isOpen = act && facts && before && question && !isRevealed && !isWaiting;
  const isDone = isOpen ? act.isDone(facts, before, question) : false;
  useEffect(() => {
    if (isDone) void lesson.reveal();
  }, [isDone]);
}
