import { useFormat } from "~/kit/format";
import type { Where } from "../address";
import classes from "./Stacked.module.css";

export interface Part {
  key: string;
  value: number;
  name: string;
  colour: string;
  where: Where | null;
}

interface StackedProps {
  parts: Part[];
  /** What the whole width stands for. */
  most: number;
  /** What it is a bar of, for whoever cannot see it. */
  of: string;
  open: (where: Where) => void;
}

/** One bar in parts beside each other; a part opens its customers. */
export function Stacked({ parts, most, of, open }: StackedProps) {
  const format = useFormat();
  return (
    <span className={classes.bar}>
      {parts.filter(({ value }) => value > 0).map(({ key, value, name, colour, where }) => {
        const said = `${of}: ${name}, ${format.number(value)}`;
        return <button key={key} type="button" className={`plain ${classes.part}`} style={{ width: `${(value / (most || 1)) * 100}%`, background: colour }} title={said} aria-label={said} disabled={where === null} onClick={() => where && open(where)} />;
      })}
    </span>
  );
}

/** What the colours stand for. */
export function Legend({ parts }: { parts: { name: string; colour: string }[] }) {
  return (
    <ul className={classes.legend}>
      {parts.map(({ name, colour }) => (
        <li key={name}><span style={{ background: colour }} />{name}</li>
      ))}
    </ul>
  );
}
