/** The HTML that puts the stage into another page. */
import type { ThemeName } from "../../vis/export/palette";
import { escaped } from "../../vis/export/svg";

const SIZE = { width: 960, height: 640 };

/** The address of the stage alone, in a theme. A lesson has no place there. */
function addressOfStage(address: string, theme: ThemeName): string {
  const url = new URL(address);
  if (url.searchParams.get("mode") === "learn") url.searchParams.set("mode", "lab");
  url.searchParams.delete("lesson");
  url.searchParams.delete("read");
  url.searchParams.set("theme", theme);
  url.searchParams.set("embed", "1");
  return url.href;
}

export function embedHtml(address: string, theme: ThemeName, title: string): string {
  const { width, height } = SIZE;
  const attributes = {
    src: addressOfStage(address, theme),
    title,
    width: String(width),
    height: String(height),
    loading: "lazy",
    style: "border: 0; max-width: 100%",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}
