import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";
import { rowsOf, type ViewProps } from "../view";
import classes from "./rfm.module.css";

interface Cell {
  recency: number;
  frequency?: number;
  money?: number;
  customers: number;
  share: number;
  low: number;
  high: number;
  paid: number;
  paid_share: number | null;
}

interface Fifth {
  of: "recency" | "frequency" | "money";
  fifth: number;
  customers: number;
  from: number | null;
  to: number | null;
}

const BEST_FIRST = [5, 4, 3, 2, 1];
const LOOKS = ["customers", "paid"] as const;

/** Buyers by how lately and how often (or for how much) they bought; the darker a cell, the more of them, or of their money. */
export function RfmView({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const currency = useCurrency();
  const [look, setLook] = useState<(typeof LOOKS)[number]>("customers");
  const cells = rowsOf<Cell>(answer, "cells");
  const across = cells.some(({ money }) => money !== undefined) ? "money" : "frequency";
  const shareOf = (cell: Cell) => (look === "customers" ? cell.share : (cell.paid_share ?? 0));
  const most = Math.max(...cells.map(shareOf), 0.01);
  const written = (of: Fifth["of"], value: number) => (of === "money" ? format.compactMoney(value, currency) : format.number(value));
  const range = (of: Fifth["of"], fifth: number) => {
    const found = rowsOf<Fifth>(answer, "fifths").find((each) => each.of === of && each.fifth === fifth);
    if (!found || found.from === null || found.to === null) return "–";
    const [from, to] = [written(of, found.from), written(of, found.to)];
    return from === to ? from : `${from} – ${to}`;
  };
  return (
    <>
      <div className={classes.tools}>
        <p>{say("explore.rfm_lead", { buyers: format.number(Number(answer.buyers)), money: format.compactMoney(Number(answer.total_money), currency) })}</p>
        <SegmentedControl size="xs" aria-label={say("explore.rfm_look")} value={look} onChange={(value) => setLook(value as typeof look)} data={LOOKS.map((value) => ({ value, label: say(`explore.rfm_look_${value}`) }))} data-controls />
      </div>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={say("explore.rfm_label")}>
        <table className={classes.grid}>
          <caption className={classes.across}>{say(`explore.rfm_${across}`)} →</caption>
          <thead>
            <tr>
              <td className={classes.corner}>{say("explore.rfm_recency")} ↑</td>
              {[...BEST_FIRST].reverse().map((fifth) => <th key={fifth} scope="col"><b>{fifth}</b> <small>{range(across, fifth)}</small></th>)}
            </tr>
          </thead>
          <tbody>
            {BEST_FIRST.map((recency) => (
              <tr key={recency}>
                <th scope="row"><b>{recency}</b> <small>{range("recency", recency)}</small></th>
                {[...BEST_FIRST].reverse().map((fifth) => {
                  const cell = cells.find((each) => each.recency === recency && each[across] === fifth);
                  return <td key={fifth}>{cell && <One cell={cell} deep={shareOf(cell) / most} shown={shareOf(cell)} open={() => open({ recency: String(recency), [across]: String(fifth) })} />}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.note}>{say("explore.rfm_ties")}</p>
    </>
  );
}

function One({ cell, deep, shown, open }: { cell: Cell; deep: number; shown: number; open: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const currency = useCurrency();
  const told = say("explore.rfm_cell", { customers: format.number(cell.customers), share: format.percent(cell.share), low: format.percent(cell.low), high: format.percent(cell.high), money: format.compactMoney(cell.paid, currency) });
  return (
    <button type="button" className={`plain ${classes.cell}`} disabled={cell.customers === 0} data-deep={deep > 0.8} style={{ "--share": deep } as React.CSSProperties} title={told} aria-label={told} onClick={open}>
      <strong>{cell.customers === 0 ? "–" : format.percent(shown, shown < 0.1 ? 1 : 0)}</strong>
      {cell.customers > 0 && <small>{format.compact(cell.customers)}</small>}
    </button>
  );
}
