import { Link } from "@tanstack/react-router";
import type { Portrait } from "~/api/types";
import { IntervalBar } from "~/kit/drawing/IntervalBar";
import { useFormat } from "~/kit/format";
import type { Where } from "~/rooms/explore/address";
import { type Driver, rangeOfDrivers, useDriver, whereDriven } from "~/rooms/explore/useDriver";
import { useTexts } from "~/texts/texts";
import classes from "./personas.module.css";

const DAY = 86_400;
type Drivers = Portrait["purchase"];

/** What comes before their purchases, or before what they rate better or worse; or why that is not known. */
export function Driving({ told, asks, params, open }: { told: Drivers; asks: "drivers" | "satisfaction"; params: Record<string, string>; open: ((where: Where, title: string) => void) | null }) {
  const { say } = useTexts();
  const format = useFormat();
  const row = useDriver();
  const rows = told.rows as unknown as Driver[];
  const write = (value: number) => (asks === "drivers" ? format.percent(value) : format.signed(value, 2));
  const numbers = { n: format.number(told.n), people: format.number(told.people), days: format.number(Math.round(told.window_seconds / DAY)), tested: format.number(told.tested) };
  return (
    <div className={classes.driving}>
      {told.level !== null && told.low !== null && told.high !== null && <p className={classes.level}>{say(`personas.level_${asks}`, { ...numbers, level: write(told.level), low: write(told.low), high: write(told.high) })}</p>}
      {rows.length === 0 && <p className={classes.faint}>{say(told.known === "steps" ? "personas.drivers_steps" : `personas.${asks}_${told.known === "few" ? "unsure" : "nothing"}`, numbers)}</p>}
      {rows.length > 0 && (
        <>
          <ul className={classes.findings} aria-label={say("personas.from_log")}>
            {rows.map((each) => (
              <li key={each.what}>
                <button type="button" className={`plain ${classes.finding}`} disabled={open === null} onClick={() => open?.(whereDriven(each), row.named(each))}>
                  <span className={classes.label}>{row.named(each)} <small>{row.sides(each)}</small></span>
                  <span className={classes.figure}><strong>{row.value(each)}</strong> <small>{row.against(each)}</small></span>
                  <span className={classes.bar}><IntervalBar value={each.effect} low={each.effect_low} high={each.effect_high} range={rangeOfDrivers(rows)} hit={each.effect < 0} /></span>
                  <span className={classes.lift}><b>{row.effect(each)}</b> <small>{row.between(each)}</small></span>
                </button>
              </li>
            ))}
          </ul>
          <p className={classes.how}>{say(`personas.how_${asks}`, numbers)} {open && <Link className={classes.link} to="/explore/$question" params={{ question: "drivers" }} search={{ ask: params }} data-controls>{say("personas.in_explore")}</Link>}</p>
        </>
      )}
    </div>
  );
}
