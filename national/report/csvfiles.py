"""CSV files of an edition: RFC 4180, UTF-8 with byte order mark, released values only."""

import csv
import io

from national.report.flat import FlatTable, Value

BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet program reads a text that begins with one of these as a formula or a command.
TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(value: Value) -> Value:
    """Text that could start a formula gets one leading apostrophe; numbers stay numbers."""
    if isinstance(value, str) and (
        value.startswith(TRIGGERS) or (value.startswith("'") and value[1:].startswith(TRIGGERS))
    ):
        return "'" + value
    return value


def csv_file(table: FlatTable) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([neutral(name) for name in table.columns])
    for row in table.rows:
        writer.writerow(["" if value is None else neutral(value) for value in row])
    return (BYTE_ORDER_MARK + target.getvalue()).encode("utf-8")
