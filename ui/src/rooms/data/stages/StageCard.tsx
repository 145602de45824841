import { ActionIcon, Button, MultiSelect, NumberInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { components } from "~/api/schema";
import type { Name, Stage, Touchpoint } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./stages.module.css";

interface CardProps {
  number: number;
  stage: Stage;
  said: Name[];
  touchpoints: Touchpoint[];
  counted: components["schemas"]["StagePreview"] | undefined;
  stale: boolean;
  change: (stage: Stage) => void;
}

/** A stage with the rules that lead into it: any of them is enough. */
export function StageCard({ number, stage, said, touchpoints, counted, stale, change }: CardProps) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const data = touchpoints.map((touchpoint) => ({ value: touchpoint.key, label: name(touchpoint.name) }));
  type Rule = Stage["rules"][number];
  const set = (i: number, part: Partial<Rule>) => change({ ...stage, rules: stage.rules.map((rule, at) => (at === i ? { ...rule, ...part } : rule)) });
  return (
    <li className={classes.stage}>
      <div className={classes.heading}>
        <span className={classes.number}>{number}</span>
        <strong><Named name={stage.name} /></strong>
        {counted && (
          <span className={classes.count} data-stale={stale}>
            {say("stage.customers", { count: counted.customers, value: format.number(counted.customers) })}
            {counted.customers !== counted.customers_today && <em>{say("stages.today", { value: format.number(counted.customers_today) })}</em>}
          </span>
        )}
      </div>
      {number === 1 && stage.rules.length === 0 && <p className={classes.first}>{say("stages.first")}</p>}
      {said.map((reason, i) => (
        <p key={i} className={classes.first}><Named name={reason} /></p>
      ))}
      {stage.rules.map((rule, i) => (
        <div key={i} className={classes.rule}>
          <NumberInput size="xs" w={86} aria-label={say("stages.at_least")} prefix="≥ " suffix=" ×" value={rule.at_least} min={1} max={999} onChange={(value) => set(i, { at_least: Math.max(1, Number(value) || 1) })} />
          <MultiSelect size="xs" className={classes.touchpoints ?? ""} aria-label={say("stages.touchpoints")} data={data} value={rule.touchpoints} onChange={(keys) => set(i, { touchpoints: keys })} searchable />
          <ActionIcon variant="subtle" color="gray" aria-label={say("stages.remove_rule")} onClick={() => change({ ...stage, rules: stage.rules.filter((_, at) => at !== i) })}>
            <IconX size={15} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {number > 1 && (
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} aria-hidden="true" />} onClick={() => change({ ...stage, rules: [...stage.rules, { touchpoints: [], at_least: 1 }] })}>
          {stage.rules.length === 0 ? say("stages.add_rule") : say("stages.or_rule")}
        </Button>
      )}
    </li>
  );
}
