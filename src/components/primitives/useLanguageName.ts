/** Names of languages, by their tags, in the page's language. */
import { useMemo } from "react";
import { useApp } from "../../state/store";

export function useLanguageName(): (tag: string) => string {
  const language = useApp(({ view }) => view.language);
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: "language", fallback: "code" });
    return (tag) => names.of(tag) ?? tag;
  }, [language]);
}
