"""The scores of a run as the case page shows them, with what is still missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from crf.pairs import Pair
from crf.questions import anchor
from registry.record import Place
from registry.scores.definition import ScoreDefinition
from registry.scores.result import ScoreResult
from registry.scoring.adapter import Adapter
from registry.scoring.run_scores import MEASURES_OF_A_RUN, SCORES_OF_A_RUN
from registry.scoring.sources import Source
from registry.scoring.words import class_text, predicted_text, total_text

NOT_ON_FORMS = Pair("on no form", "表单未收集")
NOT_ASKED_HERE = Pair("not asked of this patient", "本例不填")
MARKED = Pair("recorded as unknown or not done", "已记为未知或未做")
ENTERED_FIELDS = ("pre_sofa", "pre_apache2", "pre_pelod2", "murray_score")


@dataclass(frozen=True)
class Gap:
    """What a score waits for: a field of the page to go to, or why there is none."""

    label: Pair
    target: str = ""
    why: Pair | None = None


@dataclass(frozen=True)
class ShownScore:
    """One score that speaks of this patient."""

    definition: ScoreDefinition
    result: ScoreResult
    unit: str
    digits: int
    gaps: tuple[Gap, ...]

    @property
    def total(self) -> str:
        return total_text(self.result, self.digits)

    @property
    def risk_class(self) -> str:
        return class_text(self.result)

    @property
    def predicted(self) -> str:
        return predicted_text(self.result, self.definition)


@dataclass(frozen=True)
class LeftOut:
    """A score that does not speak of this patient, and why."""

    title: Pair
    reason: Pair


@dataclass(frozen=True)
class Entered:
    """A score computed elsewhere and entered on a form."""

    label: Pair
    value: str
    target: str


class ScoresPanel:
    """All scores as seen from a run (the ``Place`` of its header)."""

    def __init__(self, run: Place):
        self._run = run
        self.scores = tuple(self._shown(SCORES_OF_A_RUN))
        self.measures = tuple(each for each in self._shown(MEASURES_OF_A_RUN) if each.total)
        self.left_out = tuple(self._left_out())
        self.entered = tuple(self._entered())

    def _shown(self, adapters: tuple[Adapter, ...]) -> Iterator[ShownScore]:
        for adapter in adapters:
            found = adapter.result(self._run.answers)
            if found.is_applicable:
                gaps = tuple(self._gaps(adapter, found))
                yield ShownScore(adapter.definition, found, adapter.unit, adapter.digits, gaps)

    def _left_out(self) -> Iterator[LeftOut]:
        for adapter in SCORES_OF_A_RUN:
            if need := adapter.unmet(self._run.answers):
                yield LeftOut(adapter.definition.title, need.reason)

    def _gaps(self, adapter: Adapter, found: ScoreResult) -> Iterator[Gap]:
        sources = [adapter.sources[item] for item in found.missing_items]
        yield from (Gap(source.label, why=NOT_ON_FORMS) for source in sources if source.label)
        names = dict.fromkeys(name for source in sources for name in self._undecided(source))
        yield from (self._gap(name) for name in names)

    def _undecided(self, source: Source) -> list[str]:
        """The fields without a value; all of them where the values do not decide."""
        empty = [name for name in source.fields if self._run.resolve(name) is None]
        asked = [name for name in empty if self._is_asked(name)]
        return asked or empty or list(source.fields)

    def _gap(self, name: str) -> Gap:
        home = self._home(name)
        label = home.part.item_field(name).item.label
        if not home.holds(name):
            return Gap(label, why=NOT_ASKED_HERE)
        is_marked = home.part.missing(name) is not None
        return Gap(label, anchor(home.key, name), MARKED if is_marked else None)

    def _entered(self) -> Iterator[Entered]:
        for name in ENTERED_FIELDS:
            value = self._run.resolve(name)
            if value is not None:
                home = self._home(name)
                yield Entered(
                    home.part.item_field(name).item.label, home.part.displayed(name), anchor(home.key, name)
                )

    def _is_asked(self, name: str) -> bool:
        return self._home(name).holds(name)

    def _home(self, name: str) -> Place:
        home = self._run.find(name)
        if home is None:
            raise KeyError(name)
        return home
