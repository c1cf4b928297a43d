/** The walk through one update, in the place of the stage. It loads when a walk begins, with its texts. */
import { use, type ReactNode } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useApp } from "../../state/store";
import { Walk } from "./Walk";

export function Slowly(): ReactNode {
  use(
    lateTexts(
      "slowly",
      useApp(({ view }) => view.language),
    ),
  );
  return <Walk />;
}
