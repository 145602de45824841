import { ActionIcon, Button, NumberInput, Select, TagsInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { IdentityRules } from "~/api/types";
import { Card } from "~/kit/page/Page";
import tables from "~/kit/page/table.module.css";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { changesBetween, written } from "./changes";
import { useEverythingAnew } from "./deciding";
import { useKind } from "./Identifier";
import classes from "./review.module.css";

const ROLES = ["unique", "strong", "weak"] as const;

/** By which rules evidence joins people. */
export function RulesCard() {
  const found = useQuery({ queryKey: ["identity-rules"], queryFn: ({ signal }) => body(api.GET("/api/people/rules", { signal })) });
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={4} height={56} />;
  return <RulesForm key={JSON.stringify(found.data)} held={found.data} />;
}

function RulesForm({ held }: { held: IdentityRules }) {
  const { say } = useTexts();
  const anew = useEverythingAnew();
  const kindName = useKind();
  const [draft, setDraft] = useState(held);
  const saving = useMutation({ mutationFn: () => body(api.PUT("/api/people/rules", { body: written(draft) })), onSuccess: anew });
  const put = (i: number, change: Partial<IdentityRules["kinds"][number]>) => setDraft({ ...draft, kinds: draft.kinds.map((kind, k) => (k === i ? { ...kind, ...change } : kind)) });
  const swap = (i: number, j: number) => setDraft({ ...draft, kinds: draft.kinds.map((kind, k) => draft.kinds[k === i ? j : k === j ? i : k] ?? kind) });
  const changes = changesBetween(held, draft, say, (kind) => kindName(`${kind}:`));
  return (
    <Card title={say("review.look_rules")} hint={say("review.rules_help")}>
      <div className={tables.scroll}>
        <table className={`${tables.table} ${classes.kinds}`}>
          <thead>
            <tr>
              <th scope="col">{say("review.kind")}</th>
              <th scope="col">{say("review.role")}</th>
              <th scope="col">{say("review.most")}</th>
              <th scope="col">{say("review.sharers")}</th>
              <th scope="col">{say("review.order")}</th>
            </tr>
          </thead>
          <tbody>
            {draft.kinds.map((kind, i) => {
              const name = kindName(`${kind.kind}:`);
              return (
                <tr key={kind.kind}>
                  <th scope="row"><strong>{name}</strong></th>
                  <td data-label={say("review.role")}><Select size="xs" miw={150} aria-label={`${name}: ${say("review.role")}`} data={ROLES.map((value) => ({ value, label: say(`review.role_${value}`) }))} value={kind.role} onChange={(role) => put(i, { role: role ?? kind.role })} allowDeselect={false} /></td>
                  <td data-label={say("review.most")}><NumberInput size="xs" w={84} aria-label={`${name}: ${say("review.most")}`} min={1} max={10_000} value={kind.most} onChange={(value) => put(i, { most: Number(value) || 1 })} /></td>
                  <td data-label={say("review.sharers")}><NumberInput size="xs" w={84} aria-label={`${name}: ${say("review.sharers")}`} min={0} max={10_000} value={kind.sharers} onChange={(value) => put(i, { sharers: Number(value) || 0 })} /></td>
                  <td data-label={say("review.order")}>
                    <span className={classes.acts}>
                      <ActionIcon size="sm" variant="default" aria-label={say("review.up", { kind: name })} disabled={i === 0} onClick={() => swap(i, i - 1)}><IconArrowUp size={13} aria-hidden="true" /></ActionIcon>
                      <ActionIcon size="sm" variant="default" aria-label={say("review.down", { kind: name })} disabled={i === draft.kinds.length - 1} onClick={() => swap(i, i + 1)}><IconArrowDown size={13} aria-hidden="true" /></ActionIcon>
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={classes.limits}>
        <TagsInput label={say("review.blocked")} description={say("review.blocked_help")} placeholder="phone:+84281234567" value={draft.blocked} onChange={(blocked) => setDraft({ ...draft, blocked })} />
        <NumberInput label={say("review.most_identifiers")} min={2} max={10_000} value={draft.most_identifiers} onChange={(value) => setDraft({ ...draft, most_identifiers: Number(value) || 2 })} />
        <NumberInput label={say("review.most_links")} description={say("review.most_links_help")} min={10} max={10_000} value={draft.most_links} onChange={(value) => setDraft({ ...draft, most_links: Number(value) || 10 })} />
      </div>
      {changes.length > 0 && (
        <div className={classes.warning} role="status">
          <strong>{say("review.will_change")}</strong>
          <ul>{changes.map((change) => <li key={change}>{change}</li>)}</ul>
          <p>{say("review.will_change_help")}</p>
        </div>
      )}
      {saving.error && <ErrorNote error={saving.error} />}
      <div className={classes.foot}>
        {changes.length > 0 && <Button size="xs" variant="default" onClick={() => setDraft(held)}>{say("stages.undo")}</Button>}
        <Button size="xs" disabled={changes.length === 0} loading={saving.isPending} onClick={() => saving.mutate()}>{say("review.save_rules")}</Button>
      </div>
    </Card>
  );
}
