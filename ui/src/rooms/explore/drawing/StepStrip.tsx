import classes from "./StepStrip.module.css";

export interface StripStep {
  name: string;
  /** How many of the group do it, 0 … 1: the fuller, the more. */
  share?: number | null;
  note?: string;
  /** What stands on the way to it. */
  before?: string;
}

/** Steps one after another, as they were done. */
export function StepStrip({ steps }: { steps: StripStep[] }) {
  return (
    <ol className={classes.strip}>
      {steps.map(({ name, share, note, before }, i) => (
        <li key={`${i}${name}`}>
          {i > 0 && <span className={classes.way}>{before ? <small>{before}</small> : null}<span aria-hidden="true">→</span></span>}
          <span className={classes.step} style={{ "--share": share ?? 0 } as React.CSSProperties}>
            <b>{name}</b>
            {note && <small>{note}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
