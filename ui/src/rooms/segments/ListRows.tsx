import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ListChange, Listed } from "~/api/types";
import { useFormat } from "~/kit/format";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./segments.module.css";
import { useLeftOut } from "./useSegments";

/** So many lines are shown; the file has them all. */
const SHOWN = 8;
const COUNTS = ["rows", "known", "unknown", "unreadable", "same_person", "repeated"] as const;
const ALWAYS: readonly string[] = ["rows", "known"];

/** What became of a file's rows: how many of each kind, the first lines with something to say, and a file of them all. */
export function ListRows({ told, file }: { told: ListChange | Listed; file: File }) {
  const { say } = useTexts();
  const format = useFormat();
  const taking = useLeftOut();
  const odd = told.unknown + told.unreadable + told.same_person + told.repeated;
  return (
    <>
      <dl className={classes.counted}>
        {COUNTS.filter((each) => ALWAYS.includes(each) || told[each] > 0).map((each) => (
          <div key={each} data-what={each}>
            <dt>{say(`segments.list_count_${each}`)}</dt>
            <dd>{format.number(told[each])}</dd>
          </div>
        ))}
      </dl>
      {odd > 0 && (
        <>
          <ul className={classes.rows}>
            {told.left_out.slice(0, SHOWN).map(({ line, written, why, first }) => <li key={line} data-why={why}>{say(`segments.left_out_${why}`, { line, written, first: first ?? "" })}</li>)}
          </ul>
          {told.unreadable > 0 && <p className={classes.faint}>{say("segments.left_out_mend")}</p>}
          <Button variant="default" size="xs" leftSection={<IconDownload size={15} aria-hidden="true" />} loading={taking.isPending} onClick={() => taking.mutate(file)}>{say("segments.left_out_download")}</Button>
          {taking.error && <ErrorNote error={taking.error} />}
        </>
      )}
    </>
  );
}
