/** The film of the training of a shipped model, which the page fetches after its first picture. */
import { bakedFilmFile, bakedName, filmedUpdates } from "../../engine/files/baked";
import { readFilm, type ShippedFilm } from "../../engine/files/filmCodec";
import type { Config } from "../../engine/setup/config";
import { fetchData } from "./bakedTrace";

/** The film of the shipped model of these settings; null if the page ships none or cannot read it. */
export async function fetchShippedFilm(config: Config): Promise<ShippedFilm | null> {
  const name = bakedName(config);
  if (name === null || filmedUpdates(config).length === 0) return null;
  const response = await fetchData(bakedFilmFile(name));
  try {
    return response && readFilm(await response.text());
  } catch {
    return null; // the page does without
  }
}
