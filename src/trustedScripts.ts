/**
 * Trusted Types: the page's policy refuses every text that would become markup or script. The one exception are the
 * addresses of the page's own workers. A browser without Trusted Types has the rest of the policy.
 */

/** The part of the standard that the page needs; TypeScript does not declare it. */
interface TrustedTypes {
  readonly createPolicy: (
    name: "default",
    rules: { readonly createScriptURL: (address: string) => string },
  ) => unknown;
}

/** Lets workers start from this site. The browser asks the policy named "default" wherever a script's address is a text. */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy("default", { createScriptURL: ownAddress });
}

/** @throws TypeError where the address is of another site */
function ownAddress(address: string): string {
  const { origin } = new URL(address, document.baseURI);
  if (origin !== location.origin)
    throw new TypeError(
      `trustedScripts: expected an address of ${location.origin}, got ${address}`,
    );
  return address;
}
