// The empty row of each table as the server made it, before anything on the page changes it: what the next one is made of.

const rows = new Map();

for (const table of document.querySelectorAll("table[data-row-table]")) {
  const row = table.querySelector("tbody.is-new:last-of-type");
  if (row) rows.set(table.dataset.rowTable, row.outerHTML);
}

/** The markup of the empty row of a table. */
export const emptyRow = (table) => rows.get(table.dataset.rowTable);
