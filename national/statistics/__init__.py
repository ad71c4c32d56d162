"""The national statistics, one file each: names, definition, query and table."""

from national.statistics import (
    activity_by_year,
    by_province,
    center_scale,
    outcomes,
    run_duration,
    survival_one_year,
)
from national.statistics.base import Statistic

STATISTICS: dict[str, Statistic] = {
    module.STATISTIC.key: module.STATISTIC
    for module in (activity_by_year, center_scale, outcomes, by_province, run_duration, survival_one_year)
}
DEFINITION_VERSION = "1.0"  # of the set as a whole: raised whenever any definition changes
