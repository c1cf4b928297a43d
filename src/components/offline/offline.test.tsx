import { act, cleanup, screen } from "@testing-library/react";
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
  const load = vi.spyOn(LATE_TEXTS.en, "offline").mockRejectedValue(new TypeError("no network"));
  await showPage(
    <ErrorBoundary>
      <hr />
      <OfflineFiles />
      <OfflineNotice />
    </ErrorBoundary>,
  );
  // React goes on with what has suspended only in an awaited act.
  await act(async () => useOffline.setState({ files: "failed", update: "offered" }));
  expect(await screen.findAllByRole("alert")).toHaveLength(2);
  expect(screen.getByRole("separator")).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1); // React itself tries again what fails to render
});
