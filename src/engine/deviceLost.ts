/** The error of all work that waits for a device after its loss. */

/** The device of a backend is lost or does not answer, so no number of it can be trusted. */
export class DeviceLostError extends Error {
  /** @param why for the developer */
  constructor(why: string) {
    super(`the device is lost: ${why}`);
    this.name = "DeviceLostError";
  }
}
