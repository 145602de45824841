import { Menu } from "@mantine/core";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { IconDatabaseImport, IconDots, IconId, IconLayoutBoard, IconLayoutDashboard, IconMap2, IconUsers, IconUsersGroup, IconZoomQuestion, type Icon } from "@tabler/icons-react";
import { useSession } from "~/kit/session/SessionGate";
import { type TextKey, useTexts } from "~/texts/texts";
import classes from "./Shell.module.css";
import { LanguageSwitch, ThemeSwitch } from "./Switches";
import { useFocusBack } from "./useFocusBack";

interface Place {
  to: "/" | "/map" | "/explore" | "/boards" | "/customers" | "/segments" | "/personas" | "/data";
  text: TextKey;
  /** Under its icon in a phone's bar; without it, `text`. */
  short?: TextKey;
  icon: Icon;
  /** On a phone it stands behind *More*: the bar has room for four. */
  more?: true;
}

const GROUPS: { title: TextKey; places: Place[] }[] = [
  {
    title: "shell.understand",
    places: [
      { to: "/", text: "shell.overview", icon: IconLayoutDashboard },
      { to: "/map", text: "shell.map", short: "shell.map_short", icon: IconMap2 },
      { to: "/explore", text: "shell.explore", icon: IconZoomQuestion },
      { to: "/boards", text: "shell.boards", icon: IconLayoutBoard, more: true },
    ],
  },
  {
    title: "shell.people",
    places: [
      { to: "/customers", text: "shell.customers", icon: IconUsers },
      { to: "/segments", text: "shell.segments", icon: IconUsersGroup, more: true },
      { to: "/personas", text: "shell.personas", icon: IconId, more: true },
    ],
  },
  { title: "shell.data_group", places: [{ to: "/data", text: "shell.data", icon: IconDatabaseImport, more: true }] },
];
const MORE = GROUPS.flatMap(({ places }) => places.filter(({ more }) => more));

/** The frame of every page: navigation at the left, at the bottom on a phone. */
export function Shell() {
  const { say } = useTexts();
  const session = useSession();
  useFocusBack();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">{say("shell.skip")}</a>
      <header className={classes.side} data-mantine-color-scheme-fixed="dark">
        <div className={classes.brand}>
          <img src="/wend.svg" alt="" width={26} height={26} />
          <span>Wend</span>
          <small title={say("shell.workspace")}>{session.workspace}</small>
        </div>
        <nav className={classes.nav} aria-label={say("shell.navigation")}>
          {GROUPS.map((group) => (
            <div key={group.title} className={classes.group}>
              <span className={classes.title}>{say(group.title)}</span>
              {group.places.map(({ to, text, short, icon: Sign, more }) => (
                <Link key={to} to={to} className={classes.link} data-more={more} activeOptions={{ exact: to === "/", includeSearch: false }} activeProps={{ "aria-current": "page" }}>
                  <Sign size={18} stroke={1.8} aria-hidden="true" />
                  <span className={classes.long}>{say(text)}</span>
                  <span className={classes.short} aria-hidden="true">{say(short ?? text)}</span>
                </Link>
              ))}
            </div>
          ))}
          <More />
        </nav>
        <div className={classes.foot}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

/** What a phone's bar has no room for. */
function More() {
  const { say } = useTexts();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const inside = MORE.some(({ to }) => here.startsWith(to));
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <button type="button" className={`plain ${classes.link} ${classes.more}`} data-current={inside}>
          <IconDots size={18} stroke={1.8} aria-hidden="true" />
          <span>{say("shell.more")}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {MORE.map(({ to, text, icon: Sign }) => (
          <Menu.Item key={to} component={Link} to={to} leftSection={<Sign size={18} stroke={1.8} aria-hidden="true" />}>{say(text)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
