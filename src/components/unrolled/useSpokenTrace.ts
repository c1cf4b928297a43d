/** The trace that assistive technology reads. During training it changes only every few seconds, so that a user can listen. */
import { useLayoutEffect, useRef, useState } from "react";
import type { Trace } from "../../engine/results/trace";

const SELDOM_MS = 8000;

/** Whether two traces have the same source, token by token. */
function isSameSource(a: Trace, b: Trace): boolean {
  return (
    a.shape.attention === b.shape.attention &&
    a.source.length === b.source.length &&
    a.source.every(({ text }, s) => text === b.source[s]?.text)
  );
}

/**
 * The trace that accessible names describe: the shown trace, or during training a trace that is a few seconds old.
 * @param isTraining whether the trace is replaced several times a second
 */
export function useSpokenTrace(trace: Trace, isTraining: boolean): Trace {
  const latest = useRef(trace);
  const [held, setHeld] = useState(trace);
  useLayoutEffect(() => {
    latest.current = trace;
  }, [trace]);
  useLayoutEffect(() => {
    if (!isTraining) return undefined;
    const hold = (): void => setHeld(latest.current);
    hold();
    const timer = setInterval(hold, SELDOM_MS);
    return () => clearInterval(timer);
  }, [isTraining]);
  return isTraining && isSameSource(held, trace) ? held : trace;
}
