/** Takes the focus that a pressed button has lost with itself. The next tab stop is the first one behind it. */
import { useEffect, useRef } from "react";

export function FocusHere() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return <span ref={place} className="visually-hidden" tabIndex={-1} />;
}
