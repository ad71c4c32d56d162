import getpass
import os
from contextlib import nullcontext
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import translation

from centers import security_log
from centers.history import acting
from centers.models import Center, SecurityEventKind, User
from centers.rls import Scope, scope
from config.demo.load import analyze_as_owner
from crf.pairs import Pair
from outcomes.files import FollowUpFile
from registry.files.changing import ChangedMeanwhile
from registry.files.folder import Folder
from registry.files.loading import Load, Report, open_folder
from registry.files.problems import Level, Problems
from registry.files.rows import ORDER

LANGUAGES = {"zh": "zh-hans", "en": "en"}
MANY_ROWS = 10_000  # from here on the planner should learn what came in
NOTHING_THERE = Pair("No file of cases is in {directory}", "{directory} 中没有病例文件")
WHICH_CENTER = Pair("Name the center with --center", "请用 --center 指定中心")
NO_CENTER = Pair("There is no center {code}", "没有代码为 {code} 的中心")
OTHER_CENTER = Pair("The files are of center {code}", "文件属于中心 {code}")
NO_REASON_GIVEN = "load_cases --accept"  # what the history says when nobody said more
MORE = Pair(
    "… and {number:,} more; --problems FILE has them all", "……另有 {number:,} 条；--problems FILE 可得全部"
)
FOUND = Pair(
    "{error:,} errors, {warning:,} warnings, {note:,} notes",
    "错误 {error:,} 条，提示 {warning:,} 条，说明 {note:,} 条",
)
NOTHING_STORED = Pair("Nothing was loaded.", "未导入任何数据。")
DONE = {
    "dry": Pair("Would load", "将导入"),
    "done": Pair("Loaded", "已导入"),
}
COUNTS = Pair(
    "{done}: cases new {new:,}, changed {changed:,}, unchanged {unchanged:,}; accepted {accepted:,}; "
    "follow-ups new {rows_new:,}, changed {rows_changed:,}, unchanged {rows_unchanged:,}",
    "{done}：病例新增 {new:,}、修改 {changed:,}、未变 {unchanged:,}；通过 {accepted:,}；"
    "随访新增 {rows_new:,}、修改 {rows_changed:,}、未变 {rows_unchanged:,}",
)
NOTHING_CHANGED = Pair(
    "Nothing changed: everything in the files is there already.", "没有变化：文件内容均已存在。"
)
SPEED = Pair(
    "{rows:,} rows in {seconds:.1f} s ({speed:,.0f} rows/s)",
    "{rows:,} 行，{seconds:.1f} 秒（每秒 {speed:,.0f} 行）",
)


class Command(BaseCommand):
    help = "Load cases from a folder of CSV files into one center: all of it, or with any error nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path)
        parser.add_argument("--center", metavar="CODE", help="the center; not needed if the files name it")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
        parser.add_argument(
            "--accept",
            action="store_true",
            help="submit and accept the cases at once, so that they are counted (society admin; recorded)",
        )
        parser.add_argument("--reason", default="", help="why, for the history and the security log")
        parser.add_argument(
            "--problems", type=Path, metavar="FILE", help="write every problem to this CSV file"
        )
        parser.add_argument("--language", choices=LANGUAGES, default="zh")
        parser.add_argument(
            "--processes", type=int, default=min(os.cpu_count() or 1, 4), help="that read and judge"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(LANGUAGES[options["language"]]):
            try:
                with Problems(options["problems"]) as problems:
                    self._load(problems, options)
            except OSError as error:
                raise CommandError(str(error)) from error

    def _load(self, problems: Problems, options: dict[str, Any]) -> None:
        began = monotonic()
        folder = open_folder(options["directory"], (FollowUpFile(),), problems)
        try:
            if not folder.sheets and not problems.errors:
                raise CommandError(str(NOTHING_THERE.format(directory=options["directory"])))
            center = _center(folder, options["center"])
            report = self._stored(folder, center, problems, options)
        except ChangedMeanwhile as meanwhile:
            raise CommandError(str(meanwhile.message)) from None
        finally:
            folder.close()
        self._tell(report, problems, monotonic() - began, dry_run=options["dry_run"])

    def _stored(self, folder: Folder, center: Center, problems: Problems, options: dict[str, Any]) -> Report:
        system, accept = User.objects.system(), options["accept"]
        reason = options["reason"].strip() or (NO_REASON_GIVEN if accept else "")
        mine = (center.pk,)
        opened = Scope(read=mine, write=mine, identity=mine, review=mine if accept else ())
        acts = acting(user=system, reason=reason, command="load_cases", operator=getpass.getuser())
        with transaction.atomic(), scope(opened), nullcontext() if options["dry_run"] else acts:
            load = Load(
                folder,
                center,
                problems,
                by=system,
                annexes=folder.annexes,
                accept=reason if accept else "",
                dry_run=options["dry_run"],
                processes=options["processes"],
                say=self._say,
            )
            report = load.run()
            if report.is_stored:
                _record(system, center, report, folder, accept=accept, reason=reason)
        if report.is_stored and report.rows >= MANY_ROWS:
            analyze_as_owner(sorted({model._meta.db_table for model in ORDER}))
        return report

    def _say(self, line: str) -> None:
        self.stderr.write(line)

    def _tell(self, report: Report, problems: Problems, seconds: float, *, dry_run: bool) -> None:
        for problem in problems.shown:
            self.stdout.write(str(problem))
        if problems.not_shown:
            self.stdout.write(str(MORE.format(number=problems.not_shown)))
        counts = {str(level): problems.counts[level] for level in Level}
        self.stdout.write(str(FOUND.format(**counts)))
        if problems.errors:
            raise CommandError(str(NOTHING_STORED))
        self._count(report, dry_run=dry_run)
        if report.rows and not dry_run:
            told = SPEED.format(rows=report.rows, seconds=seconds, speed=report.rows / seconds)
            self.stdout.write(str(told))

    def _count(self, report: Report, *, dry_run: bool) -> None:
        names = ("new", "changed", "unchanged", "accepted", "rows new", "rows changed", "rows unchanged")
        counts = {name.replace(" ", "_"): report.counts[name] for name in names}
        self.stdout.write(str(COUNTS.format(done=DONE["dry" if dry_run else "done"], **counts)))
        if not any(report.counts[name] for name in names if "unchanged" not in name):
            self.stdout.write(str(NOTHING_CHANGED))


def _center(folder: Folder, code: str | None) -> Center:
    """The center that was named, else the one the files name, else the only one there is."""
    named = folder.center_codes
    if code and named - {code}:
        raise CommandError(str(OTHER_CENTER.format(code=", ".join(sorted(named)))))
    wanted = {code} if code else named
    if len(wanted) > 1 or (not wanted and Center.objects.count() != 1):
        raise CommandError(str(WHICH_CENTER))
    found = Center.objects.filter(center_code__in=wanted) if wanted else Center.objects.all()
    if not found:
        raise CommandError(str(NO_CENTER.format(code=", ".join(map(str, wanted)))))
    return found[0]


def _record(
    system: Any, center: Center, report: Report, folder: Folder, *, accept: bool, reason: str
) -> None:
    security_log.record(
        SecurityEventKind.COMMAND,
        user=system,
        center=center,
        object="load_cases",
        operator=getpass.getuser(),
        reason=reason,
        accept=accept,
        files={sheet.table.file: len(sheet.numbers) for sheet in folder.sheets.values()},
        counts=dict(report.counts),
    )
