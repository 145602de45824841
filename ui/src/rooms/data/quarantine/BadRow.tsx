import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import type { BadRowLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./quarantine.module.css";

/** One row: where it stood, why it could not be used, what to do, and what it holds. */
export function BadRow({ row }: { row: BadRowLine }) {
  const { say } = useTexts();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const place = `${row.file}, ${say("import.line", { line: format.number(row.line) })}`;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.reason}><Named name={row.reason} /></p>
        <p className={classes.next}>
          <span>{place}</span> · <Named name={row.next} />
        </p>
        {open && (
          <dl className={classes.cells}>
            {(row.row as [string, string][]).map(([name, value], i) => (
              <div key={`${name}${i}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <button type="button" className={`plain ${classes.more}`} aria-expanded={open} aria-label={say("quarantine.show_row", { place })} onClick={() => setOpen(!open)}>
        <IconChevronDown size={16} aria-hidden="true" />
      </button>
    </li>
  );
}
