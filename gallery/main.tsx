/** A development page with every figure on synthetic traces: `npm run dev`, then /gallery/ (?theme=dark). */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "../src/i18n/i18n";
import "../src/components/theme.css";
import { CHARTS, showCharts } from "./entries/charts";
import { COMPARED, showCompared } from "./entries/compared";
import { DECODING } from "./entries/decoding";
import { EQUATIONS } from "./entries/equations";
import { GRADIENTS } from "./entries/gradients";
import { PARTINGS, UNROLLED } from "./entries/unrolled";
import { Gallery } from "./Gallery";
import "./fonts.css";

const theme = new URLSearchParams(location.search).get("theme") === "dark" ? "dark" : "light";
document.documentElement.dataset["theme"] = theme;
const root = document.querySelector("#root");
if (!root) throw new Error("gallery: the page has no #root");

await startI18n("en");
showCharts();
await showCompared();
createRoot(root).render(
  <StrictMode>
    <Gallery
      theme={theme}
      entries={[
        ...UNROLLED,
        ...GRADIENTS,
        ...DECODING,
        ...EQUATIONS,
        ...CHARTS,
        ...PARTINGS,
        ...COMPARED,
      ]}
    />
  </StrictMode>,
);
