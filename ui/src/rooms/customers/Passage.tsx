import { IconArrowDownLeft, IconArrowUpRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Passage as Passed } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./Timeline.module.css";

/** The customer entered or left a segment, and why: told among what they did, and visibly none of it. */
export function Passage({ change, dated }: { change: Passed; dated: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const Arrow = change.what === "entered" ? IconArrowDownLeft : IconArrowUpRight;
  return (
    <li className={classes.event} data-dated={dated} data-passage={change.what}>
      <time dateTime={new Date(change.at * 1000).toISOString()}>{dated ? format.moment(change.at) : format.time(change.at)}</time>
      <span className={classes.arrow}><Arrow size={15} aria-hidden="true" /></span>
      <p className={classes.passage}>
        {say(`customer.${change.what}`)} <Link to="/segments/$segment" params={{ segment: change.segment }}>{change.name}</Link> <small><Named name={change.said} /></small>
      </p>
    </li>
  );
}
