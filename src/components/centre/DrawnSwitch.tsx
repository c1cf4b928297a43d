/** What the stage draws: the values of the decode, or the gradients of its loss. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { DRAWN } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { Choice } from "../primitives/Choice";
import { Without } from "../transformer/Without";
import { useHasTransformer } from "../useHasTransformer";

/** A Transformer has only values; a sentence says what else the page does not have for it. */
export function DrawnSwitch(): ReactNode {
  return useHasTransformer() ? <Without /> : <Switch />;
}

function Switch(): ReactNode {
  const { t } = useTranslation("gradients");
  const drawn = useApp(({ view }) => view.drawn);
  return (
    <Choice
      label={t("draws")}
      isLabelHidden
      options={DRAWN}
      value={drawn}
      name={(each) => t(`drawn.${each}`)}
      onChoose={student.draw}
    />
  );
}
