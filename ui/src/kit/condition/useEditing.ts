import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "~/texts/texts";
import type { Building, Zone } from "./context";
import { began, did, redone, undone } from "./history";
import { missing } from "./kinds";
import { grouped, moved, placed, type Way } from "./moving";
import { type Body, change, fresh, type Group, insert, isGroup, leaves, type Node, nothing, read, remove, where, write } from "./tree";

/** Everything that happens to a condition while it is edited; `emit` hears of every change of its document. */
export function useEditing(document: Body | null, emit: (document: Body | null) => void) {
  const { say } = useTexts();
  const [history, setHistory] = useState(() => began(read(document)));
  const [told, setTold] = useState("");
  const [dragged, drag] = useState<string | null>(null);
  const [over, hover] = useState<{ id: string; zone: Zone } | null>(null);
  const wanted = useRef<string[]>([]);
  const tree = history.now;
  const written = useMemo(() => write(tree, (each) => missing(each) === null), [tree]);
  const finished = useMemo(() => leaves(tree.root).every((each) => missing(each) === null), [tree]);
  const text = JSON.stringify(written.document);
  const sent = useRef(JSON.stringify(document));
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    emit(JSON.parse(text) as Body | null);
  }, [text, emit]);
  const given = JSON.stringify(document);
  useEffect(() => {
    if (given === sent.current) return; // from outside: another condition, not the echo of this one
    sent.current = given;
    setHistory((before) => did(before, read(JSON.parse(given))));
  }, [given]);
  useEffect(() => {
    const found = wanted.current.map((each) => window.document.querySelector<HTMLElement>(each)).find((each) => each !== null);
    if (!found) return;
    wanted.current = [];
    requestAnimationFrame(() => requestAnimationFrame(() => found.focus())); // a menu that closes lets go of the focus first
  });
  const put = useCallback((to: (root: Group) => Group, field = "") => setHistory((before) => {
    const root = to(before.now.root);
    return root === before.now.root ? before : did(before, { ...before.now, root }, field);
  }), []);
  const shown = (root: Group, id: string) => {
    const found = where(root, id);
    return found && { place: found.at + 1, of: found.parent.parts.length, group: say(`condition.${found.parent.kind}`) };
  };
  const arrange = (to: (root: Group) => Group, id: string) => {
    const after = to(tree.root);
    const found = after === tree.root ? null : shown(after, id);
    setTold(found ? say("condition.moved", found) : say("condition.not_moved"));
    put(to);
    wanted.current = [`[data-grip="${id}"]`];
  };
  const acts: Pick<Building, "change" | "add" | "take" | "move" | "double" | "drop"> = {
    change: (id, to, field) => put((root) => change(root, id, to), field),
    add: (parent, part) => {
      put((root) => {
        const at = parent === root.id ? root.parts.length : (find(root, parent)?.parts.length ?? 0);
        return insert(root, parent, at, part);
      });
      const seen = `[data-part="${part.id}"] input:not([type="hidden"])`;
      wanted.current = [`${seen}:not([readonly])`, seen];
    },
    take: (id) => {
      const found = where(tree.root, id);
      const next = found && (found.parent.parts[found.at + 1] ?? found.parent.parts[found.at - 1]);
      put((root) => remove(root, id));
      setTold(say("condition.removed"));
      wanted.current = next ? [`[data-grip="${next.id}"]`] : [`[data-add="${tree.root.id}"]`];
    },
    move: (id, way: Way) => arrange((root) => moved(root, id, way), id),
    double: (id) => {
      const found = where(tree.root, id);
      const part = found?.parent.parts[found.at];
      if (found && part) put((root) => insert(root, found.parent.id, found.at + 1, copied(part)));
    },
    drop: () => {
      if (dragged && over) arrange((root) => dropped(root, dragged, over), dragged);
      drag(null);
      hover(null);
    },
  };
  return {
    tree,
    written,
    finished,
    told,
    acts,
    dragging: { dragged, drag, over, hover },
    replace: (next: Body | null) => setHistory((before) => did(before, next === null ? nothing() : read(next))),
    undo: history.past.length > 0 ? () => setHistory(undone) : null,
    redo: history.future.length > 0 ? () => setHistory(redone) : null,
  };
}

export type Editing = ReturnType<typeof useEditing>;

function find(root: Group, id: string): Group | undefined {
  if (root.id === id) return root;
  return root.parts.filter(isGroup).map((each) => find(each, id)).find((each) => each !== undefined);
}

function copied(part: Node): Node {
  return isGroup(part) ? { ...part, id: fresh(), parts: part.parts.map(copied) } : { ...part, id: fresh() };
}

function dropped(root: Group, id: string, { id: onto, zone }: { id: string; zone: Zone }): Group {
  if (zone === "onto") return grouped(root, id, onto);
  if (zone === "end") return placed(root, id, onto, find(root, onto)?.parts.length ?? 0);
  const place = where(root, onto);
  return place ? placed(root, id, place.parent.id, place.at + (zone === "after" ? 1 : 0)) : root;
}
