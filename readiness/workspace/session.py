"""Who acts, on which store, with which content: what every use case is handed first."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock

from readiness.content import content_root, load_questionnaire
from readiness.domain.errors import NotFound
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.settings import Settings, load_settings
from readiness.store import Actor, AssessmentStore, Loaded, Outlined, open_store
from readiness.workspace.recent import Recent

KEPT_RESULTS = 32
KEPT_LOADED = 8


def local_today() -> date:
    """The day on this computer: the clock of a face, never of a computation."""
    return datetime.now().astimezone().date()


def utc_now() -> datetime:
    """This moment: the clock of a drill."""
    return datetime.now(UTC)


@dataclass
class Session:
    """One acting person on one store.

    ``today`` gives the as-of date of what is new, ``now`` the time of a stamp. Results are kept by
    assessment and revision, and handed out only after the store has checked the person.
    """

    store: AssessmentStore
    actor: Actor
    settings: Settings
    questionnaires: dict[str, Questionnaire]
    today: Callable[[], date] = local_today
    now: Callable[[], datetime] = utc_now
    recent: Recent = field(default_factory=Recent)
    outlined: dict[tuple[str, str], dict[str, Outlined]] = field(default_factory=dict)
    """Outlines by workspace and role, then by assessment; the store says which still hold."""
    _results: OrderedDict[tuple[str, str], Result] = field(default_factory=OrderedDict)
    _loaded: OrderedDict[str, Loaded] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, actor: Actor) -> "Session":
        """Another person on the same store, with nothing kept of this one's."""
        return Session(self.store, actor, self.settings, self.questionnaires, self.today, self.now)

    def questionnaire(self, id: str) -> Questionnaire:
        """The content of this id. Raises NotFound, naming what there is."""
        if id not in self.questionnaires:
            there = ", ".join(sorted(self.questionnaires))
            raise NotFound(f"There is no questionnaire {id!r} here; there is {there}.")
        return self.questionnaires[id]

    def load(self, assessment: str) -> Loaded:
        """The assessment as it stands now; of one that was loaded before, what changed is read.

        Raises NotFound: the store checks the person each time.
        """
        with self._lock:
            known = self._loaded.get(assessment)
        found = self.store.load(self.actor, assessment, known)
        with self._lock:
            self._loaded[assessment] = found
            self._loaded.move_to_end(assessment)
            while len(self._loaded) > KEPT_LOADED:
                self._loaded.popitem(last=False)
        return found

    def kept(self, key: tuple[str, str]) -> Result | None:
        """A result computed before, for exactly this state."""
        with self._lock:
            return self._results.get(key)

    def keep(self, key: tuple[str, str], result: Result) -> None:
        """Keep a result; the oldest goes when there are too many."""
        with self._lock:
            self._results[key] = result
            while len(self._results) > KEPT_RESULTS:
                self._results.popitem(last=False)


def load_questionnaires(settings: Settings) -> dict[str, Questionnaire]:
    """Every questionnaire of the content folder, by id. Raises ContentRefused."""
    root: Path = settings.content_dir or content_root()
    folders = sorted(p.parent for p in root.glob("*/questionnaire.yaml"))
    loaded = [load_questionnaire(folder) for folder in folders]
    return {q.id: q for q in loaded}


def open_workspace(settings: Settings | None = None) -> Session:
    """The local owner on the store of the settings; made and migrated where needed.

    Raises InputRefused, ContentRefused or StoreUnavailable with what to do.
    """
    settings = settings or load_settings()
    if settings.database_url is None:
        settings.make_data_dir()
    store = open_store(settings.store_url)
    return Session(store, store.local_owner(), settings, load_questionnaires(settings))
