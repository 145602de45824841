import { Button, Modal, SegmentedControl, Select } from "@mantine/core";
import { IconMapPin } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Remark } from "~/api/types";
import { nameIn, useName } from "~/kit/names";
import type { Where } from "~/rooms/explore/address";
import type { Asking } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import { writeOpened } from "../opened";
import { RemarkForm } from "./RemarkForm";
import classes from "./remarks.module.css";
import { useKeepingRemarks } from "./useRemarks";

interface PutProps {
  asking: Asking;
  where: Where;
  /** What the number is a number of. */
  title: string;
}

const KINDS: readonly Remark["kind"][] = ["obstacle", "note"];

/** Puts a number on the map: as an obstacle that it shows, or with a note. */
export function PutOnMap(props: PutProps) {
  const { say } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconMapPin size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>{say("remarks.put")}</Button>
      {open && <PutForm {...props} close={() => setOpen(false)} />}
    </>
  );
}

function PutForm({ asking, where, title, close }: PutProps & { close: () => void }) {
  const { say, language } = useTexts();
  const name = useName();
  const { add } = useKeepingRemarks();
  const [kind, setKind] = useState<Remark["kind"]>("obstacle");
  const sets = useQuery({ queryKey: ["stage-sets"], queryFn: ({ signal }) => body(api.GET("/api/stage-sets", { signal })) }).data;
  const touchpoints = useQuery({ queryKey: ["touchpoints"], queryFn: ({ signal }) => body(api.GET("/api/touchpoints", { signal })) }).data;
  const set = (sets?.find((each) => each.stage_set.key === asking.params.stage_set) ?? sets?.find((each) => each.suggested) ?? sets?.[0])?.stage_set;
  const known = (key: string | undefined) => touchpoints?.find(({ touchpoint }) => touchpoint.key === key)?.touchpoint;
  const named = known(where.touchpoint ?? where.step ?? where.from ?? where.start ?? where.end);
  const [chosen, setChosen] = useState<{ stage?: string; touchpoint?: string | null }>({});
  const touchpoint = chosen.touchpoint === undefined ? (named?.key ?? null) : chosen.touchpoint;
  const home = known(touchpoint ?? undefined)?.stage;
  const guessed = [where.stage, home].find((key) => set?.stages.some((each) => each.key === key));
  const stage = chosen.stage ?? guessed ?? set?.stages[0]?.key ?? "";
  const about: Remark["about"] = touchpoint ? { kind: "touchpoint", key: touchpoint, stage } : { kind: "stage", key: stage, stage: "" };
  const { question, params, over, per, query } = asking;
  const asked = { question, params, over, per, where, from_at: query.from_at ?? null, to_at: query.to_at ?? null, channel: query.channel ?? [], trait: query.trait ?? [], segment: query.segment ?? [] };
  const keep = (words: { title: string; text: string }) => add.mutate({ kind, about, stage_set: set?.key ?? "", asked, ...words });
  const made = add.data;
  return (
    <Modal opened onClose={close} title={say("remarks.put")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {made ? (
        <div className={classes.stack} role="status">
          <p>{say("remarks.is_there")}</p>
          <Button renderRoot={(props) => <Link to="/map" search={{ set: made.stage_set, open: writeOpened(made.kind === "obstacle" ? { kind: "remark", key: made.id, stage: "" } : { ...made.about, stage: made.about.kind === "stage" ? made.about.key : made.about.stage }) }} {...props} />}>{say("remarks.to_map")}</Button>
        </div>
      ) : (
        <div className={classes.stack}>
          <SegmentedControl size="xs" aria-label={say("remarks.as_what")} data={KINDS.map((value) => ({ value, label: say(`remarks.kind_${value}`) }))} value={kind} onChange={(next) => setKind(next as Remark["kind"])} />
          <p className={classes.faint}>{say("remarks.put_hint", { title })}</p>
          <div className={classes.places}>
            <Select size="xs" label={say("condition.stage")} data={(set?.stages ?? []).map((each) => ({ value: each.key, label: nameIn(each.name, language) }))} value={stage || null} onChange={(next) => setChosen({ ...chosen, stage: next ?? stage })} allowDeselect={false} />
            <Select size="xs" label={say("remarks.at_touchpoint")} placeholder={say("remarks.at_stage")} data={(touchpoints ?? []).map(({ touchpoint: each }) => ({ value: each.key, label: name(each.name) }))} value={touchpoint} onChange={(next) => setChosen({ ...chosen, touchpoint: next })} searchable clearable nothingFoundMessage={say("selection.nothing_found")} />
          </div>
          <RemarkForm key={kind} kind={kind} busy={add.isPending} error={add.error} keep={keep} cancel={close} />
        </div>
      )}
    </Modal>
  );
}
