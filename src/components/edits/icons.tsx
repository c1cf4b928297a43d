/** The icons of editing; their buttons have names. */
import type { ReactNode } from "react";

function Icon({ d }: { readonly d: string }): ReactNode {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={d}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export const UndoIcon = (): ReactNode => <Icon d="M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6" />;
export const ClearIcon = (): ReactNode => (
  <Icon d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5" />
);
export const CloseIcon = (): ReactNode => <Icon d="m4.5 4.5 7 7m0-7-7 7" />;
export const PenIcon = (): ReactNode => <Icon d="m3 13 .7-2.9L10.6 3.2l2.2 2.2-6.9 6.9L3 13Z" />;
export const EyeIcon = (): ReactNode => (
  <Icon d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8Zm8.3 0a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0Z" />
);
