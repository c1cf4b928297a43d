/** Numbers in the format of the page's language. */
import { useTranslation } from "../../i18n/useTranslation";
import { MINUS } from "../../vis/format";

const NONE = "–"; // of a model whose weights have grown without bound

export interface Format {
  /** A number with at most this many decimals. */
  number(value: number, decimals?: number): string;
  /** A number with exactly this many decimals, so that columns of them line up. */
  fixed(value: number, decimals: number): string;
  /** A number with exactly this many significant digits. */
  significant(value: number, digits: number): string;
  /** A fraction of 1 as a percentage; a positive one that would round to zero is "<0.1%". */
  percent(share: number, decimals?: number): string;
}

/** The formats of a language. Intl's formatters are slow to create and fast to use, so the page creates each once. */
function createFormat(language: string): Format {
  const made = new Map<string, Intl.NumberFormat>();
  const write = (value: number, key: string, options: Intl.NumberFormatOptions): string => {
    if (!Number.isFinite(value)) return NONE;
    const format = made.get(key) ?? new Intl.NumberFormat(language, options);
    made.set(key, format);
    return format.format(value).replace("-", MINUS);
  };
  return {
    number: (value, decimals = 0) =>
      write(value, `number ${decimals}`, { maximumFractionDigits: decimals }),
    fixed: (value, decimals) => write(value, `fixed ${decimals}`, exactDecimals(decimals)),
    significant: (value, digits) =>
      write(value, `significant ${digits}`, {
        minimumSignificantDigits: digits,
        maximumSignificantDigits: digits,
      }),
    percent: (share, decimals = 1) => {
      const least = 10 ** -(decimals + 2);
      const isTiny = share > 0 && share < least / 2;
      const options = { style: "percent", ...exactDecimals(decimals) } as const;
      return (isTiny ? "<" : "") + write(isTiny ? least : share, `percent ${decimals}`, options);
    },
  };
}

function exactDecimals(decimals: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

const formats = new Map<string, Format>();

/** The formats of the page's language; the same object every time. */
export function useFormat(): Format {
  const { language } = useTranslation().i18n;
  const format = formats.get(language) ?? createFormat(language);
  formats.set(language, format);
  return format;
}
