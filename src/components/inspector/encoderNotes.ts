/** The notes on the encoder, which a line of the encoder opens. */

/** The id of their group. */
export const ENCODER_NOTES = "encoder-notes";

/** Opens the group, and moves the focus to it; without effect until the notes have loaded. */
export function showEncoderNotes(): void {
  const group = document.getElementById(ENCODER_NOTES);
  if (!(group instanceof HTMLDetailsElement)) return;
  group.open = true;
  group.querySelector("summary")?.focus();
}
