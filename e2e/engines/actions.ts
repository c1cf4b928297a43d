/** Input as WebDriver describes it: the same in its classic form and in BiDi (https://www.w3.org/TR/webdriver2/#actions). */
import type { Point } from "../../fuzz/driver";

type Action = Readonly<Record<string, string | number>>;

export interface Source {
  readonly type: "key" | "pointer";
  readonly id: string;
  readonly actions: readonly Action[];
}

/** Keys that no visible character names, as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
  Space: " ",
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Insert: "\uE016",
  Delete: "\uE017",
  F8: "\uE038",
  F10: "\uE03A",
  Meta: "\uE03D",
};

const keyboard = (actions: readonly Action[]): Source => ({ type: "key", id: "keyboard", actions });

const mouse = (actions: readonly Action[]): Source => ({ type: "pointer", id: "mouse", actions });

const down = (value: string): Action => ({ type: "keyDown", value });
const up = (value: string): Action => ({ type: "keyUp", value });

/** One key with its modifiers, as in "Shift+Tab". */
export function pressed(key: string): Source {
  const names = key === "+" ? ["+"] : key.split("+");
  const values = names.map((name) => KEYS[name] ?? name);
  return keyboard([...values.map(down), ...values.toReversed().map(up)]);
}

export function typed(text: string): Source {
  return keyboard([...text].flatMap((character) => [down(character), up(character)]));
}

const moved = ({ x, y }: Point): Action => ({
  type: "pointerMove",
  x: Math.round(x),
  y: Math.round(y),
  duration: 0,
});

export function clicked(at: Point): Source {
  return mouse([moved(at), { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }]);
}

export function dragged(from: Point, to: Point): Source {
  const between = [0.25, 0.5, 0.75, 1].map((part) =>
    moved({ x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) }),
  );
  return mouse([
    moved(from),
    { type: "pointerDown", button: 0 },
    ...between,
    { type: "pointerUp", button: 0 },
  ]);
}
