import type { SourceLine } from "~/api/types";
import { Spark } from "~/kit/drawing/Spark";
import { useFormat } from "~/kit/format";
import tables from "~/kit/page/table.module.css";
import { useTexts } from "~/texts/texts";
import classes from "./sources.module.css";

/** One line a source: its last day, and whether anything was held back. */
export function SourceLines({ sources, open }: { sources: SourceLine[]; open: (key: string) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <div className={tables.scroll}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{say("sources.source")}</th>
            <th scope="col">{say("sources.kind")}</th>
            <th scope="col">{say("sources.state")}</th>
            <th scope="col" data-number>{say("sources.day")}</th>
            <th scope="col">{say("sources.by_hour")}</th>
            <th scope="col" data-number>{say("sources.held")}</th>
            <th scope="col" data-number>{say("customers.last")}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.key}>
              <th scope="row">
                <button type="button" className={`plain ${classes.name}`} onClick={() => open(source.key)}>{source.name}</button>
                <small>{source.key}</small>
              </th>
              <td className={classes.kind}>{say(`sources.kind_${source.kind}`)}</td>
              <td><StateMark source={source} /></td>
              <td data-number>{format.number(source.day.accepted)}</td>
              <td><Spark values={source.hours} width={96} height={18} /></td>
              <td data-number>
                {source.day.quarantined > 0 ? <strong className={classes.held}>{format.number(source.day.quarantined)}</strong> : "0"}
              </td>
              <td data-number>{source.last_at === null ? "–" : format.moment(source.last_at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On, off, waiting for its first event, or without a key that works. */
export function StateMark({ source }: { source: SourceLine }) {
  const { say } = useTexts();
  const state = source.state === "off" ? "off" : source.kind === "http" && source.live_keys === 0 ? "no_key" : source.last_at === null ? "waiting" : "on";
  return <span className={classes.state} data-state={state}>{say(`sources.state_${state}`)}</span>;
}
