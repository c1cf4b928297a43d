/** The whole address of a query of this page. */
export function linkOf(query: URLSearchParams): string {
  return `${location.origin}${location.pathname}?${query.toString()}`;
}
