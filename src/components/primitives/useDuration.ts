/** Estimated durations in the page's language: a few words that do not pretend to be exact. */
import { useTranslation } from "../../i18n/useTranslation";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Writes milliseconds as tens of seconds, as minutes or as half hours. */
export function useDuration(): (milliseconds: number) => string {
  const { language } = useTranslation().i18n;
  return (milliseconds) => {
    const { value, unit } = rounded(milliseconds);
    return new Intl.NumberFormat(language, {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: 1,
    }).format(value);
  };
}

interface Rounded {
  readonly value: number;
  readonly unit: "second" | "minute" | "hour";
}

/** Rounded up, because who waits would rather be surprised by the end. */
function rounded(milliseconds: number): Rounded {
  if (milliseconds < 0.9 * MINUTE)
    return { value: 10 * Math.max(1, Math.ceil(milliseconds / (10 * SECOND))), unit: "second" };
  if (milliseconds < 1.5 * HOUR) return { value: Math.ceil(milliseconds / MINUTE), unit: "minute" };
  return { value: Math.ceil((2 * milliseconds) / HOUR) / 2, unit: "hour" };
}
