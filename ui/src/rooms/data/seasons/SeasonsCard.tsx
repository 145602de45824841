import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { GivenPeriod, Learned, ShownPeriod } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { PeriodForm } from "./PeriodForm";
import { blank, given } from "./period";
import classes from "./seasons.module.css";
import { useSavingSeasons, useSeasons } from "./useSeasons";

const NEW = "";

/** Quiet and busy times of the business, each with its pace: what silences are measured by. */
export function SeasonsCard() {
  const { say } = useTexts();
  const seasons = useSeasons();
  const saving = useSavingSeasons();
  const [edited, setEdited] = useState<GivenPeriod | null>(null);
  if (seasons.error) return <ErrorNote error={seasons.error} again={() => void seasons.refetch()} />;
  if (!seasons.data) return <Waiting rows={1} height={120} />;
  const { periods, proposed, version } = seasons.data;
  const isNew = edited !== null && !periods.some((one) => one.key === edited.key);
  const save = (next: GivenPeriod[]) => saving.mutate({ periods: next, version }, { onSuccess: () => setEdited(null) });
  const without = (key: string) => periods.filter((one) => one.key !== key).map(given);
  const put = (period: GivenPeriod) => save(isNew ? [...periods.map(given), period] : periods.map((one) => (one.key === period.key ? period : given(one))));
  const form = edited && <PeriodForm key={isNew ? NEW : edited.key} period={edited} others={without(edited.key)} isNew={isNew} saving={saving.isPending} save={put} close={() => setEdited(null)} />;
  return (
    <Card
      title={say("seasons.title")}
      hint={say("seasons.help")}
      aside={
        periods.length > 0 && !edited ? (
          <Button size="xs" variant="default" style={{ flex: "none" }} leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setEdited(blank(today()))}>
            {say("seasons.add")}
          </Button>
        ) : undefined
      }
    >
      {periods.length === 0 && !edited && (
        <div className={classes.none}>
          <p>{say("seasons.none")}</p>
          {proposed.map((one) => (
            <Button key={one.key} size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setEdited(given(one))}>{say("seasons.add_tet")}</Button>
          ))}
          <Button size="xs" variant="default" onClick={() => setEdited(blank(today()))}>{say("seasons.add_another")}</Button>
        </div>
      )}
      {periods.length > 0 && (
        <ul className={classes.periods}>
          {periods.map((one) =>
            edited?.key === one.key ? <li key={one.key}>{form}</li> : <PeriodRow key={one.key} period={one} busy={saving.isPending || edited !== null} edit={() => setEdited(given(one))} remove={() => save(without(one.key))} />,
          )}
        </ul>
      )}
      {isNew && form}
      {saving.error && <ErrorNote error={saving.error} />}
    </Card>
  );
}

function PeriodRow({ period, busy, edit, remove }: { period: ShownPeriod; busy: boolean; edit: () => void; remove: () => void }) {
  const { say } = useTexts();
  const name = useName();
  const when = useWhen();
  return (
    <li className={classes.period}>
      <div>
        <strong><Named name={period.name} /></strong>
        <small>{when(period)}</small>
      </div>
      <span className={classes.pace} data-usual={period.pace === 100}>{say("seasons.pace", { percent: period.pace })}</span>
      <small className={classes.why}>{period.percent === null ? <Said learned={period.learned} /> : say("seasons.set_by_hand")}</small>
      <span className={classes.acts}>
        <ActionIcon variant="subtle" color="gray" disabled={busy} aria-label={say("seasons.edit", { name: name(period.name) })} onClick={edit}><IconPencil size={15} aria-hidden="true" /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" disabled={busy} aria-label={say("seasons.remove", { name: name(period.name) })} onClick={remove}><IconX size={15} aria-hidden="true" /></ActionIcon>
      </span>
    </li>
  );
}

/** What the log says of a period's pace. */
export function Said({ learned }: { learned: Learned | null }) {
  const { say } = useTexts();
  if (learned === null) return <>{say("seasons.nothing_learned")}</>;
  const { percent, low, high, days, times } = learned;
  return <>{say(learned.sure ? "seasons.learned" : "seasons.unsure", { percent, low, high, days, times })}</>;
}

/** When a period is, in words. */
function useWhen(): (period: GivenPeriod) => string {
  const { say } = useTexts();
  const format = useFormat();
  const day = (written: string) => format.date(Date.parse(`${written}T12:00:00Z`) / 1000);
  const lunar = (days: string) => (Number(days) < 0 ? say("seasons.before_tet", { days: -Number(days) }) : say("seasons.day_of_tet", { day: Number(days) + 1 }));
  return ({ kind, first, last }) => {
    if (kind === "tet") return say("seasons.from_to", { first: lunar(first), last: lunar(last) });
    if (kind === "yearly") return say("seasons.every_year", { first: turned(first), last: turned(last) });
    return first === last ? day(first) : say("seasons.from_to", { first: day(first), last: day(last) });
  };
}

const turned = (monthDay: string) => monthDay.split("-").reverse().join("/");
const today = () => new Date().toISOString().slice(0, 10);
