import { Button, Menu, SegmentedControl } from "@mantine/core";
import { IconDownload, IconLayoutGrid, IconListDetails, IconTable } from "@tabler/icons-react";
import type { JourneyMap } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { CoverageBar } from "~/kit/drawing/CoverageBar";
import type { Asked } from "~/kit/selection/selection";
import { type TextKey, useTexts } from "~/texts/texts";
import { exportAddress, FORMS } from "./exporting";
import { MovesMenu } from "./moves/MovesMenu";
import { known as bounded } from "./provenance";
import classes from "./MapHeader.module.css";

export type View = "grid" | "list" | "table";
const VIEWS: { view: View; text: TextKey; icon: typeof IconTable }[] = [
  { view: "grid", text: "map.view_grid", icon: IconLayoutGrid },
  { view: "list", text: "map.view_list", icon: IconListDetails },
  { view: "table", text: "map.view_table", icon: IconTable },
];

interface HeaderProps {
  map: JourneyMap | undefined;
  asked: Asked;
  view: View;
  onView: (view: View) => void;
  /** The segments that have a lane of their own. */
  lanes: string[];
  onLanes: (segments: string[]) => void;
}

export function MapHeader({ map, asked, view, onView, lanes, onLanes }: HeaderProps) {
  const { say } = useTexts();
  const name = useName();
  return (
    <header className={classes.header}>
      <div className={classes.first}>
        <h1>{map && map.customers > 0 ? name(map.title) : say("map.page")}</h1>
        <span className={classes.badge}>{say("map.current_state")}</span>
        <div className={classes.actions}>
          <SegmentedControl
            size="sm"
            aria-label={say("map.view")}
            value={view}
            onChange={(chosen) => onView(chosen as View)}
            data={VIEWS.map(({ view: value, text, icon: Sign }) => ({
              value,
              label: (
                <span className={classes.view} title={say(text)}>
                  <Sign size={16} aria-hidden="true" />
                  <span className={classes.viewName}>{say(text)}</span>
                </span>
              ),
            }))}
          />
          <MovesMenu chosen={lanes} choose={onLanes} />
          <ExportMenu asked={asked} lanes={lanes} />
        </div>
      </div>
      {map && map.customers > 0 && <Facts map={map} />}
    </header>
  );
}

function Facts({ map }: { map: JourneyMap }) {
  const { say } = useTexts();
  const format = useFormat();
  const { from_at, to_at, computed_at, stage_set_version } = map.provenance;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{say("map.period")}</dt>
        <dd>{bounded(from_at) && bounded(to_at) ? format.period(from_at, to_at) : say("selection.all_time")}</dd>
      </div>
      <div>
        <dd>{format.number(map.customers)}</dd>
        <dt>{say("map.customers", { count: map.customers })}</dt>
      </div>
      <div>
        <dd>{format.compact(map.events)}</dd>
        <dt>{say("map.events", { count: map.events })}</dt>
      </div>
      <div title={say("map.covered_help")}>
        <dt>{say("map.covered")}</dt>
        <dd>
          <CoverageBar share={map.covered_share} />
        </dd>
      </div>
      {stage_set_version > 0 && (
        <div>
          <dt>{say("map.stage_rules")}</dt>
          <dd>{say("map.stage_version", { version: stage_set_version })}</dd>
        </div>
      )}
      <div>
        <dt>{say("map.updated")}</dt>
        <dd>{format.ago(computed_at, Math.max(computed_at, Math.floor(Date.now() / 1000)))}</dd>
      </div>
    </dl>
  );
}

function ExportMenu({ asked, lanes }: { asked: Asked; lanes: string[] }) {
  const { say, language } = useTexts();
  return (
    <Menu position="bottom-end" shadow="md" width={230}>
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconDownload size={16} aria-hidden="true" />}>
          {say("map.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMS.map((form) => (
          <Menu.Item key={form} component="a" href={exportAddress(form, language, asked, lanes)} download>
            {say(`map.export_${form}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
