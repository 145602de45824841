import { Button, Checkbox, Popover } from "@mantine/core";
import { IconArrowsRightLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "~/api/client";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./moves.module.css";
import { MOST_LANES } from "./useMoves";

/** Chooses the segments that have a lane of their own on the map. */
export function MovesMenu({ chosen, choose }: { chosen: string[]; choose: (segments: string[]) => void }) {
  const { say } = useTexts();
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconArrowsRightLeft size={16} aria-hidden="true" />} rightSection={chosen.length > 0 && <span className={classes.count}>{chosen.length}</span>} aria-label={say("moves.button_label", { count: chosen.length })}>
          <span className={classes.word}>{say("moves.button")}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Choice chosen={chosen} choose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({ chosen, choose }: { chosen: string[]; choose: (segments: string[]) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const kept = useQuery({ queryKey: ["segments"], queryFn: ({ signal }) => body(api.GET("/api/segments", { signal })), staleTime: 30_000 }).data;
  const gone = chosen.filter((key) => kept && !kept.some((each) => each.key === key)).map((key) => ({ key, name: key, size: 0 }));
  const all = [...(kept ?? []), ...gone];
  return (
    <div className={classes.choice}>
      <p>{say("moves.help")}</p>
      {kept?.length === 0 && all.length === 0 && (
        <p>
          {say("moves.none")} <Link to="/segments/new">{say("moves.new")}</Link>
        </p>
      )}
      <Checkbox.Group value={chosen} onChange={choose} aria-label={say("moves.help")}>
        <ul className={classes.segments}>
          {all.map(({ key, name, size }) => (
            <li key={key}>
              <Checkbox size="xs" value={key} label={name} description={say("moves.size", { count: size, value: format.number(size) })} disabled={chosen.length >= MOST_LANES && !chosen.includes(key)} />
            </li>
          ))}
        </ul>
      </Checkbox.Group>
      {chosen.length >= MOST_LANES && <p role="status">{say("moves.most", { count: MOST_LANES })}</p>}
    </div>
  );
}
