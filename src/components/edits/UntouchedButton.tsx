/** Shows the decode without the edits: while the button or the key is held, or until the next press. */
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { selectorOf } from "../../places";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { IconButton } from "./IconButton";
import { EyeIcon } from "./icons";

const HOLD = 350; // ms; a shorter press switches
const KEY = "u";

const show = (isUntouched: boolean): void => student.showUntouched(isUntouched);

/** Parts whose own keys letters are. */
const TYPES =
  "input, select, textarea, [contenteditable], [role=menu], [role=dialog], [role=listbox]";

/** A letter is a key of the stage and of the edits only while one of them has the focus (WCAG 2.1.4). */
function isForStage({
  target,
  key,
  altKey,
  ctrlKey,
  metaKey,
  isComposing,
}: KeyboardEvent): boolean {
  if (key.toLowerCase() !== KEY || altKey || ctrlKey || metaKey || isComposing) return false;
  if (!(target instanceof Element) || target.closest(TYPES)) return false;
  return target.closest(`${selectorOf("stage")}, ${selectorOf("edits")}`) !== null;
}

/** While the key is down, the stage shows the untouched decode. */
function useHeldKey(): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let isHeld = false;
    const release = (): void => {
      if (isHeld) show(false);
      isHeld = false;
    };
    const onDown = (event: KeyboardEvent): void => {
      if (event.repeat || !isForStage(event)) return;
      isHeld = true;
      show(true);
    };
    document.addEventListener("keydown", onDown, { signal });
    document.addEventListener("keyup", ({ key }) => key.toLowerCase() === KEY && release(), {
      signal,
    });
    window.addEventListener("blur", release, { signal }); // the release of the key goes to another window
    return () => {
      stop.abort();
      show(false); // the last edit is gone
    };
  }, []);
}

export function UntouchedButton({ isIcon }: { readonly isIcon: boolean }): ReactNode {
  const { t } = useTranslation("edits");
  const isUntouched = useApp(({ view }) => view.showsUntouched);
  const pressed = useRef<{ readonly at: number; readonly was: boolean } | null>(null);
  useHeldKey();
  return (
    <IconButton
      label={t("untouched")}
      icon={isIcon ? <EyeIcon /> : t("untouched")}
      aria-pressed={isUntouched}
      aria-keyshortcuts={KEY}
      onPointerDown={({ timeStamp, button }) => {
        if (button !== 0) return;
        pressed.current = { at: timeStamp, was: isUntouched };
        show(true);
      }}
      onPointerCancel={() => show(false)}
      onClick={({ timeStamp }) => {
        const press = pressed.current;
        pressed.current = null;
        const isHold = press !== null && timeStamp - press.at > HOLD;
        show(!isHold && !(press?.was ?? isUntouched));
      }}
    />
  );
}
