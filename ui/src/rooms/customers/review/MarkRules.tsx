import { Button, Switch, TagsInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Flags } from "~/api/types";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { useEverythingAnew } from "./deciding";
import classes from "./review.module.css";

/** Who is marked without anybody being asked. */
export function MarkRules({ held }: { held: Flags["rules"] }) {
  const { say } = useTexts();
  const anew = useEverythingAnew();
  const [draft, setDraft] = useState(held);
  const saving = useMutation({ mutationFn: () => body(api.PUT("/api/flag-rules", { body: draft })), onSuccess: anew });
  const changed = JSON.stringify(draft) !== JSON.stringify(held);
  return (
    <Card title={say("marks.rules")} hint={say("marks.rules_help")}>
      <div className={classes.part}>
        <TagsInput label={say("marks.domains")} description={say("marks.domains_help")} placeholder={draft.staff_domains.length > 0 ? undefined : "shop.vn"} value={draft.staff_domains} onChange={(staff_domains) => setDraft({ ...draft, staff_domains })} maw={560} />
        <Switch label={say("marks.bots")} description={say("marks.bots_help")} checked={draft.known_bots} onChange={(event) => setDraft({ ...draft, known_bots: event.currentTarget.checked })} />
        {saving.error && <ErrorNote error={saving.error} />}
      </div>
      <div className={classes.foot}>
        <Button size="xs" disabled={!changed} loading={saving.isPending} onClick={() => saving.mutate()}>{say("review.save_rules")}</Button>
      </div>
    </Card>
  );
}
