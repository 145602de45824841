import { IconArrowNarrowRight } from "@tabler/icons-react";
import type { Overview } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./Moves.module.css";

/** How many customers went from stage to stage lately, biggest first. */
export function Moves({ overview }: { overview: Overview }) {
  const { say } = useTexts();
  const format = useFormat();
  const moves = [...overview.moves].filter((move) => move.customers > 0).sort((a, b) => b.customers - a.customers);
  const most = Math.max(1, ...moves.map((move) => move.customers));
  const stage = (key: string) => overview.stages.find((one) => one.stage === key);
  if (moves.length === 0) return <p className={classes.none}>{say("overview.moves_none")}</p>;
  return (
    <ul className={classes.moves}>
      {moves.map((move) => {
        const from = stage(move.from_stage);
        const to = stage(move.to_stage);
        return (
          <li key={`${move.from_stage}>${move.to_stage}`}>
            <span className={classes.names}>
              {from ? <Named name={from.name} /> : move.from_stage}
              <IconArrowNarrowRight size={15} aria-label="→" />
              {to ? <Named name={to.name} /> : move.to_stage}
            </span>
            <span className="number">{format.number(move.customers)}</span>
            <span className={classes.track} aria-hidden="true">
              <span style={{ width: `${(move.customers / most) * 100}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
