"""Assessments on their way: listed, moved to another store, signed for another installation."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.speaking import refusing, say
from readiness.domain.errors import ReadinessError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.store import Holding, Named
    from readiness.workspace.custody import Offer

Client = Annotated[
    str | None, typer.Option(help="All assessments of this client (its name or id).")
]
One = Annotated[
    str | None, typer.Option("--assessment", help="One assessment (how its id begins).")
]


def add_custody_commands(database: typer.Typer) -> None:
    """Put the commands beside the others of ``readiness db``."""
    for name, command in (
        ("list", list_all),
        ("move", move),
        ("export", export_signed),
        ("import", import_signed),
        ("erase", erase_one),
    ):
        database.command(name)(command)


def list_all() -> None:
    """Every assessment of the store with its id, deleted ones too, by client."""
    from readiness.workspace.keeping import list_store

    with refusing():
        found = list_store()
    for one in found:
        state = "deleted" if one.is_deleted else "frozen" if one.is_frozen else "open"
        say(f"{one.id}  {one.changed_at:%Y-%m-%d %H:%M}  {state:7}  {one.client}: {one.title}")


def move(
    to: Annotated[str, typer.Argument(help="sqlite:///PATH or postgresql://USER@HOST/NAME.")],
    client: Client = None,
    assessment: One = None,
) -> None:
    """Move all, one client or one assessment to another store, history included."""
    from readiness.workspace.keeping import members_left, move_store

    with refusing():
        where, what = _chosen(client, assessment)
        found = move_store(to, where, what)
        left = members_left(where) if what is None else []
    for one in found:
        there = "moved" if one.meeting in ("new", "newer") else "was there already"
        say(f"{one.client}: {one.title}: {there}")
    say(f"{len(found)} assessments. The app finds them there with READINESS_DATABASE_URL.")
    for client_left in left:
        _tell_members(client_left.name, client_left.members)


def export_signed(
    file: Annotated[Path, typer.Argument(help="The file to write; nothing is overwritten.")],
    client: Client = None,
    assessment: One = None,
) -> None:
    """Write one assessment or all of a client with their histories as one signed file."""
    from readiness.workspace import custody
    from readiness.workspace.keeping import caretaker

    with refusing():
        where, what = _chosen(client, assessment)
        if where is None:
            raise ReadinessError("Say whose: --client NAME or --assessment ID. See: db list")
        if file.exists():
            raise ReadinessError(f"{file} is there already. Give another name.")
        desk = caretaker()
        signed = custody.export_signed(desk, where, what)
        file.touch(mode=0o600)
        file.write_bytes(signed)
        say(f"Wrote {file}")
        mine = custody.own_fingerprint(desk)
        say(f"Tell the receiver, by another way than the file: {mine}")


def import_signed(
    file: Annotated[Path, typer.Argument(help="A file that export wrote.")],
    client: Annotated[str | None, typer.Option(help="Where what is new here goes.")] = None,
    trust: Annotated[
        str, typer.Option(help="The fingerprint that the sender told you, in quotes.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Take it in without asking.")] = False,
) -> None:
    """Take in a signed file: it is shown first, and nothing is written before you say yes."""
    from readiness.workspace import custody
    from readiness.workspace.keeping import caretaker

    with refusing():
        where, _ = _chosen(client, None)
        if not file.is_file():
            raise ReadinessError(f"{file} is not there.")
        desk, data = caretaker(), file.read_bytes()
        offer = custody.offer(desk, file.name, data)
        _show(offer)
        if not offer.brings:
            say("Nothing to take in.")
            return
        trusted = offer.known != "unknown" or _trusts(offer, trust)
        if not trusted or not (yes or typer.confirm("Take this in?")):
            raise ReadinessError("Nothing was taken in.")
        custody.take_in(desk, file.name, data, where, trusted=trusted)
        say(f"{offer.brings} assessments taken in, with their histories.")


def erase_one(
    assessment: Annotated[str, typer.Argument(help="How its id begins: see readiness db list.")],
    asked_by: Annotated[str, typer.Option(help="Who asked for it; this stays.")],
    why: Annotated[str, typer.Option(help="Why; this stays.")],
    respondent: Annotated[
        str | None, typer.Option(help="Only what the respondent of this code said.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Erase without asking.")] = False,
) -> None:
    """Erase content on request, for good; that it was erased stays in the history."""
    from readiness.store import Request
    from readiness.workspace import custody
    from readiness.workspace.keeping import caretaker

    with refusing():
        _, id = _chosen(None, assessment)
        if not yes and not typer.confirm("There is no way back. Erase it?"):
            raise ReadinessError("Nothing was erased.")
        desk = caretaker()
        found = custody.erase(desk, str(id), Request(asked_by, why, respondent))
        say(f"Erased: {found.entries} entries, {found.files} files, {found.rows} rows of history")
        for copy in custody.copies(desk.settings):
            say(f"Still in the copy {copy}: delete it, or keep it locked away")


def _show(offer: "Offer") -> None:
    from readiness.workspace.custody import STANDING

    known = {"own": "this installation", "trusted": "trusted here", "unknown": "NOT KNOWN HERE"}
    say(f"{offer.client}, exported {offer.made_at:%d %b %Y %H:%M} UTC")
    say(f"Signed by {offer.fingerprint} ({known[offer.known]})")
    for one in offer.met:
        say(f"  {one.title} ({one.id[:8]}): {STANDING[one.meeting]}")
    _tell_members(offer.client, offer.members)


def _tell_members(client: str, members: "Sequence[Named]") -> None:
    """Who had a role there, and how it is given: nothing that arrives gives one."""
    if not members:
        return
    say(f"Members of {client} there; here nobody has a role until an owner gives it:")
    for one in members:
        say(f"  {one.name}, {one.login}: {one.role}")
    say("Give it with: readiness members add ADDRESS ROLE --client NAME")


def _trusts(offer: "Offer", told: str) -> bool:
    if not told:
        return typer.confirm("Did the sender tell you this fingerprint, and do you trust it?")
    if told.split() != offer.fingerprint.split():
        raise ReadinessError("This is not the fingerprint that you were told. Do not use the file.")
    return True


def _chosen(client: str | None, assessment: str | None) -> tuple[str | None, str | None]:
    """The ids of what was named. Raises ReadinessError where that is nothing, or several."""
    if client is None and assessment is None:
        return None, None
    from readiness.workspace.keeping import list_clients, list_store

    if assessment is not None:
        found: list[Holding] = [h for h in list_store() if h.id.startswith(assessment)]
        if len(found) != 1:
            raise ReadinessError(
                f"{len(found)} assessments have an id that begins with {assessment!r}. See: "
                "readiness db list"
            )
        return found[0].client_id, found[0].id
    mine = [c for c in list_clients() if client in (c.id, c.name)]
    if len(mine) != 1:
        raise ReadinessError(f"{len(mine)} clients are called {client!r}. See: readiness db list")
    return mine[0].id, None
