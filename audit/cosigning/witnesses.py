"""The witnesses this installation asks, and how many of them must have signed."""

from dataclasses import dataclass

from django.conf import settings

from audit.seal.keys import Kind, VerifierKey, parse_vkey


class WitnessesError(ValueError):
    """The witnesses are not written as they must be in the settings."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Who is asked: its public key, and where it answers."""

    key: VerifierKey
    address: str

    @property
    def name(self) -> str:
        """What it is called, by its key."""
        return self.key.name


def witnesses() -> list[Witness]:
    """Give those that are asked, in the order of the settings; none where nobody is.

    Raises:
        WitnessesError: they are not written as keys and addresses.
    """
    told = [each.split() for each in settings.AKSON_LOG_WITNESSES.split(",")]
    try:
        found = [Witness(parse_vkey(vkey), to) for vkey, to in filter(None, told)]
    except ValueError as error:
        raise WitnessesError("AKSON_LOG_WITNESSES is not `KEY ADDRESS, ...`") from error
    if any(each.key.kind is not Kind.COSIGNATURE for each in found):
        raise WitnessesError("a witness's key is that of a log")
    return found


def names() -> list[str]:
    """Give their names."""
    return [each.name for each in witnesses()]


def quorum() -> int:
    """Say how many of them must have signed; 0 where nobody is asked."""
    asked = len(witnesses())
    said = settings.AKSON_LOG_WITNESS_QUORUM
    return asked if said == "all" else min(asked, int(said))


def policy_lines() -> str:
    """Write them and the quorum as C2SP's tlog-policy does."""
    asked = witnesses()
    if not asked:
        return "quorum none\n"
    lines = [f"witness {each.name} {each.key.vkey}" for each in asked]
    members = " ".join(each.name for each in asked)
    lines += [f"group witnesses {quorum()} {members}", "quorum witnesses"]
    return "".join(f"{line}\n" for line in lines)
