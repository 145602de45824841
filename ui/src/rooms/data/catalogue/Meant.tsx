import { Autocomplete, NumberInput, SegmentedControl, Select, Switch, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { Touchpoint } from "~/api/types";
import { minorDigits } from "~/kit/format";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./registry.module.css";

const CURRENCIES = ["VND", "USD", "EUR"];

/** What is meant of a touchpoint: should it be there, who answers for it, what kind it is, what it costs, what it is to reach. */
export function Meant({ touchpoint, change }: { touchpoint: Touchpoint; change: (part: Partial<Touchpoint>) => void }) {
  const { say } = useTexts();
  const name = useName();
  const sets = useQuery({ queryKey: ["stage-sets"], queryFn: ({ signal }) => body(api.GET("/api/stage-sets", { signal })) });
  const stages = sets.data?.[0]?.stage_set.stages ?? [];
  const currency = touchpoint.currency || "VND";
  const unit = 10 ** minorDigits(currency);
  const kinds = (["action", "communication"] as const).map((value) => ({ value, label: say(`registry.kind_${value}`) }));
  const beginners = (["customer", "company"] as const).map((value) => ({ value, label: say(`registry.begun_${value}`) }));
  const costs = (value: number | string) => {
    const cost = Math.max(0, Math.round(Number(value || 0) * unit));
    change({ cost, currency: cost ? currency : "" });
  };
  return (
    <section className={classes.meant} aria-label={say("registry.meant")}>
      <h3>{say("registry.meant")}</h3>
      <Switch label={say("registry.should_use")} checked={touchpoint.should_use} onChange={(event) => change({ should_use: event.currentTarget.checked })} />
      <div className={classes.choices}>
        <div>
          <span>{say("registry.kind")}</span>
          <SegmentedControl size="xs" fullWidth data={kinds} value={touchpoint.kind} onChange={(value) => change({ kind: value as Touchpoint["kind"] })} />
        </div>
        <div>
          <span>{say("registry.who_begins")}</span>
          <SegmentedControl size="xs" fullWidth data={beginners} value={touchpoint.begun_by} onChange={(value) => change({ begun_by: value as Touchpoint["begun_by"] })} />
        </div>
      </div>
      <div className={classes.choices}>
        <TextInput size="xs" label={say("registry.owner")} value={touchpoint.owner} maxLength={120} onChange={(event) => change({ owner: event.currentTarget.value })} />
        <Select size="xs" label={say("registry.home_stage")} data={stages.map((stage) => ({ value: stage.key, label: name(stage.name) }))} value={stages.some((stage) => stage.key === touchpoint.stage) ? touchpoint.stage : null} onChange={(value) => change({ stage: value ?? "" })} clearable />
        <NumberInput size="xs" label={say("registry.target")} value={touchpoint.target || ""} min={0} allowDecimal={false} thousandSeparator onChange={(value) => change({ target: Math.max(0, Number(value) || 0) })} />
        <div className={classes.cost}>
          <NumberInput size="xs" label={say("registry.cost_each")} value={touchpoint.cost ? touchpoint.cost / unit : ""} min={0} thousandSeparator onChange={costs} />
          <Autocomplete size="xs" aria-label={say("registry.currency")} data={CURRENCIES} value={currency} maxLength={3} onChange={(value) => change({ currency: touchpoint.cost ? value.toUpperCase() : "" })} disabled={!touchpoint.cost} />
        </div>
      </div>
    </section>
  );
}
