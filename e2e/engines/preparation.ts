/** What every page of these tests gets before its own scripts. The function runs in the page, so it imports nothing. */

/**
 * Makes the visitor one who saves data, so that the page starts nothing by itself, and reports what no console of a
 * driver reports alike.
 */
export function prepare(report: (fault: string) => void): void {
  Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    report(`policy: ${effectiveDirective} refuses ${blockedURI}`),
  );
}
