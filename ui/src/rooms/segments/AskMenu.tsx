import { Button, Menu } from "@mantine/core";
import { IconArrowsDiff, IconCirclesRelation, IconIdBadge2, IconRoute, IconUsersPlus, IconZoomQuestion } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Segment } from "~/api/types";
import type { Body } from "~/kit/condition/tree";
import { useTexts } from "~/texts/texts";
import { useSegments } from "./useSegments";

/** So many sets can be laid over each other. */
const MOST = 6;

/** The condition to belong to a segment. */
export const belonging = (key: string): Body => ({ version: 1, condition: { segment: { is: key } } });

/** What else can be asked about the customers of a segment, each question with the segment filled in. */
export function AskMenu({ segment }: { segment: Segment }) {
  const { say } = useTexts();
  const others = (useSegments().data ?? []).filter(({ key }) => key !== segment.key).sort((a, b) => b.size - a.size).slice(0, MOST - 1);
  const condition = JSON.stringify(belonging(segment.key));
  const conditions = JSON.stringify(Object.fromEntries([segment, ...others].map(({ key, name }) => [name, belonging(key)])));
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target><Button size="xs" variant="default" leftSection={<IconZoomQuestion size={15} aria-hidden="true" />}>{say("segments.ask")}</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRoute size={15} aria-hidden="true" />} renderRoot={(props) => <Link to="/explore/$question" params={{ question: "paths" }} search={{ segment: [segment.key] }} {...props} />}>{say("segments.ask_paths")}</Menu.Item>
        <Menu.Item leftSection={<IconArrowsDiff size={15} aria-hidden="true" />} renderRoot={(props) => <Link to="/explore/$question" params={{ question: "compare" }} search={{ ask: { condition } }} {...props} />}>{say("segments.ask_compare")}</Menu.Item>
        {others.length > 0 && <Menu.Item leftSection={<IconCirclesRelation size={15} aria-hidden="true" />} renderRoot={(props) => <Link to="/explore/$question" params={{ question: "overlap" }} search={{ ask: { conditions } }} {...props} />}>{say("segments.ask_overlap")}</Menu.Item>}
        <Menu.Item leftSection={<IconUsersPlus size={15} aria-hidden="true" />} renderRoot={(props) => <Link to="/explore/$question" params={{ question: "lookalikes" }} search={{ ask: { condition } }} {...props} />}>{say("segments.ask_lookalikes")}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconIdBadge2 size={15} aria-hidden="true" />} renderRoot={(props) => <Link to="/personas/new" search={{ segment: segment.key }} {...props} />}>{say("segments.ask_persona")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
