/** A checkbox of the link maker. */
import type { ReactNode } from "react";
import fields from "../primitives/Field.module.css";

interface WishCheckProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function WishCheck({ label, value, onChange }: WishCheckProps): ReactNode {
  return (
    <label className={fields.check}>
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
