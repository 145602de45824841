import { type ReactNode, useState } from "react";
import { useTexts } from "~/texts/texts";
import classes from "./lanes.module.css";
import { item, type Place } from "./place";

/** The first few of a list, the rest one press away; a single hidden one is shown at once. */
export function Shortened<T>({ all, most, place, of, keyOf }: { all: T[]; most: number; place: Place; of: (one: T) => ReactNode; keyOf: (one: T) => string }) {
  const { say } = useTexts();
  const [open, setOpen] = useState(false);
  const hidden = all.length - most;
  return (
    <ul className={classes.list}>
      {(open || hidden <= 1 ? all : all.slice(0, most)).map((one) => (
        <li key={keyOf(one)}>{of(one)}</li>
      ))}
      {hidden > 1 && (
        <li>
          <button type="button" {...item(place)} className={`plain ${classes.more}`} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? say("lane.fewer") : say("lane.more", { count: hidden })}
          </button>
        </li>
      )}
    </ul>
  );
}
