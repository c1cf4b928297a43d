/** What every page of these tests gets before its own scripts. The function runs in the page, so it imports nothing. */

/**
 * Reports what no console of a driver reports alike, or at once.
 * @param savesData whether the visitor saves data, so that the page starts nothing by itself
 */
export function prepare(report: (fault: string) => void, savesData: boolean): void {
  if (savesData) Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  // A dialog outside the page, which Firefox waits for.
  Object.defineProperty(globalThis, "print", {
    value: () => ["beforeprint", "afterprint"].forEach((type) => dispatchEvent(new Event(type))),
  });
  addEventListener("unhandledrejection", ({ reason }) => report(`rejection: ${String(reason)}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    report(`policy: ${effectiveDirective} refuses ${blockedURI}`),
  );
}
