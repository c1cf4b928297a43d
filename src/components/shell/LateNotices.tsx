/** The notices beside a failure, and the page's live region. They load after the first picture. */
import type { ReactNode } from "react";
import { OfflineNotice } from "../offline/OfflineNotice";
import { LinkNotice } from "./LinkNotice";
import { Status } from "./Status";
import { useClickedFocus } from "./useClickedFocus";
import { useFullTexts } from "./useFullTexts";
import { useKeptFocus } from "./useKeptFocus";

export function LateNotices(): ReactNode {
  useFullTexts();
  useClickedFocus();
  useKeptFocus();
  return (
    <>
      <LinkNotice />
      <OfflineNotice />
      <Status />
    </>
  );
}
