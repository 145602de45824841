import { useFormat } from "~/kit/format";
import { Empty } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { ShareBar } from "../drawing/ShareBar";
import { type Trait, Traits } from "../drawing/Traits";
import { rowsOf, type ViewProps } from "../view";
import classes from "./clusters.module.css";

interface Group {
  group: number;
  customers: number;
  share: number;
  low: number;
  high: number;
  comes_back: number;
}

interface Tried {
  clusters: number;
  agreement: number;
  low: number;
  comes_back: number;
  stable: boolean;
}

/** The kinds of customers that come back, each with what it is like; or why there are none. */
export function ClustersView({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const groups = rowsOf<Group>(answer, "groups");
  const profile = rowsOf<Trait>(answer, "profile");
  const refused = typeof answer.refused === "string" ? (answer.refused as "few" | "unstable" | "small") : null;
  return (
    <>
      {refused && <Empty title={say(`explore.clusters_${refused}_why`)}>{say("explore.clusters_refused_next")}</Empty>}
      <ul className={classes.groups}>
        {groups.map((row) => <One key={row.group} row={row} traits={profile.filter(({ group, typical }) => typical && group === row.group)} open={open} />)}
      </ul>
      <Stability tried={rowsOf<Tried>(answer, "tried")} chosen={groups.length} />
    </>
  );
}

function One({ row, traits, open }: { row: Group; traits: Trait[]; open: ViewProps["open"] }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <li>
      <button type="button" className={`plain ${classes.head}`} onClick={() => open({ group: String(row.group) })}>
        <b>{row.group}</b>
        <strong>{format.percent(row.share)}</strong>
        <small>{say("explore.between", { low: format.percent(row.low), high: format.percent(row.high) })} · {say("explore.clusters_customers", { count: row.customers, value: format.number(row.customers) })}</small>
        <span className={classes.bar}><ShareBar value={row.share} low={row.low} high={row.high} /></span>
      </button>
      <Traits traits={traits} />
      <small className={classes.back} title={say("explore.clusters_back_help")}>{say("explore.clusters_back", { value: format.fixed(row.comes_back, 2) })}</small>
    </li>
  );
}

function Stability({ tried, chosen }: { tried: Tried[]; chosen: number }) {
  const { say } = useTexts();
  const format = useFormat();
  if (tried.length === 0) return null;
  return (
    <section className={classes.tried}>
      <h3>{say("explore.clusters_tried")}</h3>
      <p>{say("explore.clusters_tried_help")}</p>
      <ol>
        {tried.map((each) => (
          <li key={each.clusters} data-stable={each.stable} data-chosen={each.clusters === chosen}>
            <span className={classes.column}>
              <span className={classes.bar80} />
              <span className={classes.fill} style={{ height: `${100 * Math.max(0, each.agreement)}%` }} />
            </span>
            <b>{each.clusters}</b>
            <small>{format.fixed(each.agreement, 2)}</small>
            <small className={classes.says}>{say(each.clusters === chosen ? "explore.clusters_chosen" : each.stable ? "explore.clusters_stable" : "explore.clusters_not_stable")}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
