/**
 * What every page loads of itself right after its first picture, as two files: what starts the page, and the parts beside
 * the map. A browser would spend more time on a hundred small files than on their code.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Modules that the page imports dynamically without any act of the student; their static imports come with them. */
const LATE = {
  start: [
    "startPage.ts",
    "state/actions/actTable.ts",
    "state/actions/lesson.ts",
    "state/effects/benchmarkBackends.ts",
    "state/effects/film.ts",
    "state/effects/gradientRoads.ts",
    "state/effects/keepScene.ts",
    "state/effects/offline.ts",
    "state/effects/shippedFilm.ts",
    "state/effects/whenIdle.ts",
    "state/effects/writtenLink.ts",
  ],
  parts: [
    "components/centre/DrawnSwitch.tsx",
    "components/edits/EditRegion.tsx",
    "components/film/Film.tsx",
    "components/inspector/Inspector.tsx",
    "components/lesson/Lesson.tsx",
    "components/player/OverStage.tsx",
    "components/player/PlayerBehaviour.tsx",
    "components/player/PlayerFoot.tsx",
    "components/present/Presenter.tsx",
    "components/setup/RailTabs.tsx",
    "components/shell/Dialogs.tsx",
    "components/shell/HeaderTools.tsx",
    "components/shell/LateNotices.tsx",
    "components/timeline/MapNote.tsx",
    "components/timeline/Timeline.tsx",
    "components/timeline/TimelineBar.tsx",
    "components/unrolled/tip/Tips.tsx",
  ],
};

/**
 * A group of the bundler for each of the two files.
 * @throws if a module no longer exists
 */
export function lateGroups() {
  return Object.entries(LATE).map(([name, modules]) => {
    const files = new Set(modules.map((module) => resolve("src", module)));
    for (const file of files) if (!existsSync(file)) throw new Error(`lateGroups: no ${file}`);
    return { name, test: (/** @type {string} */ id) => files.has(id) };
  });
}
