/** How the page knows, without reading it, that a link opens a comparison. */

export function hasComparison(query: URLSearchParams): boolean {
  const keys = [...query.keys()];
  return query.get("mode") === "compare" || keys.some((key) => /^(pair$|b\.)/.test(key));
}
