/** The headers that isolate the page, for a site whose host does not send them. */
import { ISOLATION } from "./isolation";

/**
 * The same answer with the headers that let the page share memory between threads. A header that the site sends stays
 * as it is.
 */
export function isolate(answer: Response): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(ISOLATION))
    if (!headers.has(name)) headers.set(name, value);
  const { status, statusText } = answer;
  return new Response(answer.body, { status, statusText, headers });
}
