"""What a question is asked against: one version of the journal, and the registry's touchpoints and stages in its
codes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wend.conditions.facts import NOTHING, Facts
from wend.conditions.tree import Condition
from wend.domain.names import Name, composed
from wend.domain.selection import Selection
from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint
from wend.engines.few import FEW
from wend.engines.lens import Lens
from wend.engines.machine import Machine
from wend.engines.marking import BelongingOf, World
from wend.engines.standing import belonging
from wend.folds import stage_walk
from wend.log.facade import Property
from wend.questions import errors
from wend.questions.specs import Over
from wend.touchpoints import facade as touchpoints

_STANDING = touchpoints.Kept(8)
"""Their lenses hold the machine that their keys name."""
_BELONGING = touchpoints.Kept(4)
"""So do these; each takes a byte for every event of the log."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Touchpoints and stage sets, at one version; `default` is the stage set meant when none is named. `facts` is what
    one that is given whole may name.
    """

    touchpoints: tuple[Touchpoint, ...] = ()
    stage_sets: tuple[StageSet, ...] = ()
    default: str = ""
    version: str = ""
    facts: Facts = NOTHING

    def stage_set(self, key: str | Mapping[str, Any] | None) -> StageSet:
        """A stage set by key, the default one, or one given whole. Raises UnknownStageSet, NoTouchpoints, NotValid."""
        if not self.stage_sets:
            raise errors.NoTouchpoints
        if isinstance(key, Mapping):
            return touchpoints.usable(touchpoints.read_stage_set(key), self.touchpoints, facts=self.facts)
        wanted = key or self.default or self.stage_sets[0].key
        found = next((s for s in self.stage_sets if s.key == wanted), None)
        if found is None:
            raise errors.UnknownStageSet(wanted, [s.key for s in self.stage_sets])
        return found

    def called(self, *, touchpoints: bool) -> dict[str, Name]:
        """What people call the stages, and the touchpoints where these are the steps."""
        named = {stage.key: stage.name for each in self.stage_sets for stage in each.stages}
        return named | {each.key: each.name for each in self.touchpoints} if touchpoints else named


@dataclass(frozen=True, slots=True)
class Context:
    """A machine over one journal, and the plan read in that journal's codes.

    `property_of` gives a property of all events, lined up with the journal, `property_names` those that some event has,
    `dividing` those of them that could name groups; None where nobody keeps properties. `zone` is the one whose days
    and months are meant; `facts` are those that a condition may name. `whose` log it is: two workspaces may hold the
    same events and know other things beside them. `everybody` is the same of all customers and of their whole lives,
    where it is asked of some of them alone, or of what they did case by case.
    """

    machine: Machine
    plan: Plan
    lens: Lens
    property_of: Callable[[str], Property] | None = None
    property_names: Callable[[], Sequence[str]] | None = None
    dividing: Callable[[], Sequence[str]] | None = None
    zone: str = "UTC"
    facts: Facts = NOTHING
    whose: str = ""
    everybody: Context | None = None

    @property
    def first_at(self) -> int:
        """When the first event of the log happened."""
        return self.machine.journal.first_at

    @property
    def last_at(self) -> int:
        """When the last event of the log happened."""
        return self.machine.journal.last_at

    @property
    def version(self) -> str:
        """Changes whenever any answer could, but for what is named and no event tells: the version of `facts`."""
        return " ".join((self.whose, self.machine.journal.version, self.lens.version, self.plan.version, self.zone))

    def names(self, over: Over) -> Sequence[str]:
        """The names of the codes of a space."""
        return self.lens.names if over == "touchpoints" else self.machine.journal.words.events

    def code(self, name: str, over: Over) -> int:
        """The code of an event, or of a touchpoint by key or by name in either language; raises for unknown ones."""
        names, name = self.names(over), composed(name)
        if name in names:
            return list(names).index(name)
        folded = [known.casefold() for known in names]
        if name.casefold() in folded:
            return folded.index(name.casefold())
        if over == "events":
            raise errors.UnknownEvent(name, names)
        for code, touchpoint in enumerate(self.plan.touchpoints):
            if name.casefold() in (touchpoint.name.en.casefold(), touchpoint.name.vi.casefold()):
                return code
        raise errors.UnknownTouchpoint(name, names)

    def rules(self, stage_set: StageSet, place: int = 0) -> stage_walk.Rules:
        """The stage rules in touchpoint codes; touchpoints that are gone are skipped."""
        return touchpoints.rules_of(stage_set, tuple(self.lens.names), place)

    def standing(self, *stage_sets: StageSet) -> Lens:
        """The lens of touchpoints with where customers stand in these sets, at most two, each in its place."""
        names, told = tuple(self.lens.names), [repr(each) for each in stage_sets if each.is_told]
        if not told:
            return self.lens.without_standing()
        season = self.facts.season()

        def made() -> Lens:
            def counted(each: StageSet) -> stage_walk.Rules:
                return touchpoints.counted_rules(each, names)

            plain, beside = self.lens.without_standing(), (self.property_of, self.zone, season)
            return touchpoints.standing_lens(self.machine, plain, stage_sets, counted, *beside)

        if self.machine.journal.version == FEW:
            return made()
        return _STANDING.get((id(self.machine), self.lens.version, self.zone, season, *map(repr, stage_sets)), made)

    def belonging(self, world: World, said: Condition) -> BelongingOf:
        """Who enters and leaves a segment by what it says, kept for who asks again: after every word, in a builder."""
        key = (id(self.machine), self.lens.version, self.zone, self.facts.season(), said)
        return _BELONGING.get(key, lambda: belonging(world, said))

    def check(self, selection: Selection) -> None:
        """Raise for channels and traits that the journal does not know."""
        journal = self.machine.journal
        for channel in selection.channels:
            if channel not in journal.words.channels:
                raise errors.UnknownChannel(channel, journal.words.channels)
        for trait, _ in selection.traits:
            if trait not in journal.trait_names:
                raise errors.UnknownTrait(trait, journal.trait_names)
