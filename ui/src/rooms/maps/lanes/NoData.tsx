import classes from "./lanes.module.css";
import { item, type Place } from "./place";

/** An empty cell that says so and can still be reached by the arrow keys. */
export function NoData({ place, text }: { place: Place; text: string }) {
  return (
    <p {...item(place)} className={classes.none}>
      {text}
    </p>
  );
}
