/** The engines beside Chromium: where they are, how they start, and the packages of Debian that bring them. */
import { findFirefox, findWebkit } from "../../scripts/find-engines.mjs";
import { startFirefox } from "./firefox";
import { startWebkit } from "./webkit";

export const BROWSERS = {
  Firefox: { path: findFirefox(), start: startFirefox, packages: "firefox-esr" },
  WebKit: { path: findWebkit(), start: startWebkit, packages: "webkit2gtk-driver xvfb" },
} as const;

export type BrowserName = keyof typeof BROWSERS;

export const BROWSER_NAMES: readonly BrowserName[] = ["Firefox", "WebKit"];
