/** A script of the page failed to load: its code, or its texts. Loading it again can succeed. */
export class MissingError extends Error {
  /** Forgets the failed load. Until then the same load fails, because React tries again by itself what fails to render. */
  readonly renew: () => void;

  constructor(what: string, renew: () => void, cause: unknown) {
    super(`${what} could not be loaded`, { cause });
    this.renew = renew;
  }
}
