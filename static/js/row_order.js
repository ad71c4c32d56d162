// Where a row belongs among the others, by the time it is sorted by. Rows without a time, and the empty one, stay last.

const timeOf = (row, name) =>
  [...row.querySelectorAll("[data-field]")].find((field) => field.dataset.field.endsWith(`.${name}`))?.querySelector("input")?.value ?? "";

/** The row this one should stand before. */
export function nextIn(table, row) {
  const name = table.dataset.sortedBy;
  const mine = timeOf(row, name);
  if (!mine) return row.nextElementSibling;
  const others = [...table.querySelectorAll("tbody[data-row]")].filter((other) => other !== row);
  return others.find((other) => !timeOf(other, name) || timeOf(other, name) > mine) ?? row.nextElementSibling;
}
