import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { LATE_TEXTS } from "../../i18n/lateTexts";
import { useOffline } from "../../state/slices/offline";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { showPage } from "../testing/page";
import { OfflineFiles } from "./OfflineFiles";
import { OfflineNotice } from "./OfflineNotice";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test("texts about use without a network that do not load take nothing beside them away", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined); // React reports the caught error
  vi.spyOn(LATE_TEXTS.en, "offline").mockRejectedValue(new TypeError("no network"));
  useOffline.setState({ files: "failed", update: "offered" });
  await showPage(
    <ErrorBoundary>
      <hr />
      <OfflineFiles />
      <OfflineNotice />
    </ErrorBoundary>,
  );
  expect(await screen.findAllByRole("alert")).toHaveLength(2);
  expect(screen.getByRole("separator")).toBeTruthy();
});
