/** The icons of the timeline. */

const ICON = { width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": true } as const;

export function TrainIcon() {
  return (
    <svg {...ICON}>
      <path fill="currentColor" d="M2.5 1v10l8-5z" />
    </svg>
  );
}

export function PauseIcon() {
  return (
    <svg {...ICON}>
      <path fill="currentColor" d="M2 1h3v10H2zM7 1h3v10H7z" />
    </svg>
  );
}
