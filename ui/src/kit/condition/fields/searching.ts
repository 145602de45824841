import type { ComboboxItem, ComboboxParsedItem, OptionsFilter } from "@mantine/core";

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();

/** Finds options by what they are called and by how they are written, without case and accents. */
export const byNameOrKey: OptionsFilter = ({ options, search, limit }) => {
  const sought = folded(search.trim());
  const fits = ({ label, value }: ComboboxItem) => folded(label).includes(sought) || folded(value).includes(sought);
  let left = limit;
  const taken = (items: ComboboxItem[]) => {
    const found = items.filter(fits).slice(0, left);
    left -= found.length;
    return found;
  };
  return options.flatMap((each): ComboboxParsedItem[] => {
    if (!("group" in each)) return taken([each as ComboboxItem]);
    const items = taken(each.items as ComboboxItem[]);
    return items.length > 0 ? [{ ...each, items }] : [];
  });
};
