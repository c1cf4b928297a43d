/** A figure to take away: its preview, its colours, and the buttons that save or copy it. */
import { type ReactNode, useMemo, useState } from "react";
import type { ThemeName } from "../../vis/export/palette";
import { Button } from "../primitives/Button";
import { Choice } from "../primitives/Choice";
import fields from "../primitives/Field.module.css";
import { download } from "../timeline/download";
import { useFileName } from "./fileName";
import type { FigureId } from "./items";
import { PALETTES } from "./palettes";
import { addressOf, copyPicture, toPng } from "./picture";
import styles from "./TakeAway.module.css";
import { useMapFigure, useStageFigure, type WriteFigure } from "./useFigure";
import {
  useBeamFigure,
  useCurvesFigure,
  useFilmFigure,
  useLengthsFigure,
  usePositionsFigure,
} from "./useRunFigure";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

const THEMES = ["light", "dark"] as const satisfies readonly ThemeName[];

interface FigurePaneProps {
  readonly id: FigureId;
  readonly write: WriteFigure;
}

function FigurePane({ id, write }: FigurePaneProps): ReactNode {
  const { t } = useTakeAwayTexts();
  const [theme, setTheme] = useState<ThemeName>("light"); // figures go on paper and slides
  const [hasNumbers, setNumbers] = useState(false);
  const svg = write?.({ palette: PALETTES[theme], hasNumbers });
  const address = useMemo(() => (svg === undefined ? undefined : addressOf(svg)), [svg]);
  if (svg === undefined) return null;
  return (
    <>
      <div className={styles.options}>
        <Choice
          label={t("theme.label")}
          options={THEMES}
          value={theme}
          name={(each) => t(`theme.${each}`)}
          onChoose={setTheme}
        />
        {id === "map" && (
          <label className={fields.check}>
            <input
              type="checkbox"
              checked={hasNumbers}
              onChange={({ target }) => setNumbers(target.checked)}
            />
            {t("numbers")}
          </label>
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide figure scrolls, also by keyboard */}
      <section className={styles.preview} tabIndex={0} aria-label={t("previewFigure")}>
        <img src={address} alt={t("preview", { name: t(`items.${id}.name`) })} />
      </section>
      <FigureButtons id={id} svg={svg} />
    </>
  );
}

function StagePane(): ReactNode {
  return <FigurePane id="stage" write={useStageFigure()} />;
}

function MapPane(): ReactNode {
  return <FigurePane id="map" write={useMapFigure()} />;
}

function FilmPane(): ReactNode {
  return <FigurePane id="film" write={useFilmFigure()} />;
}

function BeamPane(): ReactNode {
  return <FigurePane id="beam" write={useBeamFigure()} />;
}

function CurvesPane(): ReactNode {
  return <FigurePane id="curves" write={useCurvesFigure()} />;
}

function LengthsPane(): ReactNode {
  return <FigurePane id="lengths" write={useLengthsFigure()} />;
}

function PositionsPane(): ReactNode {
  return <FigurePane id="positions" write={usePositionsFigure()} />;
}

export const FIGURE_PANES: Readonly<Record<FigureId, () => ReactNode>> = {
  stage: StagePane,
  map: MapPane,
  film: FilmPane,
  beam: BeamPane,
  curves: CurvesPane,
  lengths: LengthsPane,
  positions: PositionsPane,
};

interface FigureButtonsProps {
  readonly id: FigureId;
  readonly svg: string;
}

function FigureButtons({ id, svg }: FigureButtonsProps): ReactNode {
  const { t } = useTakeAwayTexts();
  const nameOf = useFileName(id);
  const [said, say] = useState("");
  const save = (name: string, bytes: Uint8Array<ArrayBuffer>): void => {
    download(name, bytes);
    say(t("done.saved", { name }));
  };
  const savePng = async (): Promise<void> => {
    try {
      const png = await toPng(svg);
      save(nameOf("png"), new Uint8Array(await png.arrayBuffer()));
    } catch {
      say(t("done.noPng"));
    }
  };
  const copy = async (): Promise<void> =>
    say(t((await copyPicture(svg)) ? "done.imageCopied" : "done.imageNotCopied"));
  return (
    <div className={styles.actions}>
      <Button look="primary" onClick={() => save(nameOf("svg"), new TextEncoder().encode(svg))}>
        {t("saveSvg")}
      </Button>
      <Button onClick={() => void savePng()}>{t("savePng")}</Button>
      <Button onClick={() => void copy()}>{t("copyImage")}</Button>
      <output className={styles.said}>{said}</output>
    </div>
  );
}
