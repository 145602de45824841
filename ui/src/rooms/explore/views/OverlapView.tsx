import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Ranked } from "../drawing/Ranked";
import { ShareBar } from "../drawing/ShareBar";
import { rowsOf, type ViewProps } from "../view";
import classes from "./overlap.module.css";

interface Share {
  customers: number;
  share: number;
  low: number;
  high: number;
}

interface Part extends Share {
  sets: string;
  names: string[];
  at_least: number;
}

interface Pair {
  sets: string;
  names: [string, string];
  both: number;
  jaccard: number | null;
  jaccard_low: number;
  jaccard_high: number;
  times: number | null;
}

/** Every combination that somebody is in, as dots in columns with a bar; below, pairs and how much they share. */
export function OverlapView({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const sets = rowsOf<Share & { set: number; name: string }>(answer, "sets");
  const parts = rowsOf<Part>(answer, "intersections");
  const most = Math.max(...parts.map(({ high }) => high), 0.01);
  const pairs = rowsOf<Pair>(answer, "pairs").map((row) => ({
    key: row.sets,
    label: row.names.join(" + "),
    value: format.number(row.both),
    note: row.times === null ? "" : say("explore.overlap_times", { value: format.number(row.times, 1) }),
    figure: row.jaccard === null ? null : { value: row.jaccard, low: row.jaccard_low, high: row.jaccard_high },
    where: { sets: row.sets, state: "at_least" },
  }));
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={say("explore.overlap_label")}>
        <table className={classes.parts} data-upright={sets.length > 3}>
          <thead>
            <tr>
              {sets.map((each) => (
                <th key={each.set} scope="col">
                  <button type="button" className={`plain ${classes.set}`} disabled={each.customers === 0} onClick={() => open({ sets: String(each.set), state: "at_least" })}>
                    <span>{each.name}</span>
                    <small>{format.compact(each.customers)}</small>
                  </button>
                </th>
              ))}
              <th scope="col" className={classes.wide}>{say("explore.overlap_exactly")}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((row) => <One key={row.sets} row={row} count={sets.length} most={most} open={open} />)}
          </tbody>
        </table>
      </div>
      <h3 className={classes.title}>{say("explore.overlap_pairs")}</h3>
      <p className={classes.help}>{say("explore.overlap_pairs_help")}</p>
      <Ranked lines={pairs} open={open} />
    </>
  );
}

function One({ row, count, most, open }: { row: Part; count: number; most: number; open: ViewProps["open"] }) {
  const { say } = useTexts();
  const format = useFormat();
  const inside = new Set(row.sets === "0" ? [] : row.sets.split("+").map(Number));
  const name = row.names.length > 0 ? row.names.join(" + ") : say("explore.overlap_none");
  return (
    <tr>
      {Array.from({ length: count }, (_, k) => <td key={k} className={classes.dot} data-in={inside.has(k + 1)} aria-hidden="true"><span /></td>)}
      <td className={classes.wide}>
        <button type="button" className={`plain ${classes.part}`} aria-label={`${name}: ${format.number(row.customers)}`} title={name} onClick={() => open({ sets: row.sets })}>
          <span className={classes.bar}><ShareBar value={row.share} low={row.low} high={row.high} most={most} hit={inside.size === 0} /></span>
          <span className={classes.count}><strong>{format.number(row.customers)}</strong> <small>{format.percent(row.share)} {say("explore.between", { low: format.percent(row.low), high: format.percent(row.high) })}</small></span>
        </button>
      </td>
    </tr>
  );
}
