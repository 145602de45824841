import { Button, Drawer, NumberInput, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Touchpoint } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./place.module.css";
import { moved, windowAround } from "./touchpoint";

interface DrawerProps {
  touchpoint: Touchpoint;
  all: Touchpoint[];
  close: () => void;
}

/** The place of a touchpoint among those whose rules are tried before and after it, and what another one would change. */
export function PlaceDrawer({ touchpoint, all, close }: DrawerProps) {
  const { say } = useTexts();
  const name = useName();
  const client = useQueryClient();
  const today = all.findIndex(({ key }) => key === touchpoint.key);
  const [place, setPlace] = useState(today);
  const called = name(touchpoint.name);
  const to = (wanted: number) => setPlace(Math.min(all.length - 1, Math.max(0, wanted)));
  const saving = useMutation({
    mutationFn: () => body(api.POST("/api/touchpoints/{key}/move", { params: { path: { key: touchpoint.key } }, body: { place: place + 1 } })),
    onSuccess: () => {
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      close();
    },
  });
  const order = moved(all, today, place);
  return (
    <Drawer opened onClose={close} position="right" size="md" title={say("registry.move_title", { name: called })} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.place}>
        <p>{say("registry.move_help")}</p>
        <div className={classes.steps}>
          <NumberInput label={say("registry.move_place")} w={88} min={1} max={all.length} allowDecimal={false} allowNegative={false} value={place + 1} onChange={(value) => value !== "" && to(Number(value) - 1)} data-autofocus />
          <Button variant="default" leftSection={<IconArrowUp size={15} aria-hidden="true" />} disabled={place === 0} onClick={() => to(place - 1)}>{say("registry.move_up")}</Button>
          <Button variant="default" leftSection={<IconArrowDown size={15} aria-hidden="true" />} disabled={place === all.length - 1} onClick={() => to(place + 1)}>{say("registry.move_down")}</Button>
        </div>
        <div className={classes.order} role="group" aria-label={say("registry.move_list")}>
          {windowAround(order, place).map(([at, one]) => (
            <p key={one.key} data-moved={one.key === touchpoint.key} aria-current={one.key === touchpoint.key ? "true" : undefined}>
              <span>{at + 1}</span>
              {name(one.name)}
            </p>
          ))}
        </div>
        <VisuallyHidden role="status">{say("registry.moved_to", { name: called, place: place + 1, of: all.length })}</VisuallyHidden>
        {place === today ? <p className={classes.changes}>{say("registry.move_same")}</p> : <Changes touchpoint={touchpoint} place={place} all={all} />}
        {saving.error && <ErrorNote error={saving.error} />}
        <div className={classes.actions}>
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button disabled={place === today} loading={saving.isPending} onClick={() => saving.mutate()}>{say("action.save")}</Button>
        </div>
      </div>
    </Drawer>
  );
}

/** Which events would change their touchpoint, counted a moment after the last step. */
function Changes({ touchpoint, place, all }: { touchpoint: Touchpoint; place: number; all: Touchpoint[] }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const [settled] = useDebouncedValue(place, 250);
  const preview = useQuery({
    queryKey: ["move", touchpoint.key, settled],
    queryFn: ({ signal }) => body(api.POST("/api/touchpoints/{key}/move/preview", { params: { path: { key: touchpoint.key } }, body: { place: settled + 1 }, signal })),
    placeholderData: keepPreviousData,
  });
  if (preview.error) return <ErrorNote error={preview.error} />;
  if (!preview.data) return <p className={classes.changes}>{say("state.loading")}</p>;
  const called = (key: string) => name(all.find((one) => one.key === key)?.name ?? { en: key, vi: key });
  const { events, customers, taken } = preview.data;
  return (
    <div className={classes.changes} role="status" data-stale={preview.isFetching || settled !== place}>
      {events === 0 && say("registry.move_nothing")}
      {events > 0 && (
        <strong>
          {say("registry.move_taken", { events: format.number(events) })}, {say("registry.move_customers", { count: customers, value: format.number(customers) })}
        </strong>
      )}
      <ul>
        {taken.map((each) => (
          <li key={`${each.before} ${each.after}`}>{say("registry.move_line", { events: format.number(each.events), before: called(each.before), after: called(each.after) })}</li>
        ))}
      </ul>
    </div>
  );
}
