import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { rowsOf, type ViewProps } from "../view";
import classes from "./paths.module.css";

/** A step at its place in the paths, as their links count places. */
export interface Place {
  layer: number;
  key: string;
}

interface Link {
  layer: number;
  from: string;
  to: string;
  customers: number;
}

const MOST = 8;

export const touches = ({ layer, key }: Place, link: Omit<Link, "customers">) => (link.layer === layer && link.from === key) || (link.layer === layer - 1 && link.to === key);

/** What came right before a step at this place, and right after it, of those who were there and of nobody else. A name leads
 * on to that step; its number opens the customers. */
export function Around({ answer, step, open, place, move }: Pick<ViewProps, "answer" | "step" | "open"> & { place: Place; move: (place: Place) => void }) {
  const { say } = useTexts();
  const links = rowsOf<Link>(answer, "links");
  const before = links.filter((each) => each.layer === place.layer - 1 && each.to === place.key);
  const after = links.filter((each) => each.layer === place.layer && each.from === place.key);
  return (
    <section className={classes.around} aria-label={say("explore.path_around", { step: step(place.key) })}>
      <Side title={say("explore.path_before", { step: step(place.key) })} none={say("explore.path_begins")} links={before} name={({ from }) => step(from)} go={({ from }) => move({ layer: place.layer - 1, key: from })} open={open} />
      <Side title={say("explore.path_after", { step: step(place.key) })} none={say("explore.path_ends")} links={after} name={({ to }) => step(to)} go={({ to }) => move({ layer: place.layer + 1, key: to })} open={open} />
    </section>
  );
}

interface SideProps {
  title: string;
  none: string;
  links: Link[];
  name: (link: Link) => string;
  go: (link: Link) => void;
  open: ViewProps["open"];
}

function Side({ title, none, links, name, go, open }: SideProps) {
  const { say } = useTexts();
  const format = useFormat();
  const all = links.reduce((sum, { customers }) => sum + customers, 0);
  const shown = [...links].sort((a, b) => b.customers - a.customers).slice(0, MOST);
  return (
    <div>
      <h3>{title}</h3>
      {shown.length === 0 && <p className={classes.none}>{none}</p>}
      <ul>
        {shown.map((link) => {
          const { layer, from, to, customers } = link;
          const told = say("stage.customers", { count: customers, value: format.number(customers) });
          return (
            <li key={`${from}>${to}`}>
              <button type="button" className={`plain ${classes.name}`} onClick={() => go(link)}>{name(link)}</button>
              <span className={classes.track} aria-hidden="true"><span style={{ width: `${(customers / Math.max(1, all)) * 100}%` }} /></span>
              <button type="button" className={`plain ${classes.count}`} aria-label={`${name(link)}: ${told}`} onClick={() => open({ layer: String(layer), from, to })}>{format.number(customers)}</button>
            </li>
          );
        })}
      </ul>
      {links.length > MOST && <p className={classes.none}>{say("explore.path_more", { count: links.length - MOST, value: format.number(links.length - MOST) })}</p>}
    </div>
  );
}
