import { IconArrowNarrowRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Overview } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { opening } from "../maps/opened";
import classes from "./Moves.module.css";

const SHOWN = 7;

/** How many customers went from stage to stage lately, biggest first, against as many days before. */
export function Moves({ overview }: { overview: Overview }) {
  const { say } = useTexts();
  const format = useFormat();
  const moves = [...overview.movement].filter((move) => move.customers > 0).sort((a, b) => b.customers - a.customers);
  const most = Math.max(1, ...moves.map((move) => move.customers));
  const stage = (key: string) => overview.stages.find((one) => one.stage === key);
  if (moves.length === 0) return <p className={classes.none}>{say("overview.moves_none")}</p>;
  return (
    <ul className={classes.moves}>
      {moves.slice(0, SHOWN).map((move) => {
        const from = stage(move.source);
        const to = stage(move.target);
        return (
          <li key={`${move.source}>${move.target}`}>
            <Link to="/map" search={opening(move.behind)} className={classes.move}>
              <span className={classes.names}>
                {from ? <Named name={from.name} /> : move.source}
                <IconArrowNarrowRight size={15} aria-label="→" />
                {to ? <Named name={to.name} /> : move.target}
              </span>
              <span className="number">
                {format.number(move.customers)} <small>{say("overview.before", { value: format.number(move.before) })}</small>
              </span>
              <span className={classes.track} aria-hidden="true">
                <span style={{ width: `${(move.customers / most) * 100}%` }} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
