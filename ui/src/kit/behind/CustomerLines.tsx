import { Link } from "@tanstack/react-router";
import type { CustomerRow } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./CustomerLines.module.css";

/** Customers as lines that open their page. */
export function CustomerLines({ rows }: { rows: CustomerRow[] }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <ul className={classes.lines}>
      {rows.map((row) => (
        <li key={row.customer}>
          <Link to="/customers/$id" params={{ id: row.customer }} className={classes.line}>
            <span className={classes.label}>{row.label || row.customer}</span>
            <span className={classes.facts}>
              {say("customer.events", { count: row.events, value: format.number(row.events) })} · {format.date(row.last_at)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
