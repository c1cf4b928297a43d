/** The colours of both themes, from the page's own style sheet. */
import css from "../theme.css?raw";
import { readPalettes } from "../../vis/export/palette";

export const PALETTES = readPalettes(css);
