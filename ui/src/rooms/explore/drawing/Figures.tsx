import type { Where } from "../address";
import classes from "./Figures.module.css";

export interface Told {
  key: string;
  name: string;
  value: string;
  note?: string;
  where: Where | null;
}

/** Single numbers side by side; those that stand for customers open them. */
export function Figures({ figures, open }: { figures: Told[]; open: (where: Where) => void }) {
  return (
    <ul className={classes.figures}>
      {figures.map(({ key, name, value, note, where }) => (
        <li key={key}>
          <button type="button" className={`plain ${classes.figure}`} disabled={where === null} onClick={() => where && open(where)}>
            <span>{name}</span>
            <strong>{value}</strong>
            {note && <small>{note}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
